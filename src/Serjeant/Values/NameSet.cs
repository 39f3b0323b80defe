using System.Numerics;
using System.Runtime.CompilerServices;

namespace Serjeant.Values;

/// <summary>
/// A set of names that all lie in one text: no string is made per name, so that tens of thousands load in a few milliseconds
/// even while nothing is compiled yet (a HashSet of strings takes several times that). Open addressing, at most half full.
/// </summary>
internal sealed class NameSet
{
    private readonly string _text;

    // Three numbers a slot: hash, start, length; length 0 is a free slot.
    private readonly int[] _slots;
    private readonly int _mask;

    // Sixteen to thirty-two bits a name: most questions end here, without a slot being fetched.
    private readonly ulong[] _filter;

    /// <param name="text">Holds every name that will be added.</param>
    /// <param name="capacity">No more names than this.</param>
    public NameSet(string text, int capacity)
    {
        _text = text;
        var size = (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(8, capacity * 2));
        _slots = new int[size * 3];
        _mask = size - 1;
        _filter = new ulong[Math.Max(1, size / 8)];
    }

    public int Count { get; private set; }

    /// <summary>Reads one name a line; lines beginning with # are comments, empty ones are skipped.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)] // runs once, over tens of thousands of lines, before anything is tiered up
    public static NameSet FromLines(string text)
    {
        var lines = 1;
        foreach (var c in text)
            if (c == '\n') lines++;
        var set = new NameSet(text, lines);
        for (var start = 0; start < text.Length;)
        {
            var end = text.IndexOf('\n', start);
            if (end < 0) end = text.Length;
            var last = end;
            while (last > start && text[last - 1] <= ' ') last--;
            if (last > start && text[start] != '#') set.Add(start, last - start);
            start = end + 1;
        }
        return set;
    }

    /// <summary>Adds the name that lies at a place of the text.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Add(int start, int length)
    {
        if (Count > _mask / 2) throw new InvalidOperationException("More names than the set was made for.");
        if (length <= 0) return;
        var name = _text.AsSpan(start, length);
        var hash = Hash(name);
        var slots = _slots;
        for (var i = hash & _mask; ; i = (i + 1) & _mask)
        {
            if (slots[i * 3 + 2] == 0)
            {
                slots[i * 3] = hash;
                slots[i * 3 + 1] = start;
                slots[i * 3 + 2] = length;
                _filter[(hash >>> 6) & (_filter.Length - 1)] |= 1UL << (hash & 63);
                Count++;
                return;
            }
            if (slots[i * 3] == hash && _text.AsSpan(slots[i * 3 + 1], slots[i * 3 + 2]).SequenceEqual(name)) return;
        }
    }

    public bool Contains(ReadOnlySpan<char> name) => Contains(name, Hash(name));

    /// <param name="hash">As <see cref="Hash"/> gives it: whoever asks several sets for one name makes it once.</param>
    public bool Contains(ReadOnlySpan<char> name, int hash)
    {
        var filter = _filter;
        if ((filter[(hash >>> 6) & (filter.Length - 1)] >> (hash & 63) & 1) == 0) return false;
        var slots = _slots;
        for (var i = hash & _mask; slots[i * 3 + 2] != 0; i = (i + 1) & _mask)
            if (slots[i * 3] == hash && _text.AsSpan(slots[i * 3 + 1], slots[i * 3 + 2]).SequenceEqual(name)) return true;
        return false;
    }

    /// <summary>Looks a name up with all its parents, so that www.example.com finds example.com.</summary>
    public bool ContainsOrParent(ReadOnlySpan<char> name)
    {
        while (!name.IsEmpty)
        {
            if (Contains(name)) return true;
            var dot = name.IndexOf('.');
            if (dot < 0) return false;
            name = name[(dot + 1)..];
        }
        return false;
    }

    // Keyed anew in every process, so that nobody can send names that all fall into one slot.
    public static int Hash(ReadOnlySpan<char> name) => string.GetHashCode(name);
}
