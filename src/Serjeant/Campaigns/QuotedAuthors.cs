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
        var from = 0;
        for (var tried = 0; tried < MaximumAddresses && from < text.Length && text[from..].IndexOf('@') is >= 0 and var hit; tried++)
        {
            var at = from + hit;
            int start = at, end = at + 1;
            while (start > 0 && at - start < 64 && (char.IsLetterOrDigit(text[start - 1]) || text[start - 1] is '.' or '_' or '-' or '+')) start--;
            while (end < text.Length && end - at < 254 && (char.IsLetterOrDigit(text[end]) || text[end] is '.' or '-')) end++;
            from = end;
            if (!EmailAddress.TryParse(text[start..end].TrimEnd('.'), out var address) || (roster.IndexOf(address) < 0 && !roster.IsOwn(address.Domain))) continue;
            var around = Folding.Fold(text[Math.Max(0, start - Before)..Math.Min(text.Length, end + After)].ToString());
            if (Quotation.At(around) < 0 || authors?.Contains(address.Key) == true) continue;
            (authors ??= []).Add(address.Key);
            if (authors.Count == MaximumAuthors) break;
        }
        return authors is null ? [] : [.. authors];
    }
}
