using System.Buffers.Binary;

namespace Serjeant.Facts.Attachments;

/// <summary>Looks into the files that a OneNote section carries ([MS-ONESTORE] 2.6.13, FileDataStoreObject).</summary>
internal static class OneNoteInspector
{
    private const int FilesOpened = 32;

    private static ReadOnlySpan<byte> Header => [0xe7, 0x16, 0xe3, 0xbd, 0x65, 0x26, 0x11, 0x45, 0xa4, 0xc4, 0x8d, 0x4d, 0x0b, 0x7a, 0x9e, 0xac];

    public static void Inspect(ReadOnlyMemory<byte> file, int depth, AttachmentFindings findings)
    {
        var at = 0;
        for (var opened = 0; opened < FilesOpened; opened++)
        {
            var hit = file.Span[at..].IndexOf(Header);
            if (hit < 0 || file.Length - at - hit < 36) return;
            at += hit + 36;
            var length = BinaryPrimitives.ReadUInt64LittleEndian(file.Span[(at - 20)..]);
            var room = file.Length - at;
            var taken = length > (ulong)room ? room : (int)length;
            FileInspector.InspectInner(file.Slice(at, taken), "", depth + 1, findings);
            at += taken;
        }
        findings.Note(AttachmentTraits.BoundReached);
    }
}
