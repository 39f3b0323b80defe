using System.Buffers.Binary;
using System.Text;

namespace Serjeant.Facts.Attachments;

/// <summary>
/// Reads as much of a 7z archive as stands in the open (7zFormat.txt): whether its header is encrypted, and names where the
/// header is not packed. Most are packed by LZMA, which is not unpacked here: such an archive shows its kind only.
/// </summary>
internal static class SevenZipInspector
{
    /// <summary>Places that look like the list of names and are read for it: the byte that begins it stands elsewhere too.</summary>
    private const int Candidates = 16;

    public static void Inspect(ReadOnlySpan<byte> bytes, AttachmentFindings findings)
    {
        if (bytes.Length < 32) return;
        var place = BinaryPrimitives.ReadUInt64LittleEndian(bytes[12..]);
        var size = BinaryPrimitives.ReadUInt64LittleEndian(bytes[20..]);
        var room = (ulong)(bytes.Length - 32);
        if (place > room || size > room - place || size == 0) return;
        var header = bytes.Slice(32 + (int)place, (int)size);
        if (header.IndexOf((ReadOnlySpan<byte>)[0x06, 0xf1, 0x07, 0x01]) >= 0) findings.Note(AttachmentTraits.EncryptedArchive); // AES-256 with SHA-256
        if (header[0] == 1) Names(header, findings);
    }

    /// <summary>Names are UTF-16, each ended by a zero, behind the property 0x11 (its size, and a zero for "not external").</summary>
    private static void Names(ReadOnlySpan<byte> header, AttachmentFindings findings)
    {
        var tried = 0;
        for (var from = 1; from < header.Length - 4 && tried < Candidates; from++)
        {
            var hit = header[from..].IndexOf((byte)0x11);
            if (hit < 0) return;
            from += hit;
            var (length, used) = Size(header[(from + 1)..]);
            var begin = from + 1 + used;
            if (length < 5 || length % 2 == 0 || begin + length > header.Length || header[begin] != 0) continue;
            if (header[begin + length - 1] != 0 || header[begin + length - 2] != 0) continue;
            tried++;
            var names = Encoding.Unicode.GetString(header.Slice(begin + 1, length - 1));
            if (names.Contains('\ufffd', StringComparison.Ordinal)) continue;
            foreach (var name in names.TrimEnd('\0').Split('\0'))
            {
                if (FileClasses.Of(AttachmentName.Extension(name)) == FileClass.Archive) findings.Note(AttachmentTraits.NestedArchive);
                if (!findings.AddEntry(name)) return;
            }
            return;
        }
    }

    /// <summary>The leading ones of the first byte count the bytes that follow; sizes beyond two of them do not fit a mail.</summary>
    private static (int Value, int Used) Size(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < 3) return (-1, 0);
        if (bytes[0] < 0x80) return (bytes[0], 1);
        if (bytes[0] < 0xc0) return (((bytes[0] & 0x3f) << 8) | bytes[1], 2);
        return bytes[0] < 0xe0 ? (((bytes[0] & 0x1f) << 16) | (bytes[2] << 8) | bytes[1], 3) : (-1, 0);
    }
}
