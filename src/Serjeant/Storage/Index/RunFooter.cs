using System.Buffers.Binary;
using System.IO.Hashing;

namespace Serjeant.Storage.Index;

/// <summary>The end of a run's file: what else is in it, and that it is whole. docs/formats/store.md has the bytes.</summary>
internal sealed record RunFooter
{
    public const int Length = 96;

    private const ulong Magic = 0x31_6E_75_52_6A_72_65_53; // "SerjRun1"

    public required RunShape Shape { get; init; }

    public required uint Highest { get; init; }

    public required long Postings { get; init; }

    public required long Lists { get; init; }

    /// <summary>Postings that no hunt sees: the keys of the filter.</summary>
    public required long Specials { get; init; }

    public required int Blocks { get; init; }

    /// <summary>Where the directory begins, which is where the blocks end.</summary>
    public required long Directory { get; init; }

    public required int FilterBytes { get; init; }

    /// <summary>XXH3 of directory and filter.</summary>
    public required ulong TailChecksum { get; init; }

    /// <summary>The whole file's bytes.</summary>
    public long FileLength => Directory + ((long)Blocks * RunWriter.DirectoryEntry) + FilterBytes + Length;

    /// <summary>XXH3 of the footer with the run's number: the manifest has it too, so that no other run passes for this one.</summary>
    public static ulong ChecksumOf(ReadOnlySpan<byte> footer) => BinaryPrimitives.ReadUInt64LittleEndian(footer[(Length - 8)..]);

    public byte[] Write(long run)
    {
        var bytes = new byte[Length];
        BinaryPrimitives.WriteUInt64LittleEndian(bytes, Magic);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(8), Shape.Lowest);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(12), Highest);
        bytes[16] = (byte)Shape.NumberBytes;
        bytes[17] = (byte)Shape.GapBytes;
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(20), FilterBytes);
        BinaryPrimitives.WriteInt64LittleEndian(bytes.AsSpan(24), Postings);
        BinaryPrimitives.WriteInt64LittleEndian(bytes.AsSpan(32), Lists);
        BinaryPrimitives.WriteInt64LittleEndian(bytes.AsSpan(40), Specials);
        BinaryPrimitives.WriteInt64LittleEndian(bytes.AsSpan(48), Directory);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(56), Blocks);
        BinaryPrimitives.WriteUInt64LittleEndian(bytes.AsSpan(64), TailChecksum);
        BinaryPrimitives.WriteUInt64LittleEndian(bytes.AsSpan(Length - 8), XxHash3.HashToUInt64(bytes.AsSpan(0, Length - 8), run));
        return bytes;
    }

    /// <summary>Null where the bytes are no footer of that run.</summary>
    public static RunFooter? Read(ReadOnlySpan<byte> bytes, long run)
    {
        if (bytes.Length != Length || BinaryPrimitives.ReadUInt64LittleEndian(bytes) != Magic) return null;
        if (ChecksumOf(bytes) != XxHash3.HashToUInt64(bytes[..(Length - 8)], run)) return null;
        return new()
        {
            Shape = new(BinaryPrimitives.ReadUInt32LittleEndian(bytes[8..]), bytes[16], bytes[17]),
            Highest = BinaryPrimitives.ReadUInt32LittleEndian(bytes[12..]),
            FilterBytes = BinaryPrimitives.ReadInt32LittleEndian(bytes[20..]),
            Postings = BinaryPrimitives.ReadInt64LittleEndian(bytes[24..]),
            Lists = BinaryPrimitives.ReadInt64LittleEndian(bytes[32..]),
            Specials = BinaryPrimitives.ReadInt64LittleEndian(bytes[40..]),
            Directory = BinaryPrimitives.ReadInt64LittleEndian(bytes[48..]),
            Blocks = BinaryPrimitives.ReadInt32LittleEndian(bytes[56..]),
            TailChecksum = BinaryPrimitives.ReadUInt64LittleEndian(bytes[64..]),
        };
    }
}
