using System.Buffers.Binary;
using System.Text;

namespace Serjeant.Facts.Attachments;

/// <summary>Lists the root folder of an ISO 9660 image (ECMA-119), by its Joliet names where it has them.</summary>
internal static class DiskImageInspector
{
    private const int Sector = 2048;

    public static void Inspect(ReadOnlySpan<byte> bytes, AttachmentFindings findings)
    {
        var chosen = -1;
        var wide = false;
        for (var i = 16; i < 32 && (i + 1) * Sector <= bytes.Length; i++)
        {
            var volume = bytes.Slice(i * Sector, Sector);
            if (!volume[1..].StartsWith("CD001"u8) || volume[0] == 255) break;
            if (volume[0] == 1 && chosen < 0) chosen = i;
            if (volume[0] != 2 || volume[88] != '%' || volume[89] != '/') continue; // Joliet's escape sequence
            chosen = i;
            wide = true;
        }
        if (chosen < 0) return;
        var root = bytes.Slice((chosen * Sector) + 156, 34);
        var place = BinaryPrimitives.ReadUInt32LittleEndian(root[2..]) * (long)Sector;
        var length = BinaryPrimitives.ReadUInt32LittleEndian(root[10..]);
        if (place >= bytes.Length) return;
        List(bytes.Slice((int)place, (int)Math.Min(length, bytes.Length - place)), wide, findings);
    }

    private static void List(ReadOnlySpan<byte> folder, bool wide, AttachmentFindings findings)
    {
        var at = 0;
        while (at < folder.Length - 33)
        {
            var length = folder[at];
            if (length == 0)
            {
                at = (at / Sector + 1) * Sector; // records do not cross sectors
                continue;
            }
            if (length < 34 || at + length > folder.Length) return;
            var name = folder.Slice(at + 33, Math.Min(folder[at + 32], length - 33));
            at += length;
            if (name.Length == 1 && name[0] <= 1) continue; // the folder itself and its parent
            var text = wide ? Encoding.BigEndianUnicode.GetString(name) : Encoding.Latin1.GetString(name);
            if (text.IndexOf(';', StringComparison.Ordinal) is > 0 and var version) text = text[..version];
            if (!findings.AddEntry(text)) return;
        }
    }
}
