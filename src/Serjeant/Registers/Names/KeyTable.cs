using System.Numerics;

namespace Serjeant.Registers.Names;

/// <summary>Numbers under 64-bit keys, several under one where need be; made once, then only read. Nine bytes a slot, at most half full.</summary>
internal sealed class KeyTable
{
    private readonly ulong[] _slots; // upper half: part of the key; lower half: value + 1, or 0 for a free slot
    private readonly int _mask;
    private readonly ulong[] _filter; // eight bits a slot: says no without touching the slots, which do not fit the cache
    private readonly int _filterMask;

    /// <param name="pairs">Values from 0 to int.MaxValue - 1; the order of those under one key is kept.</param>
    public KeyTable(IReadOnlyCollection<(ulong Key, int Value)> pairs)
    {
        _slots = new ulong[(int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(8, pairs.Count * 2))];
        _mask = _slots.Length - 1;
        _filter = new ulong[Math.Max(1, _slots.Length / 8)];
        _filterMask = _filter.Length - 1;
        foreach (var (key, value) in pairs)
        {
            _filter[(int)(key >> 20) & _filterMask] |= 1UL << (int)(key >> 58);
            var slot = (int)key & _mask;
            while (_slots[slot] != 0) slot = (slot + 1) & _mask;
            _slots[slot] = (key & 0xFFFF_FFFF_0000_0000) | (uint)(value + 1);
        }
    }

    public long Bytes => (_slots.LongLength + _filter.LongLength) * sizeof(ulong);

    /// <summary>The next value under a key, or -1; <paramref name="cursor"/> begins at -1 and belongs to the search.</summary>
    public int Next(ulong key, ref int cursor)
    {
        if (cursor < 0 && (_filter[(int)(key >> 20) & _filterMask] >> (int)(key >> 58) & 1) == 0) return -1;
        var slot = cursor < 0 ? (int)key & _mask : (cursor + 1) & _mask;
        for (; _slots[slot] != 0; slot = (slot + 1) & _mask)
        {
            if (((_slots[slot] ^ key) & 0xFFFF_FFFF_0000_0000) != 0) continue;
            cursor = slot;
            return (int)(uint)_slots[slot] - 1;
        }
        return -1;
    }

    public bool Contains(ulong key)
    {
        var cursor = -1;
        return Next(key, ref cursor) >= 0;
    }
}
