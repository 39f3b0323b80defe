namespace Serjeant.Retention;

/// <summary>What a hold covers. Numbers are stored: new ones are added at the end only.</summary>
public enum HoldScope
{
    Campaign,
    Person,
    Dates,
    Message,
}

/// <summary>Somebody must not delete something: a court, an inquiry, an investigation. Nothing that it covers is deleted before it is released.</summary>
/// <param name="Name">By which it is called, such as a file number; given once.</param>
/// <param name="Scope">What <paramref name="Subject"/> is.</param>
/// <param name="Subject">A campaign's identifier; a message's SHA-256; a person's identifier and addresses, a line each; empty for dates.</param>
public sealed record Hold(string Name, HoldScope Scope, string Subject)
{
    /// <summary>First moment covered, for dates; null where it is open.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>The moment that is no longer covered; null where it is open.</summary>
    public DateTimeOffset? To { get; init; }

    public required string Reason { get; init; }

    public required string By { get; init; }

    public DateTimeOffset At { get; init; }

    /// <summary>When it was released; null while it is in force.</summary>
    public DateTimeOffset? Released { get; init; }

    public string ReleasedBy { get; init; } = "";

    public string ReleasedWhy { get; init; } = "";

    public bool InForce => Released is null;
}
