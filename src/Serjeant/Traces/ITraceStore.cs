using Serjeant.Values;

namespace Serjeant.Traces;

/// <summary>
/// Keeps what logs tell of hosts and URLs that mail names: no line of a log, nothing of other hosts. URLs and clients are sealed under the house's
/// secret. One writer at a time; nothing counts as kept before <see cref="Campaigns.IMessageStore.CommitAsync"/> has returned.
/// </summary>
public interface ITraceStore
{
    /// <summary>Keeps a log's traces, in place of what was kept of a log with the same digest or the same path.</summary>
    void Add(TracedFile traced);

    /// <summary>Whether a log was read already.</summary>
    TraceFile? FindTraceFile(Sha256 digest);

    /// <summary>All logs read, in the order in which they were first added.</summary>
    IReadOnlyList<TraceFile> ReadTraceFiles();

    /// <summary>Which people's clients appear in which log (index into <see cref="ReadTraceFiles"/>).</summary>
    IReadOnlyList<(int File, PersonCoverage Coverage)> ReadCoverage();

    /// <summary>All traces with the log they stand in.</summary>
    IEnumerable<(int File, Trace Trace)> ReadTraces();

    /// <summary>Deletes what is known of one person: traces of that person's clients, and that they appear in logs.</summary>
    /// <returns>Rows deleted.</returns>
    long Forget(string person);

    /// <summary>Deletes traces and logs that end before a time.</summary>
    /// <returns>Rows deleted.</returns>
    long RemoveBefore(DateTimeOffset time);
}
