namespace Serjeant.Traces.Formats;

/// <summary>The time at the beginning of a line that syslog wrote (RFC 3164, RFC 5424), or a program that writes like it.</summary>
internal static class SyslogPrefix
{
    /// <param name="line">The line.</param>
    /// <param name="clock">Reads the time.</param>
    /// <param name="time">The time.</param>
    /// <returns>Where what follows the time begins; -1 where no time stands there.</returns>
    public static int Read(ReadOnlySpan<byte> line, LogClock clock, out DateTimeOffset time)
    {
        time = default;
        var start = 0;
        if (line is [(byte)'<', ..])
        {
            start = line.IndexOf((byte)'>') + 1;
            if (start is 0 or > 5) return -1;
            if (line[start..].StartsWith("1 "u8)) start += 2;
        }
        var rest = line[start..];
        if (rest.Length > 15 && rest[15] == ' ' && clock.Syslog(rest[..15]) is { } old)
        {
            time = old;
            return start + 16;
        }
        var space = rest.IndexOf((byte)' ');
        if (space is < 19 or > 40 || clock.Iso(rest[..space]) is not { } iso) return -1;
        time = iso;
        return start + space + 1;
    }

    /// <summary>A name in a DNS log: without the final dot.</summary>
    public static int WithoutDot(ReadOnlySpan<byte> name) => name.Length > 1 && name[^1] == '.' ? name.Length - 1 : name.Length;

    /// <summary>Letters, digits and colons as in an IPv4 or IPv6 address, which clients are logged by.</summary>
    public static bool IsAddress(ReadOnlySpan<byte> text) =>
        text.Length is > 1 and < 64 && text.IndexOfAny((byte)'.', (byte)':') >= 0 && char.IsAsciiHexDigit((char)text[0]) | text[0] == ':';
}
