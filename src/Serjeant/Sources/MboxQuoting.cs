namespace Serjeant.Sources;

/// <summary>
/// Takes off what a writer of an mbox put before lines of a body that begin with "From ". One rule for all, since no file says how it was
/// written: in the body (behind the first empty line) each line of one or more "&gt;" and then "From " loses one "&gt;". This gives back
/// mboxrd exactly; in mboxo it also opens a "&gt;From " that the sender wrote, which cannot be told apart there. Header lines stay.
/// </summary>
internal static class MboxQuoting
{
    /// <summary>Copies a message without its quoting; returns the bytes written, never more than there were.</summary>
    public static int Copy(ReadOnlySpan<byte> quoted, Span<byte> plain)
    {
        var mark = quoted.IndexOf(">From "u8);
        var copied = 0;
        var written = 0;
        if (mark >= 0)
        {
            var body = BodyStart(quoted);
            for (var at = mark; at >= 0;)
            {
                // "at" is the last ">" before "From ": what stands before it on the line must be ">" only.
                var first = at;
                while (first > 0 && quoted[first - 1] == '>')
                    first--;
                if (first >= body && (first == 0 || quoted[first - 1] == '\n'))
                {
                    quoted[copied..at].CopyTo(plain[written..]);
                    written += at - copied;
                    copied = at + 1;
                }
                var next = quoted[(at + 1)..].IndexOf(">From "u8);
                at = next < 0 ? -1 : at + 1 + next;
            }
        }
        quoted[copied..].CopyTo(plain[written..]);
        return written + quoted.Length - copied;
    }

    /// <summary>Where the body begins: behind the first empty line; at the end where there is none.</summary>
    public static int BodyStart(ReadOnlySpan<byte> message)
    {
        for (var at = 0; at < message.Length;)
        {
            if (message[at] == '\n')
                return at + 1;
            if (message[at] == '\r' && at + 1 < message.Length && message[at + 1] == '\n')
                return at + 2;
            var line = message[at..].IndexOf((byte)'\n');
            if (line < 0)
                break;
            at += line + 1;
        }
        return message.Length;
    }
}
