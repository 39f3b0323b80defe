namespace Serjeant.Traces;

/// <summary>The parts of a log line. Names are ours; formats map theirs to these.</summary>
public enum LogField : byte
{
    /// <summary>Address or name of the client.</summary>
    Client,
    /// <summary>The user who was signed in, as logged.</summary>
    User,
    Method,
    /// <summary>The whole URL where the log has it (proxies); else empty.</summary>
    Url,
    /// <summary>Host asked for: of the URL, the Host header, or of CONNECT. For name servers the name asked for.</summary>
    Host,
    /// <summary>Path of the URL, as logged (percent-encoded or not).</summary>
    Path,
    /// <summary>Without the question mark.</summary>
    Query,
    Status,
    UserAgent,
    Referrer,
    Cookie,
    /// <summary>The server's own address, or that which the proxy connected to.</summary>
    ServerAddress,
    ServerPort,
    ContentType,
    /// <summary>Record type of a look-up: A, AAAA, TXT ...</summary>
    QueryType,
    /// <summary>What a look-up gave, where logged.</summary>
    Answers,
    /// <summary>Bytes sent to the client.</summary>
    BytesOut,
    /// <summary>Bytes that the client sent.</summary>
    BytesIn,
    /// <summary>X-Forwarded-For: for whom a proxy in front of a web server asked, by its own word.</summary>
    ForwardedFor,
    /// <summary>What a proxy did: TCP_MISS, TCP_DENIED ...</summary>
    Result,
    Count,
}
