using Serjeant.Storage.Tables;
using Serjeant.Traces;
using Serjeant.Values;

namespace Serjeant.Storage;

public sealed partial class SqliteStore
{
    public void Add(TracedFile traced)
    {
        ArgumentNullException.ThrowIfNull(traced);
        Writing(database =>
        {
            TraceTables.Add(database, traced, Keys);
            return true;
        });
    }

    public TraceFile? FindTraceFile(Sha256 digest) => ReadTraceFiles().FirstOrDefault(f => f.Digest == digest);

    public IReadOnlyList<TraceFile> ReadTraceFiles() => Reading(TraceTables.ReadFiles);

    public IReadOnlyList<(int File, PersonCoverage Coverage)> ReadCoverage() => Reading(TraceTables.ReadCoverage);

    public IEnumerable<(int File, Trace Trace)> ReadTraces() => Reading(database => TraceTables.ReadTraces(database, Keys));

    long ITraceStore.Forget(string person) => Writing(database => TraceTables.Forget(database, person));

    long ITraceStore.RemoveBefore(DateTimeOffset time) => Writing(database => TraceTables.RemoveBefore(database, time));
}
