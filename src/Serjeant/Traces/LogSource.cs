namespace Serjeant.Traces;

/// <summary>What a log was written by.</summary>
public enum LogSource : byte
{
    /// <summary>A web proxy of our network: what our clients fetched.</summary>
    Proxy,
    /// <summary>A name server of our network: what our clients looked up.</summary>
    NameServer,
    /// <summary>A web server: who fetched what from it. Ours, or one whose owner gave us the log.</summary>
    WebServer,
}
