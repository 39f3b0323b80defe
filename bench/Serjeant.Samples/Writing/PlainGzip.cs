using System.Buffers.Binary;

namespace Serjeant.Samples.Writing;

/// <summary>
/// Gzip (RFC 1952) with our own small deflate (RFC 1951: greedy matches, fixed codes), since what the platform's zlib
/// writes differs between processors and versions, and the same seed must give the same bytes everywhere.
/// </summary>
internal static class PlainGzip
{
    private const int Window = 32768;
    private const int LongestMatch = 258;
    private const int HashSize = 1 << 15;

    private static readonly int[] LengthBase = [3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227, 258];
    private static readonly int[] DistanceBase = [1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049, 3073, 4097, 6145, 8193, 12289, 16385, 24577];

    public static byte[] Compress(byte[] input)
    {
        using var output = new MemoryStream();
        // No name, no time, operating system unknown.
        output.Write([0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 255]);
        var bits = new BitSink(output);
        bits.Write(1, 1);
        bits.Write(1, 2);
        Deflate(input, bits);
        bits.Code(0, 7);
        bits.Flush();
        Span<byte> tail = stackalloc byte[8];
        BinaryPrimitives.WriteUInt32LittleEndian(tail, Crc32.Of(input));
        BinaryPrimitives.WriteUInt32LittleEndian(tail[4..], (uint)input.Length);
        output.Write(tail);
        return output.ToArray();
    }

    private static void Deflate(byte[] input, BitSink bits)
    {
        var latest = new int[HashSize];
        Array.Fill(latest, -1);
        for (var at = 0; at < input.Length;)
        {
            var (length, distance) = (0, 0);
            if (at + 3 <= input.Length)
            {
                var hash = Hash(input, at);
                var before = latest[hash];
                latest[hash] = at;
                if (before >= 0 && at - before <= Window)
                    (length, distance) = (MatchLength(input, before, at), at - before);
            }
            if (length < 3)
            {
                Literal(input[at++], bits);
                continue;
            }
            Match(length, distance, bits);
            for (var i = 1; i < length && at + i + 3 <= input.Length; i++)
                latest[Hash(input, at + i)] = at + i;
            at += length;
        }
    }

    private static int Hash(byte[] input, int at) => ((input[at] << 10) ^ (input[at + 1] << 5) ^ input[at + 2]) & (HashSize - 1);

    private static int MatchLength(byte[] input, int before, int at)
    {
        var length = 0;
        while (length < LongestMatch && at + length < input.Length && input[before + length] == input[at + length])
            length++;
        return length;
    }

    private static void Literal(byte value, BitSink bits)
    {
        if (value < 144)
            bits.Code(0x30 + value, 8);
        else
            bits.Code(0x190 + value - 144, 9);
    }

    private static void Match(int length, int distance, BitSink bits)
    {
        var code = Last(LengthBase, length);
        var symbol = 257 + code;
        if (symbol < 280)
            bits.Code(symbol - 256, 7);
        else
            bits.Code(0xC0 + symbol - 280, 8);
        bits.Write(length - LengthBase[code], code is < 8 or 28 ? 0 : (code - 4) / 4);
        var slot = Last(DistanceBase, distance);
        bits.Code(slot, 5);
        bits.Write(distance - DistanceBase[slot], slot < 4 ? 0 : (slot - 2) / 2);
    }

    private static int Last(int[] bases, int value)
    {
        var index = bases.Length - 1;
        while (bases[index] > value)
            index--;
        return index;
    }

    private sealed class BitSink(Stream output)
    {
        private uint pending;
        private int count;

        public void Write(int value, int width)
        {
            pending |= (uint)value << count;
            for (count += width; count >= 8; count -= 8)
            {
                output.WriteByte((byte)pending);
                pending >>= 8;
            }
        }

        /// <summary>Huffman codes stand with their highest bit first.</summary>
        public void Code(int code, int width)
        {
            for (var i = width - 1; i >= 0; i--)
                Write((code >> i) & 1, 1);
        }

        public void Flush()
        {
            if (count > 0)
                Write(0, 8 - count);
        }
    }
}
