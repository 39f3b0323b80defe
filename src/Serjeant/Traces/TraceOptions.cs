namespace Serjeant.Traces;

/// <summary>How logs are read for traces, and bounds.</summary>
public sealed record TraceOptions
{
    /// <summary>What the logs do not say of themselves.</summary>
    public LogReaderOptions Reading { get; init; } = new();

    /// <summary>The host whose web server wrote the log, where its lines do not name it; empty else.</summary>
    public string Host { get; init; } = "";

    /// <summary>Kept from one log; what is more is counted. A campaign is fetched by thousands at most; more are ordinary visits.</summary>
    public int MaximumTraces { get; init; } = 200_000;

    /// <summary>Hosts that a path is tried on where a web server's log does not say whose it is.</summary>
    public int MaximumHosts { get; init; } = 5_000;

    /// <summary>Such trials in one log: each takes some microseconds. What is left is counted and told.</summary>
    public long MaximumTrials { get; init; } = 4_000_000;
}
