namespace Serjeant.Hunts;

/// <summary>What a hunt answers with a number instead of messages, and what it holds in memory.</summary>
public sealed record HuntLimits
{
    public static HuntLimits Default { get; } = new();

    /// <summary>A selector in more than this share of all mail says nothing of those who got it.</summary>
    public double Share { get; init; } = 0.01;

    /// <summary>But so many messages are always told: a share of little mail is nothing.</summary>
    public int Least { get; init; } = 1_000;

    /// <summary>Hosts, forms and the like that one wildcard may stand for; above it, it must be narrower.</summary>
    public int Listed { get; init; } = 100_000;

    /// <summary>Messages of one selector that are held in memory for a pattern or a window: 16 MB.</summary>
    public int Held { get; init; } = 2_000_000;

    /// <summary>Members of one campaign that are looked at.</summary>
    public int Members { get; init; } = 100_000;

    /// <summary>More messages than this are told by their number.</summary>
    public long Bound(long messages) => Math.Max(Least, (long)(messages * Share));
}
