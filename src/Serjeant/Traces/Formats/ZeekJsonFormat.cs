using System.Text.Json;

namespace Serjeant.Traces.Formats;

/// <summary>Zeek's logs as a JSON object a line, in files of their own or several kinds in one (with "_path").</summary>
internal sealed class ZeekJsonFormat(LogClock clock) : ILogFormat
{
    private static readonly JsonReaderOptions Options = new() { MaxDepth = 16 };

    public LogFormat Format { get; private set; } = LogFormat.ZeekDns;

    public string? Read(ReadOnlySpan<byte> line, LogEvent into)
    {
        if (line is not [(byte)'{', ..]) return "no JSON object";
        var http = line.IndexOf("\"uri\":"u8) >= 0 || line.IndexOf("\"method\":"u8) >= 0 || line.IndexOf("\"status_code\":"u8) >= 0;
        var format = http ? LogFormat.ZeekHttp : LogFormat.ZeekDns;
        try
        {
            if (!ReadObject(line, format, into, out var path, out var known)) return "no time";
            if (path switch { null => !known, "http" => !http, "dns" => http, _ => true }) return path is null ? "no dns.log or http.log of Zeek's" : ILogFormat.NoEvent;
        }
        catch (Exception problem) when (problem is JsonException or InvalidOperationException)
        {
            return "no JSON that can be read";
        }
        Format = into.Format = format;
        into.Source = format == LogFormat.ZeekDns ? LogSource.NameServer : LogSource.Proxy;
        ZeekFields.Finish(into);
        return null;
    }

    private bool ReadObject(ReadOnlySpan<byte> line, LogFormat format, LogEvent into, out string? path, out bool known)
    {
        (path, known) = (null, false);
        var reader = new Utf8JsonReader(line, Options);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isPath = reader.ValueTextEquals("_path"u8);
            var field = isPath ? LogField.Count : FieldOf(ref reader, format);
            reader.Read();
            if (isPath && reader.TokenType == JsonTokenType.String) path = reader.GetString();
            if (field == ZeekFields.Time) into.Time = reader.TokenType == JsonTokenType.String ? clock.Iso(reader.ValueSpan, utc: true) : LogClock.Epoch(reader.ValueSpan);
            else if (field != LogField.Count) Set(ref reader, field, into);
            known |= field is LogField.Host or LogField.Url or LogField.QueryType;
            if (reader.TokenType is JsonTokenType.StartArray or JsonTokenType.StartObject) reader.Skip();
        }
        // The object must end, and the line with it.
        while (reader.Read()) { }
        return into.Time is not null;
    }

    private static void Set(ref Utf8JsonReader reader, LogField field, LogEvent into)
    {
        var start = (int)reader.TokenStartIndex;
        if (reader.TokenType == JsonTokenType.StartArray)
        {
            reader.Skip();
            var length = (int)reader.BytesConsumed - start - 2;
            if (length > 0) SetArray(into.Line.Slice(start + 1, length), field, into);
        }
        else if (reader.TokenType == JsonTokenType.String && !reader.ValueIsEscaped) into.Set(field, start + 1, reader.ValueSpan.Length);
        else if (reader.TokenType == JsonTokenType.String) into.Shorten(field, reader.CopyString(into.Make(field, reader.ValueSpan.Length)));
        else if (reader.TokenType == JsonTokenType.Number) into.Set(field, start, reader.ValueSpan.Length);
    }

    /// <summary>As the text form writes lists: parted by commas, without quotes.</summary>
    private static void SetArray(ReadOnlySpan<byte> inside, LogField field, LogEvent into)
    {
        var made = into.Make(field, inside.Length);
        var used = 0;
        foreach (var letter in inside)
            if (letter != '"') made[used++] = letter;
        into.Shorten(field, used);
    }

    private static LogField FieldOf(ref Utf8JsonReader name, LogFormat format)
    {
        if (name.ValueTextEquals("ts"u8)) return ZeekFields.Time;
        if (name.ValueTextEquals("id.orig_h"u8)) return LogField.Client;
        return name.ValueSpan.Length > 24 ? LogField.Count : Names.Of(name.ValueSpan, format);
    }

    /// <summary>The same names as in the text form, found without making strings.</summary>
    private static class Names
    {
        private static readonly (byte[] Name, LogField Dns, LogField Http)[] All =
            [.. ((string[])["id.resp_h", "id.resp_p", "query", "qtype_name", "answers", "rcode_name", "method", "host", "uri", "referrer", "user_agent", "status_code", "username", "request_body_len", "response_body_len", "resp_mime_types"])
                .Select(n => (System.Text.Encoding.ASCII.GetBytes(n), ZeekFields.Of(n, LogFormat.ZeekDns), ZeekFields.Of(n, LogFormat.ZeekHttp)))];

        public static LogField Of(ReadOnlySpan<byte> name, LogFormat format)
        {
            foreach (var (known, dns, http) in All)
                if (name.SequenceEqual(known)) return format == LogFormat.ZeekDns ? dns : http;
            return LogField.Count;
        }
    }
}
