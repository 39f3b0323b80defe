namespace Serjeant.Traces.Formats;

/// <summary>
/// Squid's native access.log (wiki.squid-cache.org/Features/LogFormat): time, elapsed, client, result/status, bytes, method, URL, user,
/// hierarchy/peer, type.
/// </summary>
internal sealed class SquidFormat : ILogFormat
{
    public LogFormat Format => LogFormat.Squid;

    public string? Read(ReadOnlySpan<byte> line, LogEvent into)
    {
        var tokens = new Tokens(line);
        if (!tokens.Next() || LogClock.Epoch(tokens.Text) is not { } time) return "no time in seconds since 1970 at its beginning";
        if (!tokens.Next() || !IsElapsed(tokens.Text)) return "no elapsed milliseconds";
        into.Source = LogSource.Proxy;
        into.Time = time;
        if (!tokens.Next()) return "cut short";
        tokens.Into(into, LogField.Client);
        if (!tokens.Next() || tokens.Text.LastIndexOf((byte)'/') is not (> 0 and var slash)) return "no result and status";
        into.Set(LogField.Result, tokens.Start, slash);
        into.Set(LogField.Status, tokens.Start + slash + 1, tokens.Length - slash - 1);
        if (!tokens.Next() || LogClock.Number(tokens.Text) < 0) return "no count of bytes";
        into.Set(LogField.BytesOut, tokens.Start, tokens.Length);
        if (!tokens.Next()) return "cut short";
        tokens.Into(into, LogField.Method);
        if (!tokens.Next()) return "cut short";
        return ReadUrl(line, ref tokens, into);
    }

    private static string? ReadUrl(ReadOnlySpan<byte> line, ref Tokens tokens, LogEvent into)
    {
        // A URL may hold spaces: it ends before the user, who stands before the hierarchy.
        var (url, end) = (tokens.Start, tokens.Start + tokens.Length);
        if (!tokens.Next()) return "cut short";
        var user = (tokens.Start, tokens.Length);
        while (true)
        {
            if (!tokens.Next()) return "no hierarchy and peer";
            if (IsHierarchy(tokens.Text)) break;
            end = user.Start + user.Length;
            user = (tokens.Start, tokens.Length);
        }
        if (!(user.Length == 1 && line[user.Start] == '-')) into.Set(LogField.User, user.Start, user.Length);
        var peer = tokens.Text.IndexOf((byte)'/') + 1;
        if (tokens.Text[peer..] is not [(byte)'-']) into.Set(LogField.ServerAddress, tokens.Start + peer, tokens.Length - peer);
        if (tokens.Next()) tokens.Into(into, LogField.ContentType);
        if (line[url..end] is [(byte)'-']) return null;
        into.Set(LogField.Url, url, end - url);
        var connect = into[LogField.Method].SequenceEqual("CONNECT"u8);
        WebParts.SetTarget(into, LogField.Url, connect);
        // "host:443" is no URL, and "error:..." tells that nothing was asked for.
        if (connect || into[LogField.Url].StartsWith("error:"u8)) into.Set(LogField.Url, 0, 0);
        return null;
    }

    private static bool IsElapsed(ReadOnlySpan<byte> text) => LogClock.Number(text is [(byte)'-', ..] ? text[1..] : text) >= 0;

    /// <summary>HIER_DIRECT/192.0.2.1, TIMEOUT_FIRSTUP_PARENT/cache.example, NONE/-.</summary>
    private static bool IsHierarchy(ReadOnlySpan<byte> text)
    {
        var slash = text.IndexOf((byte)'/');
        if (slash < 4 || slash == text.Length - 1) return false;
        foreach (var letter in text[..slash])
            if (letter is not ((>= (byte)'A' and <= (byte)'Z') or (byte)'_' or (>= (byte)'0' and <= (byte)'9'))) return false;
        return true;
    }
}
