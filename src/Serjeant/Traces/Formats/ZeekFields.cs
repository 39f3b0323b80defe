namespace Serjeant.Traces.Formats;

/// <summary>Names of Zeek's fields in dns.log and http.log, and what a log of both has in common.</summary>
internal static class ZeekFields
{
    /// <summary>Stands for ts, which is no field of an event.</summary>
    public const LogField Time = (LogField)254;

    /// <summary>The field for a name; <see cref="LogField.Count"/> for one that is not read.</summary>
    public static LogField Of(string name, LogFormat format) => (name, format) switch
    {
        ("ts", _) => Time,
        ("id.orig_h", _) => LogField.Client,
        ("id.resp_h", _) => LogField.ServerAddress,
        ("id.resp_p", _) => LogField.ServerPort,
        ("query", LogFormat.ZeekDns) => LogField.Host,
        ("qtype_name", LogFormat.ZeekDns) => LogField.QueryType,
        ("answers", LogFormat.ZeekDns) => LogField.Answers,
        ("rcode_name", LogFormat.ZeekDns) => LogField.Status,
        ("method", LogFormat.ZeekHttp) => LogField.Method,
        ("host", LogFormat.ZeekHttp) => LogField.Host,
        ("uri", LogFormat.ZeekHttp) => LogField.Url,
        ("referrer", LogFormat.ZeekHttp) => LogField.Referrer,
        ("user_agent", LogFormat.ZeekHttp) => LogField.UserAgent,
        ("status_code", LogFormat.ZeekHttp) => LogField.Status,
        ("username", LogFormat.ZeekHttp) => LogField.User,
        ("request_body_len", LogFormat.ZeekHttp) => LogField.BytesIn,
        ("response_body_len", LogFormat.ZeekHttp) => LogField.BytesOut,
        ("resp_mime_types", LogFormat.ZeekHttp) => LogField.ContentType,
        _ => LogField.Count,
    };

    /// <summary>The URI is a path, a whole URL where a proxy was asked, or host and port of CONNECT; the host may have its port behind it.</summary>
    public static void Finish(LogEvent into)
    {
        if (into.Format != LogFormat.ZeekHttp) return;
        if (into[LogField.Host].Contains((byte)':')) WebParts.SetAuthority(into, LogField.Host, 0, into[LogField.Host].Length);
        var connect = into[LogField.Method].SequenceEqual("CONNECT"u8);
        if (!WebParts.SetTarget(into, LogField.Url, connect) || connect) into.Set(LogField.Url, 0, 0);
    }
}
