namespace Serjeant.Sources;

/// <summary>Says what bytes that are no mail look like, and what can be done where they may hold mail.</summary>
internal static class NotMailReason
{
    private const string Unpack = "not opened: unpack it first";
    private const string Export = "not opened: export its messages as .eml or mbox";

    /// <summary>Beginnings that no header has, however broken. A zero byte is none: hostile mail has them.</summary>
    public static bool IsCertain(ReadOnlySpan<byte> head) => Find(head) is not null || head[0] is (byte)'<' or (byte)'{' or (byte)'[';

    public static string Of(ReadOnlySpan<byte> head)
    {
        head = head.TrimStart("\uFEFF"u8).TrimStart("\r\n\t "u8);
        if (Find(head) is { } found)
            return found;
        if (head.IsEmpty)
            return "not mail: nothing but blanks and line ends";
        if (head[0] == 0 && head.IndexOfAnyExcept((byte)0) < 0)
            return "not mail: nothing but zero bytes, as a crash leaves behind";
        if (head[0] == '<')
            return "not mail: begins like an HTML or XML page";
        if (head[0] is (byte)'{' or (byte)'[')
            return "not mail: begins like JSON";
        if (IsBinary(head))
            return "not mail: binary bytes of no kind known here";
        return head.StartsWith("From "u8)
            ? "not mail: begins with \"From \", but no header field follows"
            : "not mail: text without the header fields that mail begins with";
    }

    private static bool IsBinary(ReadOnlySpan<byte> head) => head[..Math.Min(head.Length, 512)].Contains((byte)0);

    private static string? Find(ReadOnlySpan<byte> head)
    {
        if (head.Length > 262 && head[257..].StartsWith("ustar"u8) && IsBinary(head[..100]))
            return $"a tar archive, {Unpack}";
        return head switch
        {
            [0xD0, 0xCF, 0x11, 0xE0, ..] => $"an Outlook message or an old Office file, {Export}",
            [(byte)'!', (byte)'B', (byte)'D', (byte)'N', ..] => $"an Outlook folder file (.pst, .ost), {Export}",
            [(byte)'P', (byte)'K', 3 or 5 or 7, ..] => $"a ZIP archive or an Office file, {Unpack}",
            [(byte)'7', (byte)'z', 0xBC, 0xAF, ..] => $"a 7z archive, {Unpack}",
            [(byte)'B', (byte)'Z', (byte)'h', >= (byte)'1' and <= (byte)'9', 0x31 or 0x17, ..] => $"packed by bzip2, {Unpack}",
            [0xFD, (byte)'7', (byte)'z', (byte)'X', (byte)'Z', ..] => $"packed by xz, {Unpack}",
            [0x28, 0xB5, 0x2F, 0xFD, ..] => $"packed by zstd, {Unpack}",
            [0x1F, 0x9D or 0xA0, ..] => $"packed by compress, {Unpack}",
            [(byte)'R', (byte)'a', (byte)'r', (byte)'!', ..] => $"a RAR archive, {Unpack}",
            [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] => "not mail: UTF-16 text, which no mail is stored as",
            [1, 1, 1, 1, (byte)'\n' or (byte)'\r', ..] => $"an MMDF mailbox, {Export}",
            _ => FindText(head),
        };
    }

    private static string? FindText(ReadOnlySpan<byte> head)
    {
        if (head.StartsWith("%PDF"u8)) return "not mail: begins like a PDF";
        if (head.StartsWith("%!PS"u8)) return "not mail: begins like PostScript";
        if (head.StartsWith((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G']) || head.StartsWith("GIF8"u8) || head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF])) return "not mail: begins like a picture";
        if (head.StartsWith("SQLite format 3"u8)) return "not mail: begins like an SQLite database";
        if (head.StartsWith("{\\rtf"u8)) return "not mail: begins like RTF";
        if (head.StartsWith("BABYL OPTIONS:"u8)) return $"an Emacs Babyl mailbox, {Export}";
        if (head.StartsWith("BEGIN:"u8)) return "not mail: begins like a calendar or an address card";
        if (head.StartsWith("HTTP/"u8)) return "not mail: begins like a web server's answer";
        if (head.StartsWith("#!"u8)) return "not mail: begins like a script";
        if (head.StartsWith("-----BEGIN "u8)) return "not mail: begins like a key or a certificate";
        if (head.StartsWith("\u007FELF"u8) || head.StartsWith("MZ"u8) && head.Length > 64 && IsBinary(head)) return "not mail: begins like a program";
        if (head.Length > 2 && char.IsAsciiDigit((char)head[0]) && head[..Math.Min(head.Length, 16)].IndexOf((byte)'\n') is > 0 and var line
            && head[..line].Trim(" \r"u8).IndexOfAnyExceptInRange((byte)'0', (byte)'9') < 0 && HeaderLine.IsKnown(HeaderLine.NameOf(head[(line + 1)..])))
            return $"an Apple Mail message (.emlx), {Export}";
        return null;
    }
}
