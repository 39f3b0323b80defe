using System.Runtime.InteropServices;

namespace Serjeant.Storage.Index;

/// <summary>Postings of a batch that is not yet committed.</summary>
internal sealed class PostingBuffer
{
    private readonly List<StoredPosting> _postings = [];
    private readonly Dictionary<(ulong Key, byte Mark), uint> _specials = [];
    private readonly List<StoredPosting> _twins = [];
    private uint _lowest = uint.MaxValue, _highest;

    public int Count => _postings.Count;

    public void Add(StoredPosting posting)
    {
        _postings.Add(posting);
        _lowest = Math.Min(_lowest, posting.Number);
        _highest = Math.Max(_highest, posting.Number);
        if (Mark.IsSpecial(posting.Mark) && !_specials.TryAdd((posting.Key, posting.Mark), posting.Number)) _twins.Add(posting);
    }

    public void FindSpecial(ulong key, byte mark, List<uint> into)
    {
        if (!_specials.TryGetValue((key, mark), out var number)) return;
        into.Add(number);
        foreach (var twin in _twins)
            if (twin.Key == key && twin.Mark == mark) into.Add(twin.Number);
    }

    /// <summary>Writes all as a run. What is here stays until it is cleared.</summary>
    public RunInfo? Write(string folder, long number)
    {
        if (_postings.Count == 0) return null;
        var sorted = CollectionsMarshal.AsSpan(_postings);
        sorted.Sort();
        using var file = new RunFile(folder, number);
        using var writer = new RunWriter(file, RunShape.For(_lowest, _highest, _postings.Count), _specials.Count + _twins.Count);
        foreach (var posting in sorted) writer.Add(posting);
        return writer.Finish();
    }

    public void Clear()
    {
        _postings.Clear();
        _specials.Clear();
        _twins.Clear();
        (_lowest, _highest) = (uint.MaxValue, 0);
    }
}
