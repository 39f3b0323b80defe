using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace Serjeant.Tests.Facts.Attachments;

/// <summary>Small files of every kind, made by code so that one can read what is in them.</summary>
internal static class SampleFiles
{
    public static byte[] Png => [0x89, .. "PNG\r\n\x1a\n"u8, .. new byte[32]];

    public static byte[] Exe
    {
        get
        {
            var bytes = new byte[256];
            "MZ"u8.CopyTo(bytes);
            bytes[60] = 128;
            "PE\0\0"u8.CopyTo(bytes.AsSpan(128));
            return bytes;
        }
    }

    public static byte[] Dll
    {
        get
        {
            var bytes = Exe;
            bytes[128 + 23] = 0x20;
            return bytes;
        }
    }

    public static byte[] Text(string text) => Encoding.UTF8.GetBytes(text);

    public static byte[] Zip(params (string Name, byte[] Content)[] entries)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var (name, content) in entries)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(content);
            }
        return stream.ToArray();
    }

    /// <summary>Sets bit 0 in every header, as archivers do for a password.</summary>
    public static byte[] Encrypted(byte[] zip)
    {
        for (var i = 0; i < zip.Length - 10; i++)
        {
            if (zip.AsSpan(i).StartsWith("PK\x03\x04"u8)) zip[i + 6] |= 1;
            if (zip.AsSpan(i).StartsWith("PK\x01\x02"u8)) zip[i + 8] |= 1;
        }
        return zip;
    }

    public static byte[] Gzip(byte[] content)
    {
        using var stream = new MemoryStream();
        using (var gzip = new GZipStream(stream, CompressionLevel.Fastest)) gzip.Write(content);
        return stream.ToArray();
    }

    public static byte[] Zlib(byte[] content)
    {
        using var stream = new MemoryStream();
        using (var zlib = new ZLibStream(stream, CompressionLevel.Fastest)) zlib.Write(content);
        return stream.ToArray();
    }

    public static byte[] Tar(string name, byte[] content)
    {
        var bytes = new byte[512 + ((content.Length + 511) / 512 * 512) + 1024];
        Encoding.ASCII.GetBytes(name, bytes);
        Encoding.ASCII.GetBytes(Convert.ToString(content.Length, 8).PadLeft(11, '0'), bytes.AsSpan(124));
        bytes[156] = (byte)'0';
        "ustar"u8.CopyTo(bytes.AsSpan(257));
        content.CopyTo(bytes.AsSpan(512));
        return bytes;
    }

    public static byte[] Office(params (string Name, string Content)[] parts) =>
        Zip([("[Content_Types].xml", Text("<Types/>")), ("_rels/.rels", Text("<Relationships/>")), .. parts.Select(part => (part.Name, Text(part.Content)))]);

    public static string Relation(string kind, string target) =>
        $"""<?xml version="1.0"?><Relationships><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}" Target="{target}" TargetMode="External"/></Relationships>""";

    /// <summary>A compound file of 512-byte sectors: FAT in sector 0, directory from sector 1, streams behind it, none in the small container.</summary>
    public static byte[] Ole(params (string Name, byte[] Content)[] streams)
    {
        const int sector = 512;
        var directorySectors = (streams.Length + 1 + 3) / 4;
        var sizes = streams.Select(s => (s.Content.Length + sector - 1) / sector).ToArray();
        var bytes = new byte[sector * (2 + directorySectors + sizes.Sum())];
        var head = bytes.AsSpan();
        ((ReadOnlySpan<byte>)[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]).CopyTo(head);
        BinaryPrimitives.WriteUInt16LittleEndian(head[30..], 9);
        BinaryPrimitives.WriteUInt16LittleEndian(head[32..], 6);
        BinaryPrimitives.WriteUInt32LittleEndian(head[44..], 1);
        BinaryPrimitives.WriteUInt32LittleEndian(head[48..], 1);
        BinaryPrimitives.WriteUInt32LittleEndian(head[56..], 0); // nothing is small
        BinaryPrimitives.WriteUInt32LittleEndian(head[60..], 0xfffffffe);
        BinaryPrimitives.WriteUInt32LittleEndian(head[68..], 0xfffffffe);
        head[76..512].Fill(0xff);
        BinaryPrimitives.WriteUInt32LittleEndian(head[76..], 0);
        var fat = bytes.AsSpan(sector, sector);
        fat.Fill(0xff);
        var next = 1;
        Chain(fat, ref next, directorySectors);
        Entry(bytes.AsSpan(sector * 2, 128), "Root Entry", 5, 0xfffffffe, 0);
        for (var i = 0; i < streams.Length; i++)
        {
            Entry(bytes.AsSpan((sector * 2) + (128 * (i + 1)), 128), streams[i].Name, 2, (uint)next, streams[i].Content.Length);
            streams[i].Content.CopyTo(bytes.AsSpan(sector * (next + 1)));
            Chain(fat, ref next, sizes[i]);
        }
        return bytes;
    }

    public static byte[] Pdf(string body, bool tail = true) =>
        Text("%PDF-1.7\n" + body + (tail ? "\ntrailer << /Root 1 0 R >>\n%%EOF\n" : ""));

    public static byte[] PackedPdf(string objects)
    {
        var packed = Zlib(Text(objects));
        return [.. Text($"%PDF-1.7\n5 0 obj\n<< /Type /ObjStm /N 1 /First 4 /Filter /FlateDecode /Length {packed.Length} >>\nstream\r\n"), .. packed, .. "\nendstream\nendobj\n%%EOF"u8];
    }

    public static byte[] Iso(string name)
    {
        var bytes = new byte[2048 * 20];
        bytes[16 * 2048] = 1;
        "CD001"u8.CopyTo(bytes.AsSpan((16 * 2048) + 1));
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan((16 * 2048) + 156 + 2), 18);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan((16 * 2048) + 156 + 10), 2048);
        bytes[17 * 2048] = 255;
        "CD001"u8.CopyTo(bytes.AsSpan((17 * 2048) + 1));
        var record = bytes.AsSpan(18 * 2048);
        record[0] = (byte)(34 + name.Length);
        record[32] = (byte)name.Length;
        Encoding.ASCII.GetBytes(name, record[33..]);
        return bytes;
    }

    public static byte[] OneNote(byte[] embedded)
    {
        var size = new byte[8];
        BinaryPrimitives.WriteInt64LittleEndian(size, embedded.Length);
        return [0xe4, 0x52, 0x5c, 0x7b, 0x8c, 0xd8, 0xa7, 0x4d, 0xae, 0xb1, 0x53, 0x78, 0xd0, 0x29, 0x96, 0xd3, .. new byte[64],
            0xe7, 0x16, 0xe3, 0xbd, 0x65, 0x26, 0x11, 0x45, 0xa4, 0xc4, 0x8d, 0x4d, 0x0b, 0x7a, 0x9e, 0xac, .. size, .. new byte[12], .. embedded];
    }

    /// <summary>A RAR 5 archive with one stored file.</summary>
    public static byte[] Rar(string name, bool encrypted)
    {
        byte[] extra = encrypted ? [2, 1, 0] : [];
        byte[] inner = [2, (byte)(encrypted ? 1 : 0), .. encrypted ? [(byte)extra.Length] : Array.Empty<byte>(), 0, 0, 0, 0, 0, (byte)name.Length, .. Encoding.ASCII.GetBytes(name), .. extra];
        return [.. "Rar!\x1a\x07\x01\x00"u8, 0, 0, 0, 0, 3, 1, 0, 0, 0, 0, 0, 0, (byte)inner.Length, .. inner, 0, 0, 0, 0, 3, 5, 0, 0];
    }

    private static void Chain(Span<byte> fat, ref int next, int count)
    {
        for (var i = 0; i < count; i++, next++)
            BinaryPrimitives.WriteUInt32LittleEndian(fat[(4 * next)..], i + 1 == count ? 0xfffffffe : (uint)next + 1);
    }

    private static void Entry(Span<byte> entry, string name, byte type, uint start, int size)
    {
        Encoding.Unicode.GetBytes(name, entry);
        BinaryPrimitives.WriteUInt16LittleEndian(entry[64..], (ushort)((name.Length + 1) * 2));
        entry[66] = type;
        BinaryPrimitives.WriteUInt32LittleEndian(entry[116..], start);
        BinaryPrimitives.WriteUInt32LittleEndian(entry[120..], (uint)size);
    }
}
