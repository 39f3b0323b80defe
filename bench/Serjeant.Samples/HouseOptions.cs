namespace Serjeant.Samples;

/// <summary>What to make.</summary>
public sealed record HouseOptions
{
    /// <summary>The least number of mails that leaves room for every class.</summary>
    public const int FewestMails = 400;

    /// <summary>The same seed gives the same bytes.</summary>
    public int Seed { get; init; } = 2021;

    /// <summary>All mails together, the planted ones included; at least <see cref="FewestMails"/>.</summary>
    public int Mails { get; init; } = 600;

    /// <summary>Mails of the reconnaissance among them; at least 20, since ten accounts must have something to send.</summary>
    public int ReconnaissanceMails { get; init; } = 90;
}
