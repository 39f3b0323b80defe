using System.Collections.Immutable;
using Serjeant.Campaigns;
using Serjeant.Personas;

namespace Serjeant.Cli.Reports;

/// <summary>What a report did to the campaigns.</summary>
internal enum CampaignStep
{
    None,
    Started,
    Joined,
    Stays,
}

/// <summary>What one thing that was handed in came to.</summary>
/// <param name="Place">Where it stood.</param>
internal sealed record ReportEntry(string Place)
{
    public string? Unreadable { get; init; }

    public Claim? Claim { get; init; }

    /// <summary>The message as it is kept.</summary>
    public KeptMessage? Kept { get; init; }

    public bool NewMessage { get; init; }

    /// <summary>This reporter had not told of this message before.</summary>
    public bool NewEvidence { get; init; }

    /// <summary>It counts as evidence.</summary>
    public bool Bears { get; init; }

    public Campaign? Campaign { get; init; }

    public CampaignStep Step { get; init; }

    /// <summary>Other messages of the campaign that came to us.</summary>
    public int TowardsUs { get; init; }

    /// <summary>Other messages of the campaign that went to others.</summary>
    public int TowardsOthers { get; init; }

    /// <summary>All who told of this message.</summary>
    public ImmutableArray<Testimony> Sources { get; init; } = [];

    public int Aggregates { get; init; }

    public ImmutableArray<SpoofedRow> Rows { get; init; } = [];

    public int NewRows { get; init; }
}
