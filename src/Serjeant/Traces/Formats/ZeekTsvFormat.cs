namespace Serjeant.Traces.Formats;

/// <summary>Zeek's dns.log and http.log as tab-separated text (docs.zeek.org/en/master/log-formats.html); a file may have several headings.</summary>
internal sealed class ZeekTsvFormat : ILogFormat
{
    private const int MostFields = 256;

    private LogField[] _fields = [];
    private byte[] _unset = "-"u8.ToArray();
    private byte[] _empty = "(empty)"u8.ToArray();
    private byte _parting = (byte)'\t';
    private bool _read;

    public LogFormat Format { get; private set; } = LogFormat.ZeekDns;

    /// <summary>What #path says: "dns", "http" or something that is not read.</summary>
    public string Path { get; private set; } = "";

    public string? Read(ReadOnlySpan<byte> line, LogEvent into)
    {
        if (line is [(byte)'#', ..])
        {
            ReadHeading(line);
            return ILogFormat.NoEvent;
        }
        if (_fields.Length == 0) return "no #fields line before it";
        if (!_read) return ILogFormat.NoEvent;
        into.Format = Format;
        into.Source = Format == LogFormat.ZeekDns ? LogSource.NameServer : LogSource.Proxy;
        var at = 0;
        for (var i = 0; i < _fields.Length; i++)
        {
            if (at > line.Length) return $"{i} values where #fields names {_fields.Length}";
            var start = at;
            var length = line[at..].IndexOf(_parting);
            if (length < 0) length = line.Length - at;
            at = start + length + 1;
            var field = _fields[i];
            if (field == LogField.Count) continue;
            var value = line.Slice(start, length);
            if (value.SequenceEqual(_unset) || value.SequenceEqual(_empty)) continue;
            if (field == ZeekFields.Time) into.Time = LogClock.Epoch(value);
            else WebParts.SetEscaped(into, field, line, start, length);
        }
        if (at <= line.Length) return $"more values than the {_fields.Length} that #fields names";
        if (into.Time is null) return "no time in seconds since 1970";
        ZeekFields.Finish(into);
        return null;
    }

    private void ReadHeading(ReadOnlySpan<byte> line)
    {
        if (line.StartsWith("#separator "u8))
        {
            var text = line["#separator "u8.Length..];
            if (text is [(byte)'\\', (byte)'x', var high, var low] && WebParts.Hex(high) >= 0 && WebParts.Hex(low) >= 0) _parting = (byte)((WebParts.Hex(high) << 4) | WebParts.Hex(low));
            else if (text.Length == 1) _parting = text[0];
            return;
        }
        var part = line.IndexOf(_parting);
        if (part < 0) return;
        var name = line[..part];
        var rest = line[(part + 1)..];
        if (name.SequenceEqual("#unset_field"u8)) _unset = rest.ToArray();
        else if (name.SequenceEqual("#empty_field"u8)) _empty = rest.ToArray();
        else if (name.SequenceEqual("#path"u8)) SetPath(WebParts.Text(rest));
        else if (name.SequenceEqual("#fields"u8))
        {
            var names = WebParts.Text(rest).Split((char)_parting).Take(MostFields).ToArray();
            if (Path.Length == 0) SetPath(names.Contains("query") ? "dns" : names.Contains("uri") ? "http" : "");
            _fields = [.. names.Select(n => ZeekFields.Of(n, Format))];
        }
    }

    private void SetPath(string path)
    {
        Path = path;
        _read = path is "dns" or "http";
        Format = path == "http" ? LogFormat.ZeekHttp : LogFormat.ZeekDns;
    }
}
