namespace Serjeant.Traces;

/// <summary>What a log does not say of itself, and bounds.</summary>
public sealed record LogReaderOptions
{
    /// <summary>Where the clock stands that BIND, dnsmasq, Unbound and Windows write without a zone.</summary>
    public TimeZoneInfo Zone { get; init; } = TimeZoneInfo.Utc;

    /// <summary>
    /// The year of the first line of logs without one (syslog); null: the latest that puts this line before the file's last change. A month that
    /// goes back by half a year begins the next.
    /// </summary>
    public int? Year { get; init; }

    /// <summary>When the file was last written; null: what the file system says, or now where it cannot.</summary>
    public DateTimeOffset? Written { get; init; }

    /// <summary>Where "now" comes from.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Longer lines are cut here, in bytes, and counted. No format needs more: URLs are cut at 8 to 16 KiB by most programs.</summary>
    public int MaximumLine { get; init; } = 64 * 1024;
}
