namespace Serjeant.Traces;

/// <summary>The forms of logs that are read. Numbers are stored: new ones are added at the end only.</summary>
public enum LogFormat : byte
{
    /// <summary>Squid's own access.log.</summary>
    Squid,
    /// <summary>NCSA Common and Combined: Apache, nginx, Squid's "combined"; with or without more behind.</summary>
    Combined,
    /// <summary>W3C Extended Log File Format: IIS, ISA and TMG, Blue Coat; Exchange's comma-separated relative of it.</summary>
    W3C,
    /// <summary>Zeek's dns.log, tab-separated or JSON.</summary>
    ZeekDns,
    /// <summary>Zeek's http.log, tab-separated or JSON.</summary>
    ZeekHttp,
    /// <summary>BIND's query log.</summary>
    Bind,
    Dnsmasq,
    Unbound,
    /// <summary>The debug log of Windows' DNS server.</summary>
    WindowsDns,
}
