using Serjeant.Storage.Tables;

namespace Serjeant.Storage.Index;

/// <summary>
/// All postings: what is committed in runs of the data folder, what is not in memory. A log-structured merge tree (O'Neil and others, 1996)
/// whose list of files is a table in the database, so that a batch's postings and rows count from the same instant. Not thread-safe but for
/// <see cref="Hold"/>.
/// </summary>
internal sealed class PostingIndex : IDisposable
{
    private readonly Database _database;
    private readonly string _folder;
    private readonly IndexLimits _limits;
    private readonly RunSet _set = new();
    private readonly PostingBuffer _buffer = new();
    private readonly Dictionary<Run, RunReader> _probes = [];
    private readonly List<uint> _found = [];
    private readonly List<Run> _fresh = [], _gone = [];
    private BackgroundMerge? _merge;
    private long _last;

    /// <exception cref="SerjeantException">A run that the manifest lists is missing or damaged.</exception>
    public PostingIndex(Database database, string folder, IndexLimits limits)
    {
        (_database, _folder, _limits) = (database, folder, limits);
        var listed = RunTable.Read(database);
        RunFile.Sweep(folder, listed);
        var opened = new List<Run>();
        try
        {
            foreach (var info in listed) opened.Add(Run.Open(folder, info));
        }
        catch
        {
            foreach (var run in opened) run.Release();
            throw;
        }
        _set.Replace([], opened);
        _last = listed.Count == 0 ? 0 : listed.Max(info => info.Number);
    }

    public IReadOnlyList<Run> Runs => _set.Runs;

    public RunsHeld Hold() => _set.Hold();

    public void Add(StoredPosting posting)
    {
        _buffer.Add(posting);
        if (_buffer.Count >= _limits.MostInMemory) Spill();
    }

    /// <summary>Numbers that a special key may stand for, committed or not. Valid until the next call.</summary>
    public IReadOnlyList<uint> FindSpecial(ulong key, byte mark)
    {
        _found.Clear();
        _buffer.FindSpecial(key, mark, _found);
        foreach (var run in _set.Runs) Probe(run, key, mark);
        foreach (var run in _fresh) Probe(run, key, mark);
        return _found;
    }

    /// <summary>Before the transaction ends: what was added is on the disk, and the manifest says so.</summary>
    public void Prepare()
    {
        Spill();
        if (_merge is not null && (_merge.IsDone || _set.Runs.Count >= _limits.MostRuns)) Install();
        while (MergePlan.Next(Standing(), _merge?.Runs ?? []) is { Count: > 0 } small && small.Sum(run => run.Info.Postings) <= _limits.AtOnce)
            Exchange(small, RunMerge.Write(small, _folder, ++_last, null, CancellationToken.None));
        foreach (var run in _gone) RunTable.Remove(_database, run.Info);
        foreach (var run in _fresh) RunTable.Add(_database, run.Info);
    }

    /// <summary>After the transaction ended: readers see it.</summary>
    public void Publish()
    {
        foreach (var run in _gone) _probes.Remove(run);
        _set.Replace([.. _gone], [.. _fresh]);
        _gone.Clear();
        _fresh.Clear();
        if (_merge is null && MergePlan.Next(_set.Runs, []) is { Count: > 0 } large) _merge = new(large, _folder, ++_last);
    }

    /// <summary>Whether something waits to be committed although nobody added anything: a merge that is done, or must be waited for.</summary>
    public bool HasMerged => _merge is not null && (_merge.IsDone || _set.Runs.Count >= _limits.MostLeft);

    /// <summary>Waits for the merge under way; false where there is none.</summary>
    public bool WaitForMerge()
    {
        _merge?.Wait();
        return _merge is not null;
    }

    /// <summary>Within a transaction: every run that has something to lose is written anew without it.</summary>
    /// <param name="touches">Whether a run can hold such a posting.</param>
    /// <param name="keep">What stays.</param>
    public void Rewrite(Func<Run, bool> touches, Func<StoredPosting, bool> keep, CancellationToken cancellation)
    {
        Drop();
        Spill();
        foreach (var run in Standing().Where(touches))
        {
            var made = RunMerge.Write([run], _folder, ++_last, keep, cancellation);
            if (made?.Postings == run.Info.Postings) RunFile.Delete(RunFile.PathOf(_folder, made.Number));
            else Exchange([run], made);
        }
    }

    /// <summary>What is not committed is undone, and the merge under way ends without its fruit.</summary>
    public void Dispose()
    {
        Drop();
        foreach (var run in _fresh)
        {
            run.Replace();
            run.Release();
        }
        _set.Dispose();
    }

    private List<Run> Standing() => [.. _set.Runs.Except(_gone), .. _fresh];

    private void Spill()
    {
        if (_buffer.Write(_folder, _last + 1) is not { } info) return;
        _last++;
        _fresh.Add(Run.Open(_folder, info));
        _buffer.Clear();
    }

    private void Install()
    {
        var merge = _merge!;
        _merge = null;
        var made = merge.Take();
        Exchange(merge.Runs, made);
    }

    private void Exchange(IEnumerable<Run> gone, RunInfo? come)
    {
        if (come is not null) _fresh.Add(Run.Open(_folder, come));
        foreach (var run in gone)
        {
            if (!_fresh.Remove(run))
            {
                _gone.Add(run);
                continue;
            }
            // It was never committed.
            _probes.Remove(run);
            run.Replace();
            run.Release();
        }
    }

    private void Drop()
    {
        _merge?.Dispose();
        _merge = null;
    }

    private void Probe(Run run, ulong key, byte mark)
    {
        if (!run.MayHaveSpecial(key)) return;
        if (!_probes.TryGetValue(run, out var reader)) _probes[run] = reader = new(run);
        reader.Restart();
        if (!reader.Seek(key)) return;
        while (reader.NextOf(key))
            if (reader.Current.Mark == mark && !_found.Contains(reader.Current.Number)) _found.Add(reader.Current.Number);
    }
}
