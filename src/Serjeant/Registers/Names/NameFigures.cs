using System.Runtime.CompilerServices;

namespace Serjeant.Registers.Names;

/// <summary>A number for each of many names that all lie in one text, without a string for each: open addressing, at most half full.</summary>
internal sealed class NameFigures(string text)
{
    // Four numbers a slot: hash, start, length, figure; length 0 is a free slot.
    private int[] _slots = new int[4 * 1024];
    private int _count;

    /// <summary>The figure, then names, with single spaces between.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)] // runs once, over tens of thousands of names, before anything is tiered up
    public void AddLine(int start, int end)
    {
        var figure = 0;
        for (; start < end && char.IsAsciiDigit(text[start]); start++) figure = figure * 10 + (text[start] - '0');
        while (start < end)
        {
            while (start < end && text[start] <= ' ') start++;
            var begin = start;
            while (start < end && text[start] > ' ') start++;
            if (start > begin) Add(begin, start - begin, figure);
        }
    }

    /// <summary>0 where the name is not there.</summary>
    public int Find(ReadOnlySpan<char> name)
    {
        var mask = _slots.Length / 4 - 1;
        var hash = string.GetHashCode(name);
        for (var i = hash & mask; _slots[i * 4 + 2] != 0; i = (i + 1) & mask)
            if (_slots[i * 4] == hash && text.AsSpan(_slots[i * 4 + 1], _slots[i * 4 + 2]).SequenceEqual(name)) return _slots[i * 4 + 3];
        return 0;
    }

    // The highest figure counts where a name stands twice: its own country's.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Add(int start, int length, int figure)
    {
        if (++_count * 2 > _slots.Length / 4) Grow();
        var name = text.AsSpan(start, length);
        Place(_slots, string.GetHashCode(name), start, length, figure);
    }

    private void Grow()
    {
        var larger = new int[_slots.Length * 4];
        for (var i = 0; i < _slots.Length; i += 4)
            if (_slots[i + 2] != 0) Place(larger, _slots[i], _slots[i + 1], _slots[i + 2], _slots[i + 3]);
        _slots = larger;
    }

    private void Place(int[] slots, int hash, int start, int length, int figure)
    {
        var mask = slots.Length / 4 - 1;
        var i = hash & mask;
        for (; slots[i * 4 + 2] != 0; i = (i + 1) & mask)
            if (slots[i * 4] == hash && text.AsSpan(slots[i * 4 + 1], slots[i * 4 + 2]).SequenceEqual(text.AsSpan(start, length)))
            {
                slots[i * 4 + 3] = Math.Max(slots[i * 4 + 3], figure);
                return;
            }
        (slots[i * 4], slots[i * 4 + 1], slots[i * 4 + 2], slots[i * 4 + 3]) = (hash, start, length, figure);
    }
}
