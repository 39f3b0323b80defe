namespace Serjeant.Traces.Formats;

/// <summary>
/// W3C Extended Log File Format (w3.org/TR/WD-logfile): a #Fields line says what follows, and may stand in one file again and again. IIS writes a plus
/// for a space in what clients send; ISA and TMG part by tabs, Blue Coat quotes, and Exchange's HttpProxy logs part by commas. Times are UTC.
/// </summary>
internal sealed class W3CFormat(LogClock clock) : ILogFormat
{
    private const int MostFields = 256;

    private readonly byte[] _day = new byte[19];
    private W3CField[] _fields = [];
    private byte[] _names = [];
    private byte _parting = (byte)' ';
    private LogSource _source;

    public LogFormat Format => LogFormat.W3C;

    /// <summary>Lines before the first #Fields line cannot be read.</summary>
    public bool KnowsFields => _fields.Length > 0;

    public string? Read(ReadOnlySpan<byte> line, LogEvent into)
    {
        if (line is [(byte)'#', ..])
        {
            ReadDirective(line);
            return ILogFormat.NoEvent;
        }
        if (_fields.Length == 0) return IsHeading(line) ? ILogFormat.NoEvent : "no #Fields line before it";
        if (_names.AsSpan().SequenceEqual(line)) return ILogFormat.NoEvent;
        return ReadFields(line, into);
    }

    private void ReadDirective(ReadOnlySpan<byte> line)
    {
        if (line.StartsWith("#Date: "u8) && line.Length >= 17) SetDay(line.Slice(7, 10));
        if (!line.StartsWith("#Fields:"u8)) return;
        _names = line["#Fields:"u8.Length..].Trim((byte)' ').ToArray();
        _parting = _names.AsSpan().Contains((byte)'\t') ? (byte)'\t' : _names.AsSpan().Contains((byte)',') ? (byte)',' : (byte)' ';
        var names = WebParts.Text(_names).Split((char)_parting, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        _fields = [.. names.Take(MostFields).Select(W3CFields.Of)];
        _source = names.Any(W3CFields.IsOfProxy) ? LogSource.Proxy : LogSource.WebServer;
    }

    private string? ReadFields(ReadOnlySpan<byte> line, LogEvent into)
    {
        into.Source = _source;
        var at = 0;
        var (timed, dated, whole) = (false, false, false);
        (int Start, int Length) time = default;
        DateTimeOffset? moment = null;
        for (var i = 0; i < _fields.Length; i++)
        {
            if (at > line.Length) return Wrong(i);
            var (start, length) = NextValue(line, ref at);
            if (length < 0) return "a quote is not closed";
            var value = line.Slice(start, length);
            if (value.IsEmpty || value is [(byte)'-']) continue;
            switch (_fields[i].Role)
            {
                case W3CRole.Date: dated = true; SetDay(value); break;
                case W3CRole.Time: timed = true; time = (start, length); break;
                case W3CRole.Moment: moment = clock.Iso(value, utc: true); break;
                case W3CRole.Epoch: moment = LogClock.Epoch(value); break;
                case W3CRole.Plain: SetPlain(into, _fields[i].Field, value, start); break;
                case W3CRole.Spaced: SetSpaced(into, _fields[i].Field, value, start); break;
                case W3CRole.Target: whole = true; into.Set(LogField.Url, start, length); break;
                default: break;
            }
        }
        if (at <= line.Length && !line[at..].TrimEnd(" \t"u8).IsEmpty) return $"more values than the {_fields.Length} that #Fields names";
        if (whole) SetWhole(into);
        else CutQuery(into);
        into.Time = moment ?? (timed && (dated || _day[0] != 0) ? TimeOf(line.Slice(time.Start, time.Length)) : null);
        return into.Time is null ? "no date and time that exist" : null;
    }

    private string Wrong(int seen) => $"{seen} values where #Fields names {_fields.Length}";

    private (int Start, int Length) NextValue(ReadOnlySpan<byte> line, ref int at)
    {
        if (at < line.Length && line[at] == '"' && _parting != '\t')
        {
            var close = line[(at + 1)..].IndexOf((byte)'"');
            // Two quotes within are one.
            while (close >= 0 && at + close + 2 < line.Length && line[at + close + 2] == '"')
            {
                var next = line[(at + close + 3)..].IndexOf((byte)'"');
                close = next < 0 ? -1 : close + 2 + next;
            }
            var begin = at + 1;
            if (close < 0) return (begin, -1);
            at = begin + close + 2;
            return (begin, close);
        }
        var start = at;
        var length = line[at..].IndexOf(_parting);
        if (length < 0) length = line.Length - at;
        at = start + length + 1;
        return (start, length);
    }

    private static void SetPlain(LogEvent into, LogField field, ReadOnlySpan<byte> value, int start)
    {
        if (value.IndexOf("\"\""u8) < 0 || start == 0 || into.Line[start - 1] != '"')
        {
            into.Set(field, start, value.Length);
            return;
        }
        var made = into.Make(field, value.Length);
        var used = 0;
        for (var i = 0; i < value.Length; i++)
        {
            made[used++] = value[i];
            if (value[i] == '"' && i + 1 < value.Length && value[i + 1] == '"') i++;
        }
        into.Shorten(field, used);
    }

    private void SetSpaced(LogEvent into, LogField field, ReadOnlySpan<byte> value, int start)
    {
        if (_parting != ' ' || !value.Contains((byte)'+') || value.Contains((byte)' ')) SetPlain(into, field, value, start);
        else value.Replace(into.Make(field, value.Length), (byte)'+', (byte)' ');
    }

    /// <summary>cs-uri and c-uri hold a whole URL, host and port, or a path.</summary>
    private static void SetWhole(LogEvent into)
    {
        var connect = into[LogField.Method].SequenceEqual("CONNECT"u8);
        if (!WebParts.SetTarget(into, LogField.Url, connect) || connect) into.Set(LogField.Url, 0, 0);
    }

    /// <summary>A tunnel has no path, which Blue Coat writes as a slash; it puts a question mark in front of the query; a host may have its port behind it.</summary>
    private static void CutQuery(LogEvent into)
    {
        if (into[LogField.Method].SequenceEqual("CONNECT"u8))
        {
            into.Set(LogField.Path, 0, 0);
            into.Set(LogField.Query, 0, 0);
        }
        if (into[LogField.Query] is [(byte)'?', ..] query) into.SetPart(LogField.Query, LogField.Query, 1, query.Length - 1);
        if (into[LogField.Host].Contains((byte)':')) WebParts.SetAuthority(into, LogField.Host, 0, into[LogField.Host].Length);
        // A stem may be a whole URL, and a tunnel has none.
        if (into[LogField.Path] is [not (byte)'/', ..] stem && stem.IndexOf("://"u8) > 0) WebParts.SetTarget(into, LogField.Path, connect: false);
    }

    private void SetDay(ReadOnlySpan<byte> day)
    {
        if (day.Length == 10) day.CopyTo(_day);
        else _day[0] = 0;
    }

    private DateTimeOffset? TimeOf(ReadOnlySpan<byte> time)
    {
        if (time.Length < 8) return null;
        _day[10] = (byte)' ';
        time[..8].CopyTo(_day.AsSpan(11));
        return clock.Iso(_day, utc: true);
    }

    private static bool IsHeading(ReadOnlySpan<byte> line) => line.StartsWith("DateTime,"u8) || line.StartsWith("date-time,"u8);
}
