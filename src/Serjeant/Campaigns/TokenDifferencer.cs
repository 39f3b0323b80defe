using System.Collections.Immutable;
using System.Globalization;
using Serjeant.Facts;

namespace Serjeant.Campaigns;

/// <summary>A token at one URL of the copy that the others were compared with.</summary>
/// <param name="Url">Index into that copy's URLs.</param>
/// <param name="Value">What stands there in that copy.</param>
/// <param name="Recipients">Who got the copies in which it stands, each once.</param>
internal readonly record struct TokenPlace(KeptMessage Reference, int Url, string Value, RecipientToken Token, IReadOnlyCollection<string> Recipients);

/// <summary>
/// Finds fields of URLs that tell recipients apart: constant for a recipient and different between recipients while everything
/// else of the mail is equal. From one copy alone only what decodes to the recipient's address can be told.
/// </summary>
public static class TokenDifferencer
{
    /// <summary>Values that must differ among the recipients: forwarded copies and shared mailboxes repeat a few.</summary>
    private const double Different = 0.9;

    /// <param name="messages">Members of one campaign, by date and identity.</param>
    /// <returns>By host and field, those that fire by opening first.</returns>
    public static ImmutableArray<RecipientToken> Find(IEnumerable<KeptMessage> messages) =>
    [
        .. CopySets.Sort(messages).SelectMany(Compare)
            .GroupBy(p => (p.Token.Host, p.Token.Field))
            .Select(same => new RecipientToken(
                same.Key.Host, same.Key.Field, Copies(same), same.SelectMany(p => p.Recipients).Distinct(StringComparer.Ordinal).Count(),
                same.Select(p => p.Token.Encoding).FirstOrDefault(e => e != TokenEncoding.Opaque), same.Any(p => p.Token.ByOpening)))
            .OrderByDescending(t => t.ByOpening).ThenByDescending(t => t.Recipients).ThenBy(t => t.Host, StringComparer.Ordinal).ThenBy(t => t.Field, StringComparer.Ordinal),
    ];

    /// <summary>Of every mail that went out in copies those that hold the token: one mail may hold it in several URLs.</summary>
    private static int Copies(IEnumerable<TokenPlace> same) => same.GroupBy(p => p.Reference.Id).Sum(mail => mail.Max(p => p.Token.Copies));

    /// <summary>Every URL field of the fullest copy in which it differs from the other recipients' copies.</summary>
    internal static IEnumerable<TokenPlace> Compare(IReadOnlyList<KeptMessage> copies)
    {
        var cut = copies.Select(c => c.Urls.Select(UrlParts.Of).ToArray()).ToArray();
        var reference = 0;
        for (var i = 1; i < cut.Length; i++)
            if (cut[i].Length > cut[reference].Length) reference = i;
        var aligned = cut.Select(c => UrlAlignment.Align(cut[reference], c)).ToArray();
        var recipients = copies.Select(RecipientOf).ToArray();
        for (var url = 0; url < cut[reference].Length; url++)
        {
            var rows = Enumerable.Range(0, copies.Count).Where(i => aligned[i][url] >= 0).ToArray();
            var column = Array.ConvertAll(rows, i => cut[i][aligned[i][url]]);
            var own = cut[reference][url];
            for (var part = 0; part < own.Parts.Length; part++)
                foreach (var (name, values) in Fields(own.Parts[part].Name, Array.ConvertAll(column, c => c.Parts[part].Value)))
                {
                    var here = Array.IndexOf(rows, reference);
                    if (Judge(values, rows, recipients, copies, here) is not { } found) continue;
                    var host = name.StartsWith("host", StringComparison.Ordinal) ? "*." + own.Registrable : own.Host.Name;
                    var byOpening = own.Url.Fires == LinkFire.Opening;
                    yield return new(copies[reference], url, values[here], new(host, name, rows.Length, found.Recipients.Count, found.Encoding, byOpening), found.Recipients);
                }
        }
    }

    /// <summary>The field, or its pieces where hyphens and the like cut it in all copies alike.</summary>
    private static IEnumerable<(string Name, string[] Values)> Fields(string name, string[] values)
    {
        if (values.Length < 2 || name.StartsWith("host", StringComparison.Ordinal) || UrlParts.Cut(values) is not { } pieces)
        {
            yield return (name, values);
            yield break;
        }
        for (var i = 0; i < pieces[0].Length; i++)
            yield return (string.Create(CultureInfo.InvariantCulture, $"{name} part {i + 1}"), Array.ConvertAll(pieces, p => p[i]));
    }

    private static (IReadOnlyCollection<string> Recipients, TokenEncoding Encoding)? Judge(string[] values, int[] rows, string[] recipients, IReadOnlyList<KeptMessage> copies, int reference)
    {
        var encoding = AddressEncodings.Find(values[reference], copies[rows[reference]].Recipients.Take(20));
        var byRecipient = new Dictionary<string, string>(StringComparer.Ordinal);
        var unsteady = new HashSet<string>(StringComparer.Ordinal);
        var repeated = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < rows.Length; i++)
        {
            var recipient = recipients[rows[i]];
            if (byRecipient.TryAdd(recipient, values[i])) continue;
            repeated.Add(recipient);
            if (byRecipient[recipient] != values[i]) unsteady.Add(recipient);
        }
        if (byRecipient.Count < 2) return encoding == TokenEncoding.Opaque ? null : (byRecipient.Keys, encoding);
        // A value that changes with every copy, whoever gets it, is a counter or a clock: it is no recipient's.
        if (unsteady.Count * 2 > repeated.Count) return null;
        var different = new HashSet<string>(byRecipient.Values, StringComparer.Ordinal).Count;
        return different >= 2 && different >= Different * byRecipient.Count ? (byRecipient.Keys, encoding) : null;
    }

    private static string RecipientOf(KeptMessage message) =>
        message.Recipients.Length <= 4 ? string.Join(' ', message.Recipients) : message.Recipients[0];
}
