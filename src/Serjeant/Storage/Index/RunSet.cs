namespace Serjeant.Storage.Index;

/// <summary>The runs that are committed. Readers take all at once, and see no other while they read.</summary>
internal sealed class RunSet : IDisposable
{
    private readonly Lock _gate = new();
    private Run[] _runs = [];

    /// <summary>For the writer, which alone changes it.</summary>
    public IReadOnlyList<Run> Runs => _runs;

    public void Replace(IReadOnlyCollection<Run> gone, IEnumerable<Run> come)
    {
        lock (_gate) _runs = [.. _runs.Except(gone), .. come];
        foreach (var run in gone)
        {
            run.Replace();
            run.Release();
        }
    }

    public RunsHeld Hold()
    {
        lock (_gate)
        {
            foreach (var run in _runs) run.Hold();
            return new(_runs);
        }
    }

    public void Dispose()
    {
        lock (_gate)
        {
            foreach (var run in _runs) run.Release();
            _runs = [];
        }
    }
}

/// <summary>Runs that stay readable until this is disposed of.</summary>
internal sealed class RunsHeld(Run[] runs) : IDisposable
{
    private Run[]? _runs = runs;

    public Run[] Runs => _runs ?? [];

    public void Dispose()
    {
        foreach (var run in Interlocked.Exchange(ref _runs, null) ?? []) run.Release();
    }
}
