using System.Collections.Immutable;
using Serjeant.Judgement;
using Serjeant.Values;

namespace Serjeant.Outbound;

/// <summary>
/// Mail that left a mailbox or a server of ours in a shape that is not its own: what it is, since when, and what is unusual beside what is
/// usual for it. It speaks of the mailbox or the server, never of its owner: whoever broke in wrote the mail.
/// </summary>
/// <param name="Unit">The mailbox's address, or the server's name.</param>
/// <param name="IsServer">A server, or addresses of ours that nobody is known to use.</param>
/// <param name="Since">Of the first unusual message.</param>
/// <param name="Until">Of the last.</param>
/// <param name="Assessment">On the scale of own mail (<see cref="WeightTable.Outbound"/>).</param>
/// <param name="Deviations">What is unusual, the heaviest first.</param>
/// <param name="Messages">The unusual messages by date, at most <see cref="OutboundMaker.MaximumMessages"/>.</param>
/// <param name="Count">All of them.</param>
/// <param name="Past">Its messages before that it is measured by.</param>
public sealed record OutboundFinding(
    string Unit, bool IsServer, DateTimeOffset Since, DateTimeOffset Until, Assessment Assessment, ImmutableArray<Deviation> Deviations,
    ImmutableArray<Sha256> Messages, int Count, int Past);

/// <summary>One thing that is unusual.</summary>
/// <param name="Code">outbound.what-it-is, as in data/signals.</param>
/// <param name="Unusual">What was seen.</param>
/// <param name="Usual">What this mailbox or server did before.</param>
public sealed record Deviation(string Code, string Unusual, string Usual)
{
    public string Evidence => $"{Unusual} (usual: {Usual})";
}
