namespace Serjeant.Traces.Sifting;

/// <summary>Gathers times, mostly in order, into runs.</summary>
internal sealed class RunTally
{
    /// <summary>Eleven years of days at the gap's distance. What a log of invented times has beyond is left out, and covers nothing.</summary>
    private const int Most = 1_400;

    private readonly List<TimeRun> _runs = [];
    private int _at;

    public void Add(DateTimeOffset time)
    {
        if (_runs.Count > 0 && TryExtend(_at, time)) return;
        for (_at = 0; _at < _runs.Count; _at++)
            if (TryExtend(_at, time)) return;
        if (_runs.Count < Most) _runs.Add(new(time, time));
        _at = Math.Max(0, _runs.Count - 1);
    }

    public TimeRuns Read() => TimeRuns.Of(_runs);

    private bool TryExtend(int at, DateTimeOffset time)
    {
        var run = _runs[at];
        if (run.First - time > TimeRuns.Gap || time - run.Last > TimeRuns.Gap) return false;
        if (time < run.First) _runs[at] = run with { First = time };
        else if (time > run.Last) _runs[at] = run with { Last = time };
        return true;
    }
}
