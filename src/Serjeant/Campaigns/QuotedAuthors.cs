using System.Collections.Immutable;
using Serjeant.Facts;
using Serjeant.Registers;
using Serjeant.Signals.Impersonation;
using Serjeant.Values;

namespace Serjeant.Campaigns;

/// <summary>Whose of our people's words an answer or a forwarded mail says that it gives: the addresses beside the mark of a quotation.</summary>
internal static class QuotedAuthors
{
    private const int Searched = 16_000, MaximumAddresses = 64, MaximumAuthors = 4, Before = 200, After = 24;

    /// <returns>Keys of the roster's addresses, each once, at most four.</returns>
    public static ImmutableArray<string> Find(MessageFacts facts, Roster roster)
    {
        if (roster.People.IsEmpty && roster.OwnDomains.IsEmpty) return [];
        if (!facts.Thread.Claimed && facts.Subject.Replies + facts.Subject.Forwards == 0) return [];
        var text = facts.Content.VisibleText.AsSpan(0, Math.Min(facts.Content.VisibleText.Length, Searched));
        List<string>? authors = null;
        var written = new WrittenAddresses(text, MaximumAddresses);
        while (written.MoveNext())
        {
            var address = written.Current;
            if (roster.IndexOf(address) < 0 && !roster.IsOwn(address.Domain)) continue;
            var around = Folding.Fold(text[Math.Max(0, written.Start - Before)..Math.Min(text.Length, written.End + After)].ToString());
            if (Quotation.At(around) < 0 || authors?.Contains(address.Key) == true) continue;
            (authors ??= []).Add(address.Key);
            if (authors.Count == MaximumAuthors) break;
        }
        return authors is null ? [] : [.. authors];
    }
}
