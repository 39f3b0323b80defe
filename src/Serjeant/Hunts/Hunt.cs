namespace Serjeant.Hunts;

/// <summary>What a hunt went over. Numbers are stored: new ones are added at the end only.</summary>
public enum HuntKind : byte
{
    /// <summary>Somebody asked the index.</summary>
    Asked,
    /// <summary>Somebody asked mail that was never scanned.</summary>
    Outside,
    /// <summary>A scan learned something and looked back by itself.</summary>
    LookingBack,
}

/// <summary>
/// The record of a hunt: who looked for how much, when and why, and how much was found. Not for what: a digest tells two hunts for the same
/// apart from two others, and tells nothing to who does not hold the house's key.
/// </summary>
public sealed record Hunt
{
    /// <summary>From 1; 0 where it was not recorded.</summary>
    public long Number { get; init; }

    public required HuntKind Kind { get; init; }

    public required DateTimeOffset At { get; init; }

    public required string By { get; init; }

    /// <summary>Empty where the house does not ask for one.</summary>
    public string Reason { get; init; } = "";

    /// <summary>Where the tip came from, as the user gave it: names of files, references in them; at most 400 characters.</summary>
    public string Source { get; init; } = "";

    /// <summary>32 hexadecimal digits: HMAC-SHA-256 of all that was sought, under the house's key, cut in half.</summary>
    public string Digest { get; init; } = "";

    /// <summary>Selectors and patterns sought.</summary>
    public long Sought { get; init; }

    /// <summary>What of the tip could not be used.</summary>
    public long Refused { get; init; }

    public HuntWindow Window { get; init; } = HuntWindow.Always;

    /// <summary>Messages found by a selector or pattern.</summary>
    public long Messages { get; init; }

    /// <summary>Messages that hang on the same campaigns.</summary>
    public long Others { get; init; }

    /// <summary>People on the roster who received one of either.</summary>
    public long People { get; init; }

    /// <summary>Messages that were looked at: those in the index, or those read.</summary>
    public long Over { get; init; }
}
