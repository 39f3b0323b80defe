using Serjeant.Sources;

namespace Serjeant.Campaigns;

/// <summary>Everything a scan keeps, in one place.</summary>
/// <remarks>
/// The order of reading is: files as a scan first meets them, in a file its places by ordinal. What stands in a file is tied to the file,
/// so that a file read on after a stop, or recalled, brings all its places into the current scan, whichever scan read them. A file met for
/// the first time in a scan without <see cref="IProgressStore.Find"/> having given its progress is read afresh: what was noted of it before
/// is forgotten (its messages are kept).
/// </remarks>
public interface IScanStore : IMessageStore, ICampaignStore, IProgressStore, IDisposable
{
    /// <summary>Begins a scan; nothing can be added before.</summary>
    /// <param name="fingerprint">
    /// Whatever the facts of a message depend on beside its bytes (version of the software, roster). Differs it from that of the scan
    /// before, then all files count as new, and a message read again replaces the one kept.
    /// </param>
    /// <returns>The scan's number, from 1.</returns>
    long BeginScan(string fingerprint);
}
