using Serjeant.Facts;
using Serjeant.Judgement;
using Serjeant.Registers;
using Serjeant.Signals;
using Serjeant.Sources;

namespace Serjeant.Bench.Accuracy;

/// <summary>One folder of real mail with a known label.</summary>
internal sealed record Corpus(string Name, bool Hostile)
{
    /// <summary>The folders that the figures are about, and spam-2007, which only helps the fit.</summary>
    public static readonly Corpus[] All =
    [
        new("phish", true), new("spam-2007", true),
        new("ham-lists", false), new("ham-2007", false), new("ham-newsletters-2002", false), new("newsletter-pairs", false), new("bounces", false),
    ];

    public List<(MessageFacts Facts, LabelledMessage Labelled)> Read(string corpora, FactsMaker facts, SignalMaker signals, House house)
    {
        var files = Directory.GetFiles(Path.Combine(corpora, Name)).Order(StringComparer.Ordinal).ToArray();
        var read = new (MessageFacts, LabelledMessage)[files.Length];
        Parallel.For(0, files.Length, i =>
        {
            var made = facts.Make(new RawMessage(new(files[i], 0, 0), File.ReadAllBytes(files[i])));
            var group = made.Sender.Domain.Registrable.Name;
            read[i] = (made, new([.. signals.Make(made).Select(s => s.Code)], Hostile, Name, group.Length == 0 ? files[i] : group, Path.GetFileName(files[i])));
        });
        return [.. read];
    }
}
