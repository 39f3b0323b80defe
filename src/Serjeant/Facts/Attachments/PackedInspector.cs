using System.Buffers.Binary;
using System.Text;

namespace Serjeant.Facts.Attachments;

/// <summary>Looks into gzip, tar and cabinet files.</summary>
internal static class PackedInspector
{
    private const int FileBytes = 16 * 1024 * 1024;

    private const int EntriesOpened = 64;

    /// <summary>One file, packed (RFC 1952): it is listed by its own name, or the archive's without ".gz".</summary>
    public static void Gzip(ReadOnlyMemory<byte> file, string name, int depth, AttachmentFindings findings)
    {
        using var unpacked = Inflation.Run(file, Packing.Gzip, FileBytes, findings.Budget);
        if (unpacked.Cut) findings.Note(AttachmentTraits.BoundReached);
        if (FileMagic.Of(unpacked.Memory.Span) == "tar")
        {
            Tar(unpacked.Memory, depth, findings);
            return;
        }
        var inner = OwnName(file.Span);
        if (inner.Length == 0 && name.Length > 3 && name.EndsWith(".gz", StringComparison.OrdinalIgnoreCase)) inner = name[..^3];
        if (inner.Length > 0) findings.AddEntry(inner);
        FileInspector.InspectInner(unpacked.Memory, inner, depth + 1, findings);
    }

    public static void Tar(ReadOnlyMemory<byte> file, int depth, AttachmentFindings findings)
    {
        var at = 0;
        var opened = 0;
        while (at <= file.Length - 512)
        {
            var head = file.Span.Slice(at, 512);
            if (head[0] == 0) return;
            var size = Octal(head.Slice(124, 12));
            var kind = head[156];
            at += 512;
            if (kind is (byte)'0' or 0 or (byte)'7')
            {
                var end = head[..100].IndexOf((byte)0);
                var name = Encoding.UTF8.GetString(end < 0 ? head[..100] : head[..end]);
                if (!findings.AddEntry(name)) return;
                if (opened++ < EntriesOpened)
                    FileInspector.InspectInner(file.Slice(at, (int)Math.Min(size, file.Length - at)), name, depth + 1, findings);
            }
            var next = at + ((size + 511) / 512 * 512);
            if (next > file.Length) return;
            at = (int)next;
        }
    }

    /// <summary>Names only ([MS-CAB]): what is packed in it is packed in ways that are not read here.</summary>
    public static void Cabinet(ReadOnlySpan<byte> bytes, AttachmentFindings findings)
    {
        if (bytes.Length < 36) return;
        var at = BinaryPrimitives.ReadUInt32LittleEndian(bytes[16..]);
        var count = BinaryPrimitives.ReadUInt16LittleEndian(bytes[28..]);
        for (var i = 0; i < count && at < bytes.Length - 16; i++)
        {
            var name = bytes[((int)at + 16)..];
            var end = name.IndexOf((byte)0);
            if (end is < 0 or > 256) return;
            if (!findings.AddEntry(Encoding.UTF8.GetString(name[..end]))) return;
            at += (uint)(17 + end);
        }
    }

    private static string OwnName(ReadOnlySpan<byte> gzip)
    {
        if (gzip.Length < 12 || (gzip[3] & 8) == 0) return "";
        var at = 10;
        if ((gzip[3] & 4) != 0) at += 2 + BinaryPrimitives.ReadUInt16LittleEndian(gzip[10..]);
        if (at >= gzip.Length) return "";
        var end = gzip[at..].IndexOf((byte)0);
        return end is > 0 and <= 256 ? AttachmentName.Clean(Encoding.Latin1.GetString(gzip.Slice(at, end))) : "";
    }

    private static long Octal(ReadOnlySpan<byte> field)
    {
        long value = 0;
        foreach (var c in field)
            if (c is >= (byte)'0' and <= (byte)'7') value = (value * 8) + c - '0';
        return value;
    }
}
