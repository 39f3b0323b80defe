using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace Serjeant.Registers.LookAlikes;

/// <summary>Finds at which places of a text a protected label may begin, by its first five letters: one bit a place where none does.</summary>
internal sealed class LabelPrefixes
{
    /// <summary>Shorter labels are looked for as whole words only.</summary>
    public const int Letters = 5;

    /// <summary>Labels that begin alike; the rest are found by edits and as words only, so that no name costs more than a bound.</summary>
    private const int LongestChain = 1024;

    private readonly ulong[] _bits;
    private readonly int[] _heads, _next;
    private readonly uint[] _codes;
    private readonly (ulong Text, ulong Mask)[] _firstEight;
    private readonly int _bitShift, _mask;

    public LabelPrefixes(ImmutableArray<ProtectedLabel> labels)
    {
        var size = (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(64, labels.Length * 2));
        var words = Math.Max(16, size / 4); // thirty-two bits a label: small enough to stay at hand
        _bits = new ulong[words];
        _bitShift = 32 - BitOperations.Log2((uint)words) - 6;
        _heads = new int[size];
        _codes = new uint[size];
        _next = new int[labels.Length + 1];
        _mask = size - 1;
        _firstEight = new (ulong, ulong)[labels.Length + 1];
        Span<byte> head = stackalloc byte[8];
        var chains = new Dictionary<uint, int>();
        for (var i = 0; i < labels.Length; i++)
        {
            var sight = labels[i].Sight;
            if (sight.Length < Letters) continue;
            uint code = 0;
            for (var k = 0; k < Letters; k++) code = Roll(code, sight[k]);
            if ((chains[code] = chains.GetValueOrDefault(code) + 1) > LongestChain) continue;
            var hash = Hash(code) >> _bitShift;
            _bits[hash >> 6] |= 1UL << (int)(hash & 63);
            var slot = Slot(code);
            while (_heads[slot] != 0 && _codes[slot] != code) slot = (slot + 1) & _mask;
            _codes[slot] = code;
            head.Clear();
            sight.AsSpan()[..Math.Min(8, sight.Length)].CopyTo(head);
            _firstEight[i + 1] = (BinaryPrimitives.ReadUInt64LittleEndian(head), sight.Length >= 8 ? ulong.MaxValue : (1UL << (8 * sight.Length)) - 1);
            _next[i + 1] = _heads[slot];
            _heads[slot] = i + 1;
        }
    }

    public long Bytes => (8L * _bits.Length) + (16L * _firstEight.Length) + (4L * (_heads.Length + _next.Length + _codes.Length));

    /// <summary>The code of the last five letters, after one more.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Roll(uint code, byte letter) => ((code << 6) | (uint)(letter & 63)) & 0x3fffffff;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool MayBegin(uint code)
    {
        var hash = Hash(code) >> _bitShift;
        return (_bits[hash >> 6] >> (int)(hash & 63) & 1) != 0;
    }

    /// <summary>One more than the index of a label that begins so, or 0.</summary>
    public int First(uint code)
    {
        for (var slot = Slot(code); _heads[slot] != 0; slot = (slot + 1) & _mask)
            if (_codes[slot] == code) return _heads[slot];
        return 0;
    }

    public int Next(int label) => _next[label];

    /// <summary>Whether a text begins with the first eight letters of a label: asked before the label itself is fetched.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool HasHead(int label, ReadOnlySpan<byte> text)
    {
        ref readonly var head = ref _firstEight[label];
        return ((BinaryPrimitives.ReadUInt64LittleEndian(text) ^ head.Text) & head.Mask) == 0;
    }

    private int Slot(uint code) => (int)(Hash(code) >> 7) & _mask;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Hash(uint code) => (code ^ (code >> 15)) * 0x9E3779B1u;
}
