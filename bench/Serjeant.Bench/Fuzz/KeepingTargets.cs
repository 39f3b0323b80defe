using System.Text;
using Serjeant.Campaigns;
using Serjeant.Retention;
using Serjeant.Storage.Records;
using Serjeant.Values;

namespace Serjeant.Bench.Fuzz;

/// <summary>Policies: any text is read or refused in words. Sealed records: damage is seen, never read past, never passed on.</summary>
internal static class KeepingTargets
{
    private static readonly KeyRing Ring = new([new(new byte[SecretKey.Length])]);

    public static FuzzTarget Policy { get; } = new("policy", () => [Encoding.UTF8.GetBytes("ordinary:\n  record: 90 days\n  entry: 5 years\nhostile: {record: 10 years, entry: 10 years}\ntraces: 6 months\n")], ReadPolicy,
        "\n", "  ", ": ", "ordinary:\n", "record: ", "entry: ", " days", " years", "-1", "99999999999", "&a ", "*a", "[", "]", "{", "}", "---\n", "\t", "\"", "\u0000", "\u00ff");

    public static FuzzTarget Records { get; } = new("sealed", () => [Whole()], OpenRecord, "\u0001", "\u0002", "\u0003", "\u0004", "\u0005", "\u0000", "\u00ff");

    private static void ReadPolicy(byte[] bytes)
    {
        try
        {
            var policy = new RetentionPolicyReader("p.yaml").Read(new StringReader(Encoding.UTF8.GetString(bytes)));
            foreach (var term in new[] { policy.Ordinary, policy.Suspect, policy.Hostile })
                if (term.RecordDays < 1 || term.EntryDays < term.RecordDays) throw new FuzzException("an impossible term was let in");
        }
        catch (SerjeantException)
        {
            // Refused in words.
        }
    }

    private static byte[] Whole()
    {
        var (head, rest) = (new BlobWriter(), new BlobWriter());
        var message = new KeptMessage { Id = Sha256.Of("fuzz"u8), Subject = "Minutes", From = "clerk@parliament.example" };
        MessageEncoding.WriteHead(head, message);
        MessageEncoding.WriteRest(rest, message);
        using var sealing = new RecordSealing(Ring);
        sealing.Seal(head.Written, rest.Written);
        return [(byte)sealing.Head.Length, .. sealing.Head, .. sealing.Rest];
    }

    private static void OpenRecord(byte[] bytes)
    {
        if (bytes.Length == 0) return;
        var end = Math.Min(bytes.Length, 1 + bytes[0]);
        using var sealing = new RecordSealing(Ring);
        try
        {
            if (sealing.Open(bytes.AsSpan(1, end - 1), bytes.AsSpan(end)).Subject != "Minutes") throw new FuzzException("a changed record was opened");
        }
        catch (InvalidDataException)
        {
            // The damage was seen.
        }
    }
}
