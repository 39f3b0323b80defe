using Serjeant.Traces;
using Serjeant.Values;

namespace Serjeant.Storage;

public sealed partial class MemoryStore
{
    private readonly List<TracedFile> _traced = [];

    public void Add(TracedFile traced)
    {
        ArgumentNullException.ThrowIfNull(traced);
        lock (_gate)
        {
            var at = _traced.FindIndex(t => t.File.Digest == traced.File.Digest || t.File.Path == traced.File.Path);
            _traced.RemoveAll(t => t.File.Digest == traced.File.Digest || t.File.Path == traced.File.Path);
            _traced.Insert(at < 0 ? _traced.Count : at, traced);
        }
    }

    public TraceFile? FindTraceFile(Sha256 digest) => ReadTraceFiles().FirstOrDefault(f => f.Digest == digest);

    public IReadOnlyList<TraceFile> ReadTraceFiles()
    {
        lock (_gate) return [.. _traced.Select(t => t.File)];
    }

    public IReadOnlyList<(int File, PersonCoverage Coverage)> ReadCoverage()
    {
        lock (_gate) return [.. _traced.SelectMany((t, file) => t.People.Select(p => (file, p)))];
    }

    public IEnumerable<(int File, Trace Trace)> ReadTraces()
    {
        lock (_gate) return [.. _traced.SelectMany((t, file) => t.Traces.Select(trace => (file, trace)))];
    }

    long ITraceStore.Forget(string person)
    {
        lock (_gate) return Remove(p => p.Person == person, t => t.Person == person);
    }

    long ITraceStore.RemoveBefore(DateTimeOffset time)
    {
        lock (_gate)
        {
            var ended = _traced.Where(t => t.File.Last < time).ToList();
            _traced.RemoveAll(ended.Contains);
            return ended.Sum(t => 1L + t.People.Length + t.Traces.Length) + Remove(p => p.Last < time, t => t.Last < time);
        }
    }

    private long Remove(Predicate<PersonCoverage> coverage, Predicate<Trace> trace)
    {
        long removed = 0;
        for (var i = 0; i < _traced.Count; i++)
        {
            var before = _traced[i];
            _traced[i] = before with { People = before.People.RemoveAll(coverage), Traces = before.Traces.RemoveAll(trace) };
            removed += before.People.Length - _traced[i].People.Length + before.Traces.Length - _traced[i].Traces.Length;
        }
        return removed;
    }
}
