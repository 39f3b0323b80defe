namespace Serjeant.Traces.Formats;

/// <summary>
/// Common and Combined Log Format (httpd.apache.org/docs/2.4/logs.html): client, identity, user, time, request, status, bytes, referrer, agent; what
/// stands behind (Squid's result and hierarchy, a forwarded-for) or before (a virtual host with its port) is known too.
/// </summary>
internal sealed class CombinedFormat(LogClock clock) : ILogFormat
{
    public LogFormat Format => LogFormat.Combined;

    /// <summary>
    /// Who writes this file. Decided for the whole of it: a web server is asked for whole URLs too, by those who look for open proxies, and must not
    /// be taken for a proxy in those lines.
    /// </summary>
    public LogSource Source { get; set; } = LogSource.WebServer;

    /// <summary>The line last read is as a proxy writes it.</summary>
    public bool LooksLikeProxy { get; private set; }

    public string? Read(ReadOnlySpan<byte> line, LogEvent into)
    {
        var bracket = FindTime(line);
        if (bracket < 0) return "no time in square brackets";
        var close = line[bracket..].IndexOf((byte)']');
        if (close < 0 || clock.Common(line.Slice(bracket + 1, close - 1)) is not { } time) return "no date that exists";
        into.Time = time;
        into.Source = Source;
        LooksLikeProxy = false;
        if (ReadClient(line[..bracket], into) is { } wrong) return wrong;
        var tokens = new Tokens(line) { Position = bracket + close + 1 };
        if (!tokens.NextQuoted(out var quoted) || !quoted) return "no request in quotes";
        ReadRequest(line, tokens.Start, tokens.Length, into);
        if (!tokens.Next() || !IsCount(tokens.Text) || tokens.Length > 3) return "no status";
        tokens.Into(into, LogField.Status);
        if (!tokens.Next() || !IsCount(tokens.Text)) return "no count of bytes";
        tokens.Into(into, LogField.BytesOut);
        return ReadRest(line, ref tokens, into);
    }

    /// <summary>A bracket behind which a date stands: users may hold brackets too.</summary>
    private static int FindTime(ReadOnlySpan<byte> line)
    {
        for (var from = 0; ;)
        {
            var found = line[from..].IndexOf((byte)'[');
            if (found < 0) return -1;
            from += found;
            if (from + 21 < line.Length && line[from + 3] == '/' && line[from + 7] == '/') return from;
            from++;
        }
    }

    private static string? ReadClient(ReadOnlySpan<byte> before, LogEvent into)
    {
        var tokens = new Tokens(before);
        if (!tokens.Next()) return "no client";
        var (start, length) = (tokens.Start, tokens.Length);
        if (!tokens.Next()) return "no client, identity and user";
        // "www.example.com:443 192.0.2.1 - -" has one word more than the format.
        if (IsVirtualHost(before.Slice(start, length)))
        {
            var host = (start, length);
            (start, length) = (tokens.Start, tokens.Length);
            if (tokens.Next() && !tokens.AtEnd)
            {
                into.Set(LogField.Host, host.start, before.Slice(host.start, host.length).LastIndexOf((byte)':'));
            }
            else
            {
                (start, length) = host;
                tokens.Position = start + length;
                tokens.Next();
            }
        }
        // nginx with a list of forwarded addresses in front: the first is the client.
        while (length > 1 && before[start + length - 1] == ',')
        {
            length--;
            if (!tokens.Next()) break;
        }
        if (!(length == 1 && before[start] == '-')) into.Set(LogField.Client, start, length);
        if (!tokens.Next()) return "no user";
        var user = before[tokens.Start..].TrimEnd((byte)' ');
        if (!user.SequenceEqual("-"u8)) WebParts.SetEscaped(into, LogField.User, before, tokens.Start, user.Length);
        return null;
    }

    private static bool IsVirtualHost(ReadOnlySpan<byte> word)
    {
        var colon = word.LastIndexOf((byte)':');
        return colon > 0 && LogClock.Number(word[(colon + 1)..]) is > 0 and <= ushort.MaxValue && !word[..colon].Contains((byte)':');
    }

    private void ReadRequest(ReadOnlySpan<byte> line, int start, int length, LogEvent into)
    {
        var request = line.Slice(start, length);
        var space = request.IndexOf((byte)' ');
        // What is no request (a TLS greeting, nothing at all) was still asked of the server.
        if (space <= 0 || request[..space].ContainsAnyExceptInRange((byte)'A', (byte)'Z'))
        {
            if (length > 1) WebParts.SetEscaped(into, LogField.Path, line, start, length);
            return;
        }
        into.Set(LogField.Method, start, space);
        var (begin, end) = (start + space + 1, start + length);
        var last = request.LastIndexOf((byte)' ');
        if (last > space && request[(last + 1)..].StartsWith("HTTP/"u8)) end = start + last;
        WebParts.SetEscaped(into, LogField.Url, line, begin, Math.Max(0, end - begin));
        var connect = request[..space].SequenceEqual("CONNECT"u8);
        LooksLikeProxy = WebParts.SetTarget(into, LogField.Url, connect);
        if (connect || !LooksLikeProxy) into.Set(LogField.Url, 0, 0);
    }

    private string? ReadRest(ReadOnlySpan<byte> line, ref Tokens tokens, LogEvent into)
    {
        if (!tokens.NextQuoted(out var quoted)) return tokens.AtEnd ? null : "a quote is not closed";
        if (!quoted)
        {
            ReadResult(ref tokens, into);
            return null;
        }
        WebParts.SetEscaped(into, LogField.Referrer, line, tokens.Start, tokens.Length);
        if (!tokens.NextQuoted(out quoted) || !quoted) return tokens.AtEnd ? "no agent" : "a quote is not closed";
        WebParts.SetEscaped(into, LogField.UserAgent, line, tokens.Start, tokens.Length);
        if (!tokens.NextQuoted(out quoted)) return null;
        if (!quoted) ReadResult(ref tokens, into);
        else if (System.Net.IPAddress.TryParse(FirstOf(tokens.Text), out _)) into.Set(LogField.ForwardedFor, tokens.Start, tokens.Length);
        return null;
    }

    /// <summary>Squid's "TCP_MISS:HIER_DIRECT" behind a combined line.</summary>
    private void ReadResult(ref Tokens tokens, LogEvent into)
    {
        if (!tokens.Text.StartsWith("TCP_"u8) || tokens.Text.IndexOf((byte)':') is not (> 0 and var colon)) return;
        LooksLikeProxy = true;
        into.Set(LogField.Result, tokens.Start, colon);
    }

    private static ReadOnlySpan<byte> FirstOf(ReadOnlySpan<byte> list) => list.IndexOf((byte)',') is >= 0 and var comma ? list[..comma] : list;

    private static bool IsCount(ReadOnlySpan<byte> text) => text is [(byte)'-'] || text.Length <= 18 && !text.ContainsAnyExceptInRange((byte)'0', (byte)'9');
}
