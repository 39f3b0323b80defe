using System.Globalization;
using System.Security.Cryptography;
using Serjeant.Samples.Deliveries;

namespace Serjeant.Samples.Writing;

/// <summary>Puts copies into the files that a security team gets: a journal by quarter, reported mails, a Maildir of sent ones.</summary>
internal static class Filing
{
    public static IReadOnlyList<GeneratedMail> Sort(IEnumerable<Copy> copies)
    {
        // Bytes differ always, so the order never rests on how the sort treats equals.
        var inOrder = copies.Select(c => (Copy: c, Hash: Convert.ToHexStringLower(SHA256.HashData(c.Bytes))))
            .OrderBy(c => c.Copy.At).ThenBy(c => c.Hash, StringComparer.Ordinal).ToList();
        var quarters = inOrder.Where(c => c.Copy.Folder == Folder.Journal).Select(c => Quarter(c.Copy.At)).Distinct().ToList();
        Dictionary<string, int> next = new(StringComparer.Ordinal);
        List<GeneratedMail> mails = [];
        var reported = 0;
        foreach (var (copy, hash) in inOrder)
        {
            var (path, bytes) = copy.Folder switch
            {
                Folder.Journal => ($"mail/journal/{Quarter(copy.At)}.mbox{(Quarter(copy.At) == quarters[1] ? ".gz" : "")}", copy.Bytes),
                Folder.Reported => ($"mail/reported/report-{++reported:D4}.eml", reported % 2 == 0 ? WithCarriageReturns(copy.Bytes) : copy.Bytes),
                _ => (MaildirPath(copy, hash), copy.Bytes),
            };
            var ordinal = next.GetValueOrDefault(path);
            next[path] = ordinal + 1;
            var truth = new Truth(Convert.ToHexStringLower(SHA256.HashData(bytes)), copy.MessageId, copy.Kind, copy.Expected, copy.Targets, copy.Imitates, copy.FalseAddress);
            mails.Add(new GeneratedMail(path, ordinal, bytes, copy.EnvelopeFrom, copy.At, truth));
        }
        return [.. mails.OrderBy(m => m.Path, StringComparer.Ordinal).ThenBy(m => m.Ordinal)];
    }

    /// <summary>Reports of third parties, a file each, in the order in which they came.</summary>
    public static IReadOnlyList<GeneratedMail> Reports(IEnumerable<Copy> copies) =>
    [
        .. copies.OrderBy(c => c.At).Select((c, i) => new GeneratedMail($"from-outside-{(i + 1).ToString(CultureInfo.InvariantCulture)}.eml", 0, c.Bytes, c.EnvelopeFrom, c.At,
            new Truth(Convert.ToHexStringLower(SHA256.HashData(c.Bytes)), c.MessageId, c.Kind, c.Expected, c.Targets, c.Imitates, c.FalseAddress))),
    ];

    private static string Quarter(DateTimeOffset at) => $"{at.UtcDateTime.Year}-q{((at.UtcDateTime.Month - 1) / 3) + 1}";

    /// <summary>
    /// Maildir names end with ":2," and flags; since a colon cannot be in a file name on Windows, where this repository
    /// must check out, the usual substitute ";" stands in its place.
    /// </summary>
    private static string MaildirPath(Copy copy, string hash)
    {
        var name = $"{copy.At.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)}.M{Convert.ToInt32(hash[..4], 16)}P{Convert.ToInt32(hash[4..7], 16)}.store1";
        var roll = Convert.ToInt32(hash[7..9], 16) % 10;
        return roll == 0 ? $"mail/sent/new/{name}" : $"mail/sent/cur/{name};2,{(roll < 3 ? "RS" : "S")}";
    }

    private static byte[] WithCarriageReturns(byte[] bytes)
    {
        var lines = new List<byte>(bytes.Length + (bytes.Length / 40));
        foreach (var one in bytes)
        {
            if (one == '\n')
                lines.Add((byte)'\r');
            lines.Add(one);
        }
        return [.. lines];
    }
}
