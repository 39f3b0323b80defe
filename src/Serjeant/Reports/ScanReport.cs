using System.Collections.Immutable;
using Serjeant.Campaigns;
using Serjeant.Hunts.Knowledge;
using Serjeant.Hunts.Watches;
using Serjeant.Judgement;
using Serjeant.Outbound;
using Serjeant.Registers;
using Serjeant.Sources;

namespace Serjeant.Reports;

/// <summary>One message of a scan with the judgement on it.</summary>
public sealed record JudgedMessage(MessagePlace Place, KeptMessage Message, Assessment Assessment, string? CampaignId);

/// <summary>Figures of a scan.</summary>
/// <param name="Messages">Places with a message.</param>
/// <param name="New">Messages never seen before.</param>
/// <param name="Bytes">Bytes of messages read (0 for those recalled without reading).</param>
/// <param name="Seconds">By the clock.</param>
/// <param name="CpuSeconds">Of the whole process, over all cores.</param>
/// <param name="PeakMegabytes">Largest resident memory of the process, in 10^6 bytes.</param>
public sealed record ScanSummary(
    long Messages, long New, long Unreadable, long Bytes, double Seconds, double CpuSeconds, double PeakMegabytes,
    long Ordinary, long Suspect, long Hostile)
{
    /// <summary>Places with a message whose record was deleted by retention or on request; not among <see cref="Messages"/>.</summary>
    public long Deleted { get; init; }
}

/// <summary>All a report is written from. Messages come as a stream, so that a report of any length needs little memory.</summary>
/// <param name="Messages">In the order of reading; may be enumerated more than once.</param>
/// <param name="Campaigns">With at least one member in this scan: hostile first, then suspect, then ordinary mass mailings; the most messages first in each.</param>
public sealed record ScanReport(
    string Title,
    Roster Roster,
    IEnumerable<JudgedMessage> Messages,
    ImmutableArray<Campaign> Campaigns,
    IEnumerable<Unreadable> Unreadable,
    ScanSummary Summary,
    DateTimeOffset MadeAt)
{
    /// <summary>Mailboxes and servers of ours whose mail is not like theirs, in all the mail that is kept; the heaviest first.</summary>
    public ImmutableArray<OutboundFinding> Outbound { get; init; } = [];

    /// <summary>What is watched for and was seen in this scan.</summary>
    public ImmutableArray<WatchAlert> Watched { get; init; } = [];

    /// <summary>What this scan taught found in other mail.</summary>
    public LookBack Back { get; init; } = LookBack.Nothing;
}
