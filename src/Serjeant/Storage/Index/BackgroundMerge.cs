namespace Serjeant.Storage.Index;

/// <summary>A merge beside the scan. Its runs stay as they are until its fruit is committed in their place.</summary>
internal sealed class BackgroundMerge : IDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly Task<RunInfo?> _work;
    private readonly string _folder;
    private readonly long _number;
    private bool _taken;

    public BackgroundMerge(IReadOnlyList<Run> runs, string folder, long number)
    {
        (Runs, _folder, _number) = (runs, folder, number);
        foreach (var run in runs) run.Hold();
        _work = Task.Run(() => RunMerge.Write(runs, folder, number, null, _stop.Token));
    }

    public IReadOnlyList<Run> Runs { get; }

    public bool IsDone => _work.IsCompleted;

    public void Wait() => Task.WaitAny([_work]);

    /// <summary>Waits for the run that was made.</summary>
    /// <exception cref="SerjeantException">The disk is full, or a run is damaged.</exception>
    public RunInfo? Take()
    {
        try
        {
            return _work.GetAwaiter().GetResult();
        }
        finally
        {
            _taken = true;
            Dispose();
        }
    }

    /// <summary>Stops it; what it made and nobody took is deleted.</summary>
    public void Dispose()
    {
        _stop.Cancel();
        Wait();
        if (!_taken && _work.IsCompletedSuccessfully) RunFile.Delete(RunFile.PathOf(_folder, _number));
        foreach (var run in Runs) run.Release();
        _stop.Dispose();
    }
}
