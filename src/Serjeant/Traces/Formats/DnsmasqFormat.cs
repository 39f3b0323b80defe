namespace Serjeant.Traces.Formats;

/// <summary>dnsmasq with log-queries, in syslog or a file of its own; with log-queries=extra a serial number and the client stand in front.</summary>
internal sealed class DnsmasqFormat(LogClock clock) : ILogFormat
{
    public LogFormat Format => LogFormat.Dnsmasq;

    public string? Read(ReadOnlySpan<byte> line, LogEvent into)
    {
        var start = SyslogPrefix.Read(line, clock, out var time);
        if (start < 0) return "no time at its beginning";
        var message = MessageOf(line, start);
        if (message < 0) return line[start..].IndexOf(": "u8) > 0 ? ILogFormat.NoEvent : "no program that speaks";
        var tokens = new Tokens(line) { Position = message };
        if (!tokens.Next()) return ILogFormat.NoEvent;
        // "42 192.0.2.10/53124 query[A] ...": what stands in front with "extra".
        if (LogClock.Number(tokens.Text) >= 0 && (!tokens.Next() || !tokens.Next())) return "cut short";
        if (!tokens.Text.StartsWith("query["u8)) return ILogFormat.NoEvent;
        if (tokens.Text[^1] != ']') return "no record type";
        into.Set(LogField.QueryType, tokens.Start + 6, tokens.Length - 7);
        if (!tokens.Next()) return "no name";
        into.Set(LogField.Host, tokens.Start, SyslogPrefix.WithoutDot(tokens.Text));
        if (!tokens.Next() || !tokens.Text.SequenceEqual("from"u8) || !tokens.Next() || !SyslogPrefix.IsAddress(tokens.Text)) return "no client";
        var port = tokens.Text.IndexOf((byte)'#');
        into.Set(LogField.Client, tokens.Start, port < 0 ? tokens.Length : port);
        into.Source = LogSource.NameServer;
        into.Time = time;
        return null;
    }

    /// <summary>Behind "dnsmasq[123]: " or "dnsmasq: ", with the machine's name in front or without.</summary>
    private static int MessageOf(ReadOnlySpan<byte> line, int start)
    {
        var colon = line[start..].IndexOf(": "u8);
        if (colon < 0) return -1;
        var program = line.Slice(start, colon);
        program = program[(program.LastIndexOf((byte)' ') + 1)..];
        if (program.IndexOf((byte)'[') is > 0 and var bracket) program = program[..bracket];
        return program.SequenceEqual("dnsmasq"u8) ? start + colon + 2 : -1;
    }
}
