using System.Numerics;
using System.Runtime.CompilerServices;

namespace Serjeant.Registers.LookAlikes;

/// <summary>
/// From 64-bit keys to numbers, several a key. A filter in front, eight to sixteen bits a key and one cache line a question, turns away
/// nearly every key that is not there; behind it lies open addressing, at most two thirds full, a number beside its key, so that what
/// is found is mostly found in one cache line too.
/// </summary>
internal sealed class KeyTable
{
    private readonly ulong[] _filter;
    private readonly (ulong Key, int Value)[] _slots;
    private readonly int _filterShift, _mask;

    public KeyTable(List<(ulong Key, int Value)> entries)
    {
        var words = (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(8, entries.Count / 6));
        _filter = new ulong[words];
        _filterShift = 64 - BitOperations.Log2((uint)words);
        var slots = (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(8, entries.Count + (entries.Count / 2)));
        _mask = slots - 1;
        _slots = new (ulong, int)[slots];
        // The last one first: of one key, what was named later is met before.
        for (var i = entries.Count - 1; i >= 0; i--)
        {
            var key = entries[i].Key | 1;
            _filter[key >> _filterShift] |= Bits(key);
            var slot = (int)(key >> 20) & _mask;
            while (_slots[slot].Key != 0) slot = (slot + 1) & _mask;
            _slots[slot] = (key, entries[i].Value);
        }
    }

    public long Bytes => (8L * _filter.Length) + (16L * _slots.Length);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool MayHold(ulong key)
    {
        key |= 1;
        var bits = Bits(key);
        return (_filter[key >> _filterShift] & bits) == bits;
    }

    /// <summary>A place to read values from, 0 where the key is not there.</summary>
    public int First(ulong key) => From((int)(key >> 20) & _mask, key | 1);

    public int Value(int place) => _slots[place - 1].Value;

    /// <summary>The place behind, 0 at the end.</summary>
    public int Next(int place) => From(place & _mask, _slots[place - 1].Key);

    private int From(int slot, ulong key)
    {
        var slots = _slots;
        for (; slots[slot].Key != 0; slot = (slot + 1) & _mask)
            if (slots[slot].Key == key) return slot + 1;
        return 0;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Bits(ulong key) => (1UL << (int)((key >> 1) & 63)) | (1UL << (int)((key >> 7) & 63)) | (1UL << (int)((key >> 13) & 63));
}
