using System.Numerics;
using System.Runtime.CompilerServices;

namespace Serjeant.Registers.LookAlikes;

/// <summary>
/// From 64-bit keys to numbers, several a key. A filter in front, eight to sixteen bits a key and one cache line a question, turns away
/// nearly every key that is not there; behind it lies open addressing, at most two thirds full.
/// </summary>
internal sealed class KeyTable
{
    private readonly ulong[] _filter, _keys;
    private readonly int[] _heads, _values, _next;
    private readonly int _filterShift, _mask;

    public KeyTable(List<(ulong Key, int Value)> entries)
    {
        var words = (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(8, entries.Count / 6));
        _filter = new ulong[words];
        _filterShift = 64 - BitOperations.Log2((uint)words);
        var slots = (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(8, entries.Count + (entries.Count / 2)));
        _mask = slots - 1;
        _keys = new ulong[slots];
        _heads = new int[slots];
        _values = new int[entries.Count + 1];
        _next = new int[entries.Count + 1];
        for (var i = 0; i < entries.Count; i++)
        {
            var key = entries[i].Key | 1;
            _filter[key >> _filterShift] |= Bits(key);
            var slot = (int)(key >> 20) & _mask;
            while (_keys[slot] != 0 && _keys[slot] != key) slot = (slot + 1) & _mask;
            _keys[slot] = key;
            _values[i + 1] = entries[i].Value;
            _next[i + 1] = _heads[slot];
            _heads[slot] = i + 1;
        }
    }

    public long Bytes => 8L * (_filter.Length + _keys.Length) + 4L * (_heads.Length + _values.Length + _next.Length);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool MayHold(ulong key)
    {
        key |= 1;
        var bits = Bits(key);
        return (_filter[key >> _filterShift] & bits) == bits;
    }

    /// <summary>A place to read values from, 0 where the key is not there.</summary>
    public int First(ulong key)
    {
        key |= 1;
        for (var slot = (int)(key >> 20) & _mask; _keys[slot] != 0; slot = (slot + 1) & _mask)
            if (_keys[slot] == key) return _heads[slot];
        return 0;
    }

    public int Value(int place) => _values[place];

    /// <summary>The place behind, 0 at the end.</summary>
    public int Next(int place) => _next[place];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Bits(ulong key) => (1UL << (int)((key >> 1) & 63)) | (1UL << (int)((key >> 7) & 63)) | (1UL << (int)((key >> 13) & 63));
}
