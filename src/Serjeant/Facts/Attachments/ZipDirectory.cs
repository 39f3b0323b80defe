using System.Buffers.Binary;
using System.Text;

namespace Serjeant.Facts.Attachments;

/// <param name="Name">As written, folders included.</param>
/// <param name="Flags">General purpose bits (APPNOTE 4.4.4): bit 0 is encryption.</param>
/// <param name="Method">0 stored, 8 deflate, 99 AES; others are not unpacked.</param>
/// <param name="Data">The packed bytes; empty where they do not lie inside the file.</param>
/// <param name="Unpacked">As claimed.</param>
internal readonly record struct ZipEntry(string Name, ushort Flags, ushort Method, ReadOnlyMemory<byte> Data, long Unpacked)
{
    public bool Encrypted => (Flags & 1) != 0 || Method == 99;
}

/// <summary>
/// Reads the directory of a ZIP file (PKWARE APPNOTE 6.3) from memory: the central directory, or, where that is missing or
/// points astray, the local headers one after the other. Names and places are taken as claims and checked against the file.
/// </summary>
internal static class ZipDirectory
{
    private const uint CentralSignature = 0x02014b50;
    private const uint LocalSignature = 0x04034b50;

    public static List<ZipEntry> Read(ReadOnlyMemory<byte> file, int atMost)
    {
        var entries = new List<ZipEntry>();
        if (!Central(file, entries, atMost)) Local(file, entries, atMost);
        return entries;
    }

    private static bool Central(ReadOnlyMemory<byte> file, List<ZipEntry> entries, int atMost)
    {
        var bytes = file.Span;
        var tail = Math.Max(0, bytes.Length - 22 - ushort.MaxValue);
        var end = bytes[tail..].LastIndexOf("PK\x05\x06"u8);
        if (end < 0 || bytes.Length - tail - end < 22) return false;
        end += tail;
        var size = BinaryPrimitives.ReadUInt32LittleEndian(bytes[(end + 12)..]);
        var start = BinaryPrimitives.ReadUInt32LittleEndian(bytes[(end + 16)..]);
        // Bytes before the archive (self-extracting stubs, tricks) shift every place by the same amount.
        long shift = 0;
        if (start == uint.MaxValue || start + (long)size > end) return false;
        if (!IsCentral(bytes, start))
        {
            shift = end - (long)size - start;
            if (!IsCentral(bytes, start + shift)) return false;
        }
        var at = start + shift;
        while (entries.Count < atMost && IsCentral(bytes, at))
        {
            var head = bytes[(int)at..];
            var nameLength = BinaryPrimitives.ReadUInt16LittleEndian(head[28..]);
            var next = 46 + nameLength + BinaryPrimitives.ReadUInt16LittleEndian(head[30..]) + BinaryPrimitives.ReadUInt16LittleEndian(head[32..]);
            if (46 + nameLength > head.Length) break;
            var place = BinaryPrimitives.ReadUInt32LittleEndian(head[42..]) + shift;
            var flags = BinaryPrimitives.ReadUInt16LittleEndian(head[8..]);
            entries.Add(new(
                Name(head.Slice(46, nameLength)),
                flags,
                BinaryPrimitives.ReadUInt16LittleEndian(head[10..]),
                Data(file, place, BinaryPrimitives.ReadUInt32LittleEndian(head[20..])),
                BinaryPrimitives.ReadUInt32LittleEndian(head[24..])));
            at += next;
        }
        return entries.Count > 0;
    }

    private static void Local(ReadOnlyMemory<byte> file, List<ZipEntry> entries, int atMost)
    {
        var bytes = file.Span;
        var at = 0;
        while (entries.Count < atMost && at <= bytes.Length - 30)
        {
            var hit = bytes[at..].IndexOf("PK\x03\x04"u8);
            if (hit < 0 || at + hit > bytes.Length - 30) return;
            at += hit;
            var head = bytes[at..];
            var nameLength = BinaryPrimitives.ReadUInt16LittleEndian(head[26..]);
            if (30 + nameLength > head.Length) return;
            var begin = at + 30 + nameLength + BinaryPrimitives.ReadUInt16LittleEndian(head[28..]);
            var packed = BinaryPrimitives.ReadUInt32LittleEndian(head[18..]);
            if (begin > bytes.Length) begin = bytes.Length;
            // Size 0 with bit 3: it stands behind the data; deflate knows its own end.
            var length = packed == 0 || packed > (uint)(bytes.Length - begin) ? bytes.Length - begin : (int)packed;
            entries.Add(new(
                Name(head.Slice(30, nameLength)),
                BinaryPrimitives.ReadUInt16LittleEndian(head[6..]),
                BinaryPrimitives.ReadUInt16LittleEndian(head[8..]),
                file.Slice(begin, length),
                BinaryPrimitives.ReadUInt32LittleEndian(head[22..])));
            at = packed == 0 ? begin : Math.Max(begin, begin + length);
        }
    }

    private static bool IsCentral(ReadOnlySpan<byte> bytes, long at) =>
        at >= 0 && at <= bytes.Length - 46 && BinaryPrimitives.ReadUInt32LittleEndian(bytes[(int)at..]) == CentralSignature;

    private static ReadOnlyMemory<byte> Data(ReadOnlyMemory<byte> file, long place, uint packed)
    {
        if (place < 0 || place > file.Length - 30) return default;
        var head = file.Span[(int)place..];
        if (BinaryPrimitives.ReadUInt32LittleEndian(head) != LocalSignature) return default;
        var begin = place + 30 + BinaryPrimitives.ReadUInt16LittleEndian(head[26..]) + BinaryPrimitives.ReadUInt16LittleEndian(head[28..]);
        if (begin >= file.Length) return default;
        return file.Slice((int)begin, (int)Math.Min(packed, file.Length - begin));
    }

    /// <summary>UTF-8 where bit 11 says so, else by DOS code page: read as UTF-8 either way, for extensions are ASCII.</summary>
    private static string Name(ReadOnlySpan<byte> name) => Encoding.UTF8.GetString(name[..Math.Min(name.Length, 1024)]);
}
