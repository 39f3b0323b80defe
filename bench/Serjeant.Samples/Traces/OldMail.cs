namespace Serjeant.Samples.Traces;

/// <summary>What to make.</summary>
public sealed record OldMailOptions
{
    /// <summary>The same seed gives the same bytes.</summary>
    public int Seed { get; init; } = 2019;

    /// <summary>Ordinary mails beside the planted ones, over <see cref="Months"/>.</summary>
    public int Ordinary { get; init; } = 320;

    /// <summary>Planted mails.</summary>
    public int Planted { get; init; } = 60;

    public int Months { get; init; } = 30;

    /// <summary>Lines of the proxy's log, about; the other logs follow.</summary>
    public int LogLines { get; init; } = 6_000;
}

/// <summary>What the sender of the planted mail learned of one person, as we know because we made it.</summary>
/// <param name="Person">On the roster.</param>
/// <param name="State">leaked, proxied, pre-fetched, not-seen or unknown, as the logs can show it.</param>
/// <param name="Why">For whoever compares.</param>
/// <param name="Messages">Planted mails to that person.</param>
public sealed record TrueExposure(string Person, string State, string Why, int Messages);

/// <summary>A log as it lies in a file.</summary>
/// <param name="Name">Below logs/; .gz where it is packed.</param>
/// <param name="Lines">Each ended by LF.</param>
public sealed record GeneratedLog(string Name, string Lines);

/// <summary>Years of a parliament's mail with a campaign that nobody saw; logs from its time; and what a partner tells years later.</summary>
/// <param name="Tip">Three selectors.</param>
/// <param name="Bundle">The same as a STIX 2.1 bundle.</param>
public sealed record OldMail(GeneratedHouse House, IReadOnlyList<GeneratedLog> Logs, IReadOnlyList<TrueExposure> Exposures, IReadOnlyList<string> Tip, string Bundle);
