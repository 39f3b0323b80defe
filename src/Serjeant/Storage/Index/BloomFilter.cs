namespace Serjeant.Storage.Index;

/// <summary>
/// Says of most keys that a run has not that it has them not: all bits of a key in one line of the processor's cache (Putze, Sanders and
/// Singler, "Cache-, Hash- and Space-Efficient Bloom Filters", 2007). 12 bits a key: about one false answer in 200.
/// </summary>
internal sealed class BloomFilter
{
    private const int Line = 64, BitsAKey = 12, Probes = 6;

    public BloomFilter(long keys) => Bytes = new byte[Math.Max(1, (keys * BitsAKey + (Line * 8) - 1) / (Line * 8)) * Line];

    public BloomFilter(byte[] bytes) => Bytes = bytes;

    public byte[] Bytes { get; }

    public void Add(ulong key)
    {
        var (line, bits) = Place(key);
        for (var i = 0; i < Probes; i++, bits >>= 9) Bytes[line + (int)((bits & 511) >> 3)] |= (byte)(1 << (int)(bits & 7));
    }

    public bool MayHave(ulong key)
    {
        var (line, bits) = Place(key);
        for (var i = 0; i < Probes; i++, bits >>= 9)
            if ((Bytes[line + (int)((bits & 511) >> 3)] & (1 << (int)(bits & 7))) == 0) return false;
        return true;
    }

    private (long Line, ulong Bits) Place(ulong key)
    {
        // Keys are the upper bits of a hash; they are spread anew for the bits, or the lines of one filter would repeat a pattern.
        var spread = key * 0x9E3779B97F4A7C15;
        spread = (spread ^ (spread >> 32)) * 0xD6E8FEB86659FD93;
        return ((long)(((UInt128)spread * (ulong)(Bytes.Length / Line)) >> 64) * Line, (spread ^ (spread >> 29)) * 0xBF58476D1CE4E5B9 >> 8);
    }
}
