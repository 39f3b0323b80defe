using System.Buffers.Binary;
using System.Text;

namespace Serjeant.Facts.Attachments;

/// <summary>Reads the headers of a RAR archive, versions 4 and 5 (technote of RARLAB): names, and whether they or the files are encrypted.</summary>
internal static class RarInspector
{
    public static void Inspect(ReadOnlySpan<byte> bytes, AttachmentFindings findings)
    {
        if (bytes.Length > 8 && bytes[6] == 1) Five(bytes[8..], findings);
        else if (bytes.Length > 7) Four(bytes[7..], findings);
    }

    private static void Four(ReadOnlySpan<byte> bytes, AttachmentFindings findings)
    {
        while (bytes.Length >= 7)
        {
            var kind = bytes[2];
            var flags = BinaryPrimitives.ReadUInt16LittleEndian(bytes[3..]);
            var size = BinaryPrimitives.ReadUInt16LittleEndian(bytes[5..]);
            if (size < 7 || size > bytes.Length) return;
            long packed = 0;
            switch (kind)
            {
                case 0x73 when (flags & 0x80) != 0: // even the headers are encrypted
                    findings.Note(AttachmentTraits.EncryptedArchive);
                    return;
                case 0x74 when size >= 32:
                    packed = BinaryPrimitives.ReadUInt32LittleEndian(bytes[7..]);
                    if ((flags & 0x04) != 0) findings.Note(AttachmentTraits.EncryptedArchive);
                    var start = (flags & 0x100) != 0 ? 40 : 32;
                    var length = BinaryPrimitives.ReadUInt16LittleEndian(bytes[26..]);
                    if (start + length > size) return;
                    var name = bytes.Slice(start, length);
                    if (name.IndexOf((byte)0) is >= 0 and var zero) name = name[..zero]; // behind it the packed Unicode form
                    if (!Entry(name, findings)) return;
                    break;
                case 0x7b:
                    return;
                default:
                    if ((flags & 0x8000) != 0 && size >= 11) packed = BinaryPrimitives.ReadUInt32LittleEndian(bytes[7..]);
                    break;
            }
            if (size + packed > bytes.Length) return;
            bytes = bytes[(int)(size + packed)..];
        }
    }

    private static void Five(ReadOnlySpan<byte> bytes, AttachmentFindings findings)
    {
        while (bytes.Length > 4)
        {
            var rest = bytes[4..]; // past the checksum
            if (!Number(ref rest, out var size) || size == 0 || size > (ulong)rest.Length) return;
            var header = rest[..(int)size];
            rest = rest[(int)size..];
            if (!Number(ref header, out var kind) || !Number(ref header, out var flags)) return;
            ulong extra = 0, data = 0;
            if ((flags & 1) != 0 && !Number(ref header, out extra)) return;
            if ((flags & 2) != 0 && !Number(ref header, out data)) return;
            if (kind == 4) // even the headers are encrypted
            {
                findings.Note(AttachmentTraits.EncryptedArchive);
                return;
            }
            if (kind == 5) return;
            if (kind == 2 && !File(header, extra, findings)) return;
            if (data > (ulong)rest.Length) return;
            bytes = rest[(int)data..];
        }
    }

    private static bool File(ReadOnlySpan<byte> header, ulong extra, AttachmentFindings findings)
    {
        var rest = header;
        if (!Number(ref rest, out var flags) || !Number(ref rest, out _) || !Number(ref rest, out _)) return false;
        var skipped = ((flags & 2) != 0 ? 4 : 0) + ((flags & 4) != 0 ? 4 : 0); // time, checksum
        if (skipped > rest.Length) return false;
        rest = rest[skipped..];
        if (!Number(ref rest, out _) || !Number(ref rest, out _) || !Number(ref rest, out var length) || length > (ulong)rest.Length) return false;
        if (!Entry(rest[..(int)length], findings)) return false;
        if (extra > (ulong)header.Length) return true;
        var records = header[(header.Length - (int)extra)..];
        while (Number(ref records, out var size) && size > 0 && size <= (ulong)records.Length)
        {
            var record = records[..(int)size];
            if (Number(ref record, out var kind) && kind == 1) findings.Note(AttachmentTraits.EncryptedArchive);
            records = records[(int)size..];
        }
        return true;
    }

    private static bool Entry(ReadOnlySpan<byte> name, AttachmentFindings findings)
    {
        var text = Encoding.UTF8.GetString(name[..Math.Min(name.Length, 1024)]);
        if (FileClasses.Of(AttachmentName.Extension(text)) == FileClass.Archive) findings.Note(AttachmentTraits.NestedArchive);
        return findings.AddEntry(text);
    }

    /// <summary>Seven bits a byte, the lowest first.</summary>
    private static bool Number(ref ReadOnlySpan<byte> bytes, out ulong value)
    {
        value = 0;
        for (var i = 0; i < bytes.Length && i < 9; i++)
        {
            value |= (ulong)(bytes[i] & 0x7f) << (7 * i);
            if (bytes[i] >= 0x80) continue;
            bytes = bytes[(i + 1)..];
            return true;
        }
        return false;
    }
}
