namespace Serjeant.Sources;

/// <summary>
/// Tells the lines that part the messages of an mbox from sentences that begin with "From ". A separator is a line "From " that
/// (1) has an envelope behind it (<see cref="MboxEnvelope"/>; without a date only in a file whose first line has none either),
/// (2) is followed by a header field, and (3) stands behind an empty line, or else is followed by a field that mail is known to have.
/// </summary>
internal sealed class MboxSeparator(EnvelopeLikeness least)
{
    /// <summary>Bytes behind "From " that a separator's line may have: an address has at most 320.</summary>
    public const int LongestLine = 1024;

    /// <summary>Bytes from the start of a candidate that decide it.</summary>
    public const int Ahead = LongestLine + 128;

    /// <summary>Bytes before a candidate that decide it.</summary>
    public const int Behind = 4;

    /// <summary>The first separator at or after <paramref name="from"/>, or -1.</summary>
    /// <param name="from">Set to where the search goes on once more bytes are there.</param>
    /// <param name="ended">No more bytes will come.</param>
    public int Find(ReadOnlySpan<byte> bytes, ref int from, bool ended)
    {
        while (true)
        {
            var found = bytes[from..].IndexOf("\nFrom "u8);
            if (found < 0)
            {
                from = Math.Max(from, bytes.Length - 5);
                return -1;
            }
            var at = from + found + 1;
            if (!ended && bytes.Length - at < Ahead)
            {
                from = at - 1;
                return -1;
            }
            if (Is(bytes, at))
                return at;
            from = at;
        }
    }

    /// <summary>Whether a separator begins at <paramref name="at"/>, where a line begins. Nothing further than <see cref="Ahead"/> is
    /// looked at, so that the answer does not depend on how much of the file stands in memory.</summary>
    public bool Is(ReadOnlySpan<byte> bytes, int at)
    {
        var ahead = bytes.Slice(at, Math.Min(Ahead, bytes.Length - at));
        if (Likeness(ahead) < least)
            return false;
        var name = HeaderLine.NameOf(ahead[EnvelopeLength(ahead)..]);
        return name.Length > 0 && (EmptyLineAtEnd(bytes[..at]) > 0 || HeaderLine.IsKnown(name));
    }

    /// <summary>What stands behind the "From " that the bytes begin with.</summary>
    public static EnvelopeLikeness Likeness(ReadOnlySpan<byte> bytes)
    {
        var line = LineLength(bytes);
        return line == 0 ? EnvelopeLikeness.None : MboxEnvelope.Of(bytes[(bytes[0] == '>' ? 6 : 5)..line]);
    }

    /// <summary>
    /// Bytes from the "From " that begins here to the message's first header field: the line itself, and any envelope lines right
    /// behind it, quoted or not, as mail that was delivered twice has them. 0 where no "From " line begins here.
    /// </summary>
    public static int EnvelopeLength(ReadOnlySpan<byte> bytes)
    {
        bytes = bytes[..Math.Min(Ahead, bytes.Length)];
        var length = bytes.StartsWith("From "u8) ? LineLength(bytes) : 0;
        while (length > 0 && Likeness(bytes[length..]) == EnvelopeLikeness.Dated)
            length += LineLength(bytes[length..]);
        return length;
    }

    private static int LineLength(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith("From "u8) || bytes.StartsWith(">From "u8)
            ? bytes[..Math.Min(bytes.Length, LongestLine)].IndexOf((byte)'\n') + 1
            : 0;

    /// <summary>Bytes of the empty line that the bytes end with: 0, 1 (LF) or 2 (CRLF).</summary>
    public static int EmptyLineAtEnd(ReadOnlySpan<byte> bytes)
    {
        if (bytes.EndsWith("\n\n"u8))
            return 1;
        return bytes.EndsWith("\n\r\n"u8) || bytes.SequenceEqual("\r\n"u8) ? 2 : bytes.SequenceEqual("\n"u8) ? 1 : 0;
    }
}
