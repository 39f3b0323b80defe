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

    /// <summary>Each message twice: as it was received, and without what its receiving service added.</summary>
    public List<LabelledMessage> Read(string corpora, FactsMaker facts, SignalMaker signals)
    {
        var files = Directory.GetFiles(Path.Combine(corpora, Name)).Order(StringComparer.Ordinal).ToArray();
        var read = new LabelledMessage[2 * files.Length];
        Parallel.For(0, files.Length, i =>
        {
            var bytes = File.ReadAllBytes(files[i]);
            var made = facts.Make(new RawMessage(new(files[i], 0, 0), bytes));
            read[2 * i] = Label(made, Name);
            var bare = facts.Make(new RawMessage(new(files[i], 0, 0), ReceivingSide.Remove(bytes, made.Route.HandOver + 1)));
            read[(2 * i) + 1] = Label(bare, Name + Bare);
        });
        return [.. read];

        LabelledMessage Label(MessageFacts made, string corpus)
        {
            var group = made.Sender.Domain.Registrable.Name;
            return new([.. signals.Make(made).Select(s => s.Code)], Hostile, corpus, group.Length == 0 ? made.Place.Source : group, Path.GetFileName(made.Place.Source));
        }
    }

    /// <summary>Marks the copies without the receiving service's headers.</summary>
    public const string Bare = " bare";
}
