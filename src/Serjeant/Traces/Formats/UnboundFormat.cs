namespace Serjeant.Traces.Formats;

/// <summary>
/// Unbound with log-queries or log-replies (nlnetlabs.nl, unbound.conf): time in seconds since 1970, in ASCII, ISO 8601, or of syslog; then client,
/// name, type and class, in a reply also the result.
/// </summary>
internal sealed class UnboundFormat(LogClock clock) : ILogFormat
{
    public LogFormat Format => LogFormat.Unbound;

    public string? Read(ReadOnlySpan<byte> line, LogEvent into)
    {
        var start = ReadTime(line, out var time);
        if (start < 0) return "no time at its beginning";
        var message = MessageOf(line, start);
        if (message < 0) return line[start..].IndexOf(": "u8) > 0 ? ILogFormat.NoEvent : "no program that speaks";
        var tokens = new Tokens(line) { Position = message };
        if (!tokens.Next()) return ILogFormat.NoEvent;
        if (tokens.Text[^1] == ':' && !tokens.Next()) return ILogFormat.NoEvent;
        if (tokens.Text is [(byte)'q' or (byte)'r', .., (byte)':'] && !tokens.Next()) return ILogFormat.NoEvent;
        if (!SyslogPrefix.IsAddress(tokens.Text) || tokens.Text[^1] == ':') return ILogFormat.NoEvent;
        var port = tokens.Text.IndexOf((byte)'@');
        into.Set(LogField.Client, tokens.Start, port < 0 ? tokens.Length : port);
        if (!tokens.Next()) return ILogFormat.NoEvent;
        var (name, dotted) = (tokens.Start, tokens.Length);
        into.Set(LogField.Host, name, SyslogPrefix.WithoutDot(tokens.Text));
        if (!tokens.Next()) return "no record type";
        into.Set(LogField.QueryType, tokens.Start, tokens.Length);
        if (!tokens.Next() || !(tokens.Text.SequenceEqual("IN"u8) || tokens.Text.SequenceEqual("CH"u8) || tokens.Text.SequenceEqual("HS"u8) || tokens.Text.SequenceEqual("ANY"u8) || tokens.Text.StartsWith("CLASS"u8)))
            return line[name + dotted - 1] == '.' ? "no class" : ILogFormat.NoEvent;
        if (tokens.Next()) into.Set(LogField.Status, tokens.Start, tokens.Length);
        into.Source = LogSource.NameServer;
        into.Time = time;
        return null;
    }

    private int ReadTime(ReadOnlySpan<byte> line, out DateTimeOffset time)
    {
        time = default;
        if (line is not [(byte)'[', ..]) return SyslogPrefix.Read(line, clock, out time);
        var close = line.IndexOf((byte)']');
        if (close < 0 || close + 2 > line.Length || LogClock.Epoch(line[1..close]) is not { } epoch) return -1;
        time = epoch;
        return Math.Min(close + 2, line.Length);
    }

    /// <summary>Behind "unbound[811:0] " or "unbound: [811:0] "; the machine's name may stand in front.</summary>
    private static int MessageOf(ReadOnlySpan<byte> line, int start)
    {
        var at = line[start..].IndexOf("unbound"u8);
        if (at < 0 || (at > 0 && line[start + at - 1] != ' ') || line.Slice(start, at).Contains((byte)':')) return -1;
        var close = line[(start + at)..].IndexOf((byte)']');
        if (close < 0) return -1;
        var message = start + at + close + 1;
        if (message < line.Length && line[message] == ':') message++;
        // Where syslog's own "unbound[811]: " comes in front of "[811:0] ".
        var rest = line[message..].TrimStart((byte)' ');
        if (rest is [(byte)'[', ..] && rest.IndexOf((byte)']') is > 0 and var second) message = line.Length - rest.Length + second + 1;
        return message;
    }
}
