namespace Serjeant.Hunts.Tips;

/// <summary>Where a tip comes from: one block of a list, one indicator, one event. Shared by all that stands in it.</summary>
public sealed record Origin
{
    public static Origin Unknown { get; } = new();

    /// <summary>The report it was taken from: a URL, or a title; empty where none is given.</summary>
    public string Reference { get; init; } = "";

    /// <summary>The giver's own name for it: a STIX id, a UUID of MISP; empty where none.</summary>
    public string Id { get; init; } = "";

    /// <summary>What the giver calls it; empty where nothing.</summary>
    public string Name { get; init; } = "";

    /// <summary>Since when it is good, as the giver says.</summary>
    public DateTimeOffset? ValidFrom { get; init; }

    /// <summary>Until when it is good. Old mail is hunted with it all the same.</summary>
    public DateTimeOffset? ValidUntil { get; init; }

    /// <summary>The giver took it back.</summary>
    public bool Revoked { get; init; }

    public bool IsExpired(DateTimeOffset now) => ValidUntil is { } until && until <= now;
}
