using Serjeant.Hunts;

namespace Serjeant.Storage.Index;

/// <summary>Looks up a slice of keys in one run.</summary>
/// <param name="keys">Ascending.</param>
/// <param name="from">The first of them to look up.</param>
/// <param name="to">Behind the last of them.</param>
internal sealed class KeyProbe(Run run, IReadOnlyList<SelectorKey> keys, int from, int to)
{
    /// <summary>Postings taken at once; the keys beyond are looked up in the next go.</summary>
    private const int MostHits = 1 << 16;

    private readonly List<(int Index, uint Number, byte Mark)> _hits = [];
    private readonly List<int> _long = [];
    private int _next, _nextLong;

    public Run Run => run;

    /// <summary>Behind the last key that was looked up.</summary>
    public int Done { get; private set; }

    public void Look()
    {
        var (first, last) = (run.BlockOf(Mark.Key(keys[from])), run.BlockOf(Mark.Key(keys[to - 1])));
        // Where every other block is wanted, reading all is faster than choosing.
        using var reader = new RunReader(run, to - from > 8 && (to - from) * 2L > last - first ? RunReader.Much : RunReader.Little);
        for (var i = from; i < to; i++)
        {
            var key = Mark.Key(keys[i]);
            // Two keys may differ only in the bits that are not kept.
            if (i > from && Mark.Key(keys[i - 1]) == key) reader.Restart();
            if (!reader.Seek(key)) continue;
            if (run.IsLong(key))
            {
                _long.Add(i);
                continue;
            }
            while (reader.NextOf(key)) _hits.Add((i, reader.Current.Number, reader.Current.Mark));
            if (_hits.Count < MostHits) continue;
            Done = i + 1;
            return;
        }
        Done = to;
    }

    /// <summary>Whether the run has the key. Keys must be asked for in ascending order.</summary>
    public bool Has(int index)
    {
        while (_next < _hits.Count && _hits[_next].Index < index) _next++;
        while (_nextLong < _long.Count && _long[_nextLong] < index) _nextLong++;
        return (_next < _hits.Count && _hits[_next].Index == index) || IsLong(index);
    }

    /// <summary>The key's postings by number. Long lists are read as they are taken.</summary>
    public IEnumerable<(uint Number, byte Mark)> Take(int index)
    {
        if (!IsLong(index))
        {
            for (var at = _next; at < _hits.Count && _hits[at].Index == index; at++) yield return (_hits[at].Number, _hits[at].Mark);
            yield break;
        }
        using var reader = new RunReader(run, RunReader.Much);
        var key = Mark.Key(keys[index]);
        if (!reader.Seek(key)) yield break;
        while (reader.NextOf(key)) yield return (reader.Current.Number, reader.Current.Mark);
    }

    private bool IsLong(int index) => _nextLong < _long.Count && _long[_nextLong] == index;
}
