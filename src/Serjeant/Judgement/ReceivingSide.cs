using System.Text;

namespace Serjeant.Judgement;

/// <summary>
/// Takes away what a receiving service added to a message, so that weights can be fitted and tested on what the sender wrote. A corpus comes
/// through one service, and what that service notes separates it from every other corpus for a reason that has nothing to do with hostility.
/// </summary>
public static class ReceivingSide
{
    private static readonly string[] Fields =
        ["authentication-results", "received-spf", "arc-", "return-path", "delivered-to", "x-original-to", "envelope-to", "x-envelope-to", "x-received",
         "x-google", "x-gm-", "x-ms-", "x-microsoft", "x-forefront", "x-spam", "x-virus", "x-sid", "x-message-info", "x-message-delivery", "x-sender-ip",
         "x-policyd", "x-kasloop", "x-mailfrom", "x-mailman", "x-beenthere", "delivery-date", "status", "lines", "content-length", "x-uuid", "x-miltered",
         "x-clientproxiedby", "x-tmn", "x-rcpt", "x-apparently-to", "x-ymail", "x-originalarrivaltime"];

    /// <param name="message">A whole message.</param>
    /// <param name="hopsToDrop">Received fields from the top to drop: those of the receiving side.</param>
    /// <returns>The message without those header fields; the body as it was.</returns>
    public static byte[] Remove(ReadOnlySpan<byte> message, int hopsToDrop)
    {
        var kept = new MemoryStream(message.Length);
        var dropping = false;
        while (!message.IsEmpty)
        {
            var end = message.IndexOf((byte)'\n');
            var line = end < 0 ? message : message[..(end + 1)];
            if (line.TrimEnd("\r\n"u8).IsEmpty) break;
            message = message[line.Length..];
            if (line[0] is not ((byte)' ' or (byte)'\t')) dropping = Drops(line, ref hopsToDrop);
            if (!dropping) kept.Write(line);
        }
        kept.Write(message);
        return kept.ToArray();
    }

    private static bool Drops(ReadOnlySpan<byte> line, ref int hopsToDrop)
    {
        var colon = line.IndexOf((byte)':');
        if (colon is <= 0 or > 60) return false;
        Span<char> name = stackalloc char[colon];
        Encoding.ASCII.GetChars(line[..colon], name);
        name = name.TrimEnd();
        if (name.Equals("received", StringComparison.OrdinalIgnoreCase)) return hopsToDrop-- > 0;
        foreach (var field in Fields)
            if (field[^1] == '-' || field.Length > 5 && field[..2] == "x-"
                ? name.StartsWith(field, StringComparison.OrdinalIgnoreCase)
                : name.Equals(field, StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }
}
