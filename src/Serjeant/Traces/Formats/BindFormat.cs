namespace Serjeant.Traces.Formats;

/// <summary>
/// BIND 9's query log (bind9.readthedocs.io, "querylog"): time of its own or of syslog, category and severity or not, the client with or without a
/// pointer, key and view; then name, class, type and flags.
/// </summary>
internal sealed class BindFormat(LogClock clock) : ILogFormat
{
    public LogFormat Format => LogFormat.Bind;

    public string? Read(ReadOnlySpan<byte> line, LogEvent into)
    {
        var start = ReadTime(line, out var time);
        if (start < 0) return "no time at its beginning";
        var client = FindClient(line, start);
        if (client < 0) return IsOther(line[start..]) ? ILogFormat.NoEvent : "no client and query";
        var query = line[client..].IndexOf(" query: "u8);
        if (query < 0) return ILogFormat.NoEvent;
        into.Source = LogSource.NameServer;
        into.Time = time;
        var tokens = new Tokens(line) { Position = client };
        if (!tokens.Next()) return "cut short";
        if (tokens.Text is [(byte)'@', ..] && !tokens.Next()) return "cut short";
        var port = tokens.Text.IndexOf((byte)'#');
        if (port <= 0 || !SyslogPrefix.IsAddress(tokens.Text[..port])) return "no client's address and port";
        into.Set(LogField.Client, tokens.Start, port);
        tokens.Position = client + query + " query: ".Length;
        if (!tokens.Next()) return "no name";
        into.Set(LogField.Host, tokens.Start, SyslogPrefix.WithoutDot(tokens.Text));
        if (!tokens.Next() || tokens.Length > 10 || !tokens.Next()) return "no class and type";
        into.Set(LogField.QueryType, tokens.Start, tokens.Length);
        if (tokens.Next() && tokens.Text[0] is not ((byte)'+' or (byte)'-')) return "no flags";
        while (tokens.Next())
            if (tokens.Text is [(byte)'(', .., (byte)')']) into.Set(LogField.ServerAddress, tokens.Start + 1, tokens.Length - 2);
        return null;
    }

    private int ReadTime(ReadOnlySpan<byte> line, out DateTimeOffset time)
    {
        time = default;
        if (line.Length > 21 && line[2] == '-')
        {
            var end = line[20] == '.' ? 24 : 20;
            if (end >= line.Length || line[end] != ' ' || clock.Bind(line[..end]) is not { } own) return -1;
            time = own;
            return end + 1;
        }
        return SyslogPrefix.Read(line, clock, out time);
    }

    /// <summary>Where the client stands: behind "client ", which begins the message itself, so that no name asked for can pretend.</summary>
    private static int FindClient(ReadOnlySpan<byte> line, int start)
    {
        var rest = line[start..];
        if (rest.StartsWith("client "u8)) return start + 7;
        var at = rest.IndexOf(": client "u8);
        return at < 0 ? -1 : start + at + 9;
    }

    /// <summary>Other categories' lines, and other programs' in syslog.</summary>
    private static bool IsOther(ReadOnlySpan<byte> rest) => rest.IndexOf(": "u8) > 0;
}
