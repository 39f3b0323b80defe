namespace Serjeant.Traces.Formats;

/// <summary>Tells by a log's first lines what form it has; its name is not looked at.</summary>
internal static class FormatFinder
{
    private const int MostLines = 400;

    /// <summary>Of the lines looked at, so many of a hundred must be of the form, and no more may be of another: else the file is none, or several in one.</summary>
    private const int Share = 50, OthersShare = 20;

    private static readonly (LogFormat Format, string Name)[] Names =
    [
        (LogFormat.Squid, "Squid's access.log"), (LogFormat.Combined, "a web server's combined log"), (LogFormat.W3C, "a W3C extended log"),
        (LogFormat.ZeekDns, "Zeek's dns.log"), (LogFormat.ZeekHttp, "Zeek's http.log"), (LogFormat.Bind, "BIND's query log"),
        (LogFormat.Dnsmasq, "dnsmasq's log"), (LogFormat.Unbound, "Unbound's log"), (LogFormat.WindowsDns, "the debug log of Windows' DNS server"),
    ];

    public static string NameOf(LogFormat format) => Names[(int)format].Name;

    /// <summary>The form of one line, or null.</summary>
    public static LogFormat? Recognise(ReadOnlySpan<byte> line)
    {
        // A clock of its own, a leap year's: a line that is passed over must not teach the file's clock a year.
        var clock = new LogClock(TimeZoneInfo.Utc, 2000, DateTimeOffset.UnixEpoch);
        var tried = new LogEvent();
        var bytes = line.ToArray();
        foreach (var format in All(clock))
        {
            tried.Begin(bytes);
            if (format.Read(bytes, tried) is null) return format.Format;
        }
        return null;
    }

    /// <exception cref="SerjeantException">No form, or several in one file: says what was seen.</exception>
    public static ILogFormat Find(LogLines lines, LogClock clock, string name)
    {
        var head = Head(lines);
        if (head.Count == 0) throw Refuse(name, lines.Damage.Length > 0 ? lines.Damage : "there is nothing in it");
        if (lines.Rest is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..]) throw Refuse(name, "it is UTF-16 text; save it as UTF-8");
        var scores = All(clock).Select(format => (Format: format, Score: Try(format, head, clock))).ToList();
        var (best, score) = scores.MaxBy(s => s.Score.Events);
        var foreign = head.Where(line => !Takes(best, line) && Recognise(line) is not null).Count();
        if (score.Events == 0 || (score.Events + score.Others) * 100 < head.Count * Share || foreign * 100 > head.Count * OthersShare) throw Refuse(name, Seen(scores, head.Count));
        clock.Restart();
        if (best is CombinedFormat combined && score.Proxied * 2 >= score.Events) combined.Source = LogSource.Proxy;
        return Fresh(best, clock);
    }

    /// <summary>The lines in the buffer, of which the last may go on behind it.</summary>
    private static List<byte[]> Head(LogLines lines)
    {
        var head = new List<byte[]>();
        var rest = lines.Rest;
        while (!rest.IsEmpty && head.Count < MostLines)
        {
            var end = rest.IndexOf((byte)'\n');
            if (end < 0 && !(lines.IsWhole || head.Count == 0)) break;
            var line = (end < 0 ? rest : rest[..end]).Trim("\r\0"u8);
            if (!line.TrimStart(" \t"u8).IsEmpty) head.Add(line.ToArray());
            rest = end < 0 ? [] : rest[(end + 1)..];
        }
        return head;
    }

    private static bool Takes(ILogFormat format, byte[] line)
    {
        var tried = new LogEvent();
        tried.Begin(line);
        return format.Read(line, tried) is null or ILogFormat.NoEvent;
    }

    private static (int Events, int Others, int Proxied) Try(ILogFormat format, List<byte[]> head, LogClock clock)
    {
        var tried = new LogEvent();
        var (events, others, proxied) = (0, 0, 0);
        clock.Restart();
        foreach (var line in head)
        {
            tried.Begin(line);
            var reason = format.Read(line, tried);
            if (reason is null) events++;
            else if (reason.Length == 0) others++;
            if (reason is null && format is CombinedFormat { LooksLikeProxy: true }) proxied++;
        }
        clock.Restart();
        return (events, others, proxied);
    }

    /// <summary>Without what the first lines, which come again, left in it.</summary>
    private static ILogFormat Fresh(ILogFormat found, LogClock clock) => found switch
    {
        W3CFormat => new W3CFormat(clock),
        ZeekTsvFormat => new ZeekTsvFormat(),
        WindowsDnsFormat => new WindowsDnsFormat(clock),
        _ => found,
    };

    private static IEnumerable<ILogFormat> All(LogClock clock) =>
    [
        new SquidFormat(), new CombinedFormat(clock), new W3CFormat(clock), new ZeekTsvFormat(), new ZeekJsonFormat(clock), new DnsmasqFormat(clock),
        new UnboundFormat(clock), new WindowsDnsFormat(clock), new BindFormat(clock),
    ];

    private static string Seen(List<(ILogFormat Format, (int Events, int Others, int Proxied) Score)> scores, int lines)
    {
        foreach (var (format, _) in scores)
            if (format is ZeekTsvFormat { Path: { Length: > 0 } path } && path is not ("dns" or "http")) return $"it is Zeek's {path}.log, which tells of no look-up and no request";
        var seen = scores.Where(s => s.Score.Events > 0).OrderByDescending(s => s.Score.Events).Select(s => $"{s.Score.Events} look like {NameOf(s.Format.Format)}").ToList();
        return seen.Count == 0
            ? $"none of its first {lines} lines is of a form that is known"
            : $"of its first {lines} lines {string.Join(", ", seen)}{(scores.Sum(s => s.Score.Events) < lines ? ", the rest like nothing known" : "")}; one file must be one log";
    }

    private static SerjeantException Refuse(string name, string seen) => new($"{name}: no log that can be read: {seen}.", retryHelps: false) { Place = name };
}
