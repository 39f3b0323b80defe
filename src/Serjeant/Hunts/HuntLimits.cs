namespace Serjeant.Hunts;

/// <summary>What a hunt answers with a number instead of messages, and what it holds in memory.</summary>
public sealed record HuntLimits
{
    public static HuntLimits Default { get; } = new();

    /// <summary>A selector in more than this share of all mail says nothing of those who got it.</summary>
    public double Share { get; init; } = 0.01;

    /// <summary>But so many messages are always told: a share of little mail is nothing.</summary>
    public int Least { get; init; } = 1_000;

    /// <summary>Nor does what more than this share of a small house's mail has.</summary>
    public double LargeShare { get; init; } = 0.5;

    /// <summary>But so many messages are told whatever their share.</summary>
    public int LeastOfFew { get; init; } = 50;

    /// <summary>A host below a mailing service's own is told where no more messages have it: one customer's, and not every customer's.</summary>
    public int OfService { get; init; } = 50;

    /// <summary>Hosts, forms and the like that one wildcard may stand for; above it, it must be narrower.</summary>
    public int Listed { get; init; } = 100_000;

    /// <summary>Messages of one selector that are held in memory for a pattern or a window: 16 MB.</summary>
    public int Held { get; init; } = 2_000_000;

    /// <summary>Members of one campaign that are looked at.</summary>
    public int Members { get; init; } = 100_000;

    /// <summary>More messages of one selector than this are told by their number.</summary>
    public long Bound(long messages) => Math.Min(BoundOfCampaign(messages), Math.Max(LeastOfFew, (long)(messages * LargeShare)));

    /// <summary>Members of a campaign that are told: one may well be most of what a small house was sent.</summary>
    public long BoundOfCampaign(long messages) => Math.Max(Least, (long)(messages * Share));
}
