using System.Buffers.Binary;
using System.Text;

namespace Serjeant.Samples.Writing;

/// <summary>A ZIP without compression and with a fixed date: the platform's writer leaves its own traces in the bytes.</summary>
internal static class StoredZip
{
    private const ushort FixedDate = 0x5021; // 1 January 2020

    public static byte[] Write(IReadOnlyList<(string Name, string Text)> files)
    {
        using var zip = new MemoryStream();
        using var directory = new MemoryStream();
        foreach (var (name, text) in files)
        {
            var (nameBytes, bytes) = (Encoding.ASCII.GetBytes(name), Encoding.UTF8.GetBytes(text));
            var offset = (uint)zip.Position;
            var entry = new byte[26];
            BinaryPrimitives.WriteUInt16LittleEndian(entry, 20);
            BinaryPrimitives.WriteUInt16LittleEndian(entry.AsSpan(8), FixedDate);
            BinaryPrimitives.WriteUInt32LittleEndian(entry.AsSpan(10), Crc32.Of(bytes));
            BinaryPrimitives.WriteUInt32LittleEndian(entry.AsSpan(14), (uint)bytes.Length);
            BinaryPrimitives.WriteUInt32LittleEndian(entry.AsSpan(18), (uint)bytes.Length);
            BinaryPrimitives.WriteUInt16LittleEndian(entry.AsSpan(22), (ushort)nameBytes.Length);
            zip.Write("PK\u0003\u0004"u8);
            zip.Write(entry);
            zip.Write(nameBytes);
            zip.Write(bytes);
            var rest = new byte[14];
            BinaryPrimitives.WriteUInt32LittleEndian(rest.AsSpan(10), offset);
            directory.Write("PK\u0001\u0002\u0014\u0000"u8);
            directory.Write(entry);
            directory.Write(rest);
            directory.Write(nameBytes);
        }
        var end = new byte[18];
        BinaryPrimitives.WriteUInt16LittleEndian(end.AsSpan(4), (ushort)files.Count);
        BinaryPrimitives.WriteUInt16LittleEndian(end.AsSpan(6), (ushort)files.Count);
        BinaryPrimitives.WriteUInt32LittleEndian(end.AsSpan(8), (uint)directory.Length);
        BinaryPrimitives.WriteUInt32LittleEndian(end.AsSpan(12), (uint)zip.Position);
        zip.Write(directory.ToArray());
        zip.Write("PK\u0005\u0006"u8);
        zip.Write(end);
        return zip.ToArray();
    }
}
