using Serjeant.Facts;
using Serjeant.Judgement;
using Serjeant.Registers;
using Serjeant.Signals;
using Serjeant.Sources;
using Serjeant.Values;

namespace Serjeant.Bench.Accuracy;

/// <summary>One folder of real mail with a known label.</summary>
/// <param name="Importance">In the fit: old mail helps it to be general but must not rule it; the few modern newsletters stand for very many.</param>
internal sealed record Corpus(string Name, bool Hostile, double Importance = 1)
{
    /// <summary>The folders that the figures are about, and spam-2007, which only helps the fit.</summary>
    public static readonly Corpus[] All =
    [
        new("phish", true), new("spam-2007", true, 0.3),
        new("ham-lists", false), new("ham-2007", false), new("ham-newsletters-2002", false, 0.6), new("newsletter-pairs", false, 4), new("bounces", false),
    ];

    /// <summary>
    /// Each message twice: as it was received, and without what its receiving service added; wanted list mail a third time, as its author sent it.
    /// </summary>
    public List<LabelledMessage> Read(string corpora, FactsMaker facts, SignalMaker signals)
    {
        var files = Directory.GetFiles(Path.Combine(corpora, Name)).Order(StringComparer.Ordinal).ToArray();
        var read = new LabelledMessage?[3 * files.Length];
        Parallel.For(0, files.Length, i =>
        {
            var bytes = File.ReadAllBytes(files[i]);
            var made = facts.Make(new RawMessage(new(files[i], 0, 0), bytes));
            read[3 * i] = Label(made, Name);
            var bare = facts.Make(new RawMessage(new(files[i], 0, 0), ReceivingSide.Remove(bytes, made.Route.HandOver + 1)));
            read[(3 * i) + 1] = Label(bare, Name + Bare);
            if (!Hostile && made.Bulk.DiscussionList && PersonalCopy.Make(bytes, ListDomains(made)) is { } personal)
                read[(3 * i) + 2] = Label(facts.Make(new RawMessage(new(files[i], 0, 0), personal)), Name + Personal);
        });
        return [.. read.OfType<LabelledMessage>()];

        LabelledMessage Label(MessageFacts made, string corpus)
        {
            var group = made.Sender.Domain.Registrable.Name;
            return new([.. signals.Make(made).Select(s => s.Code)], Hostile, corpus, group.Length == 0 ? made.Place.Source : group, Path.GetFileName(made.Place.Source), Importance);
        }
    }

    private static HashSet<string> ListDomains(MessageFacts made)
    {
        var domains = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        if (made.Bulk.ListId.Length > 0 && DomainName.TryParse(made.Bulk.ListId, out var list)) domains.Add(list.Registrable.Name);
        if (made.Sender.ReturnPath is { } path) domains.Add(path.Domain.Registrable.Name);
        if (DomainName.TryParse(made.Route.OriginHost, out var host)) domains.Add(host.Registrable.Name);
        domains.Remove("");
        if (made.Sender.OriginalAuthor is null) domains.Remove(made.Sender.Domain.Registrable.Name);
        return domains;
    }

    /// <summary>Empty for mail as received.</summary>
    public static string VariantOf(string corpus) =>
        corpus.EndsWith(Bare, StringComparison.Ordinal) ? Bare : corpus.EndsWith(Personal, StringComparison.Ordinal) ? Personal : "";

    /// <summary>Marks list mail as its author sent it.</summary>
    public const string Personal = " personal";

    /// <summary>Marks the copies without the receiving service's headers.</summary>
    public const string Bare = " bare";
}
