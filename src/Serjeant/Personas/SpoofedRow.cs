using System.Net;
using Serjeant.Values;

namespace Serjeant.Personas;

/// <summary>
/// One row of a DMARC aggregate report (RFC 7489 appendix C) that failed for a domain of ours: somebody wrote in our name from an address, or
/// passed our mail on in a way that breaks its proofs.
/// </summary>
/// <param name="Reporter">org_name: who counted.</param>
/// <param name="Report">report_id, unique for the reporter.</param>
/// <param name="Domain">header_from: the domain of ours that was shown.</param>
/// <param name="Source">The address that sent; null where it cannot be read.</param>
/// <param name="Count">Messages, as the reporter says; from 0 to <see cref="MostMessages"/>.</param>
/// <param name="Disposition">What was done with them: none, quarantine, reject.</param>
/// <param name="Reason">Why the policy was not followed (forwarded, mailing_list ...); empty where none is given.</param>
/// <param name="Begin">First second of the time reported on, UTC.</param>
/// <param name="End">Last second.</param>
/// <param name="Carrier">The mail or file that brought the report.</param>
public sealed record SpoofedRow(
    string Reporter, string Report, DomainName Domain, IPAddress? Source, long Count, string Disposition, string Reason,
    DateTimeOffset? Begin, DateTimeOffset? End, Sha256 Carrier)
{
    /// <summary>What one row may count. Anybody can send a report: beyond this a count is no count of messages.</summary>
    public const long MostMessages = 1_000_000_000;

    public long Count { get; init; } = Math.Clamp(Count, 0, MostMessages);

    /// <summary>Messages of all rows; never more than a number holds.</summary>
    internal static long Sum(IEnumerable<SpoofedRow> rows) => rows.Aggregate(0L, (sum, row) => sum > long.MaxValue - row.Count ? long.MaxValue : sum + row.Count);

    /// <summary>The receiver knows the sender for a forwarder or a list: our own mail on a way that breaks its proofs.</summary>
    public bool Forwarded => Reason.Contains("forward", StringComparison.OrdinalIgnoreCase) || Reason.Contains("list", StringComparison.OrdinalIgnoreCase);
}
