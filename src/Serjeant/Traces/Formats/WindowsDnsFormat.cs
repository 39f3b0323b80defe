namespace Serjeant.Traces.Formats;

/// <summary>
/// The debug log of Windows' DNS server: dates as the machine's language writes them, names as (3)www(7)example(3)com(0). Only questions that came in
/// are look-ups of our clients.
/// </summary>
internal sealed class WindowsDnsFormat(LogClock clock) : ILogFormat
{
    private const int MostName = 255;

    public LogFormat Format => LogFormat.WindowsDns;

    /// <summary>Which of the first two numbers of a date is the day; to be known before the first line is read for good.</summary>
    public DateOrder Order { get; set; }

    public string? Read(ReadOnlySpan<byte> line, LogEvent into)
    {
        var packet = line.IndexOf(" PACKET "u8);
        if (packet < 0) return line[0] is >= (byte)'0' and <= (byte)'9' && !WindowsDate.TryRead(line, out _) ? "no date" : ILogFormat.NoEvent;
        if (!WindowsDate.TryRead(line[..packet], out var date)) return "no date";
        if (TimeOf(line, date) is not { } time) return "no date that exists";
        var tokens = new Tokens(line) { Position = packet + 8 };
        // An address of memory in newer versions, then the protocol.
        if (!tokens.Next()) return "cut short";
        if (!IsProtocol(tokens.Text) && (!tokens.Next() || !IsProtocol(tokens.Text))) return "no protocol";
        if (!tokens.Next()) return "no direction";
        if (!tokens.Text.SequenceEqual("Rcv"u8)) return ILogFormat.NoEvent;
        if (!tokens.Next() || !SyslogPrefix.IsAddress(tokens.Text)) return "no client";
        into.Set(LogField.Client, tokens.Start, tokens.Length);
        if (!tokens.Next() || !tokens.Next()) return "cut short";
        if (tokens.Text.SequenceEqual("R"u8)) return ILogFormat.NoEvent;
        var flags = line[tokens.Start..].IndexOf((byte)']');
        if (flags < 0) return "no flags";
        tokens.Position = tokens.Start + flags + 1;
        if (!tokens.Next()) return "no record type";
        into.Set(LogField.QueryType, tokens.Start, tokens.Length);
        if (!tokens.Next() || !SetName(tokens.Text, into)) return "no name of counted labels";
        into.Source = LogSource.NameServer;
        into.Time = time;
        return null;
    }

    private DateTimeOffset? TimeOf(ReadOnlySpan<byte> line, WindowsDate date)
    {
        var text = line[..date.Length];
        if (clock.IsKnown(text, out var known)) return known;
        return date.ToTime(Order) is { } local ? clock.Keep(text, clock.Local(local)) : null;
    }

    private static bool IsProtocol(ReadOnlySpan<byte> text) => text.SequenceEqual("UDP"u8) || text.SequenceEqual("TCP"u8);

    /// <summary>Labels are counted, so that a label may hold anything, brackets and dots too.</summary>
    private static bool SetName(ReadOnlySpan<byte> text, LogEvent into)
    {
        if (text.Length > MostName * 5) return false;
        var made = into.Make(LogField.Host, text.Length);
        var used = 0;
        while (text is [(byte)'(', ..] && text.IndexOf((byte)')') is > 1 and <= 4 and var close)
        {
            var length = LogClock.Number(text[1..close]);
            if (length < 0 || close + 1 + length > text.Length) return false;
            if (length == 0)
            {
                into.Shorten(LogField.Host, used);
                return text.Length == close + 1;
            }
            if (used > 0) made[used++] = (byte)'.';
            text.Slice(close + 1, length).CopyTo(made[used..]);
            used += length;
            text = text[(close + 1 + length)..];
        }
        return false;
    }
}
