using System.Buffers.Binary;
using System.Text;

namespace Serjeant.Facts.Attachments;

/// <summary>Looks into a compound file: old Office documents, Outlook messages, installers, and encrypted OOXML.</summary>
internal static class OleInspector
{
    private const int Entries = 4096;
    private const int StreamBytes = 8 * 1024 * 1024;

    /// <summary>Streams looked into of one file.</summary>
    private const int StreamsOpened = 64;

    private static readonly Guid Installer = new("000c1084-0000-0000-c000-000000000046");
    private static readonly Guid InstallerPatch = new("000c1086-0000-0000-c000-000000000046");

    /// <returns>doc, xls, ppt, msg, msi, ooxml (where encrypted) or ole.</returns>
    public static string Inspect(ReadOnlyMemory<byte> file, int depth, AttachmentFindings findings)
    {
        var directory = new OleDirectory(file, Entries, StreamBytes);
        if (directory.RootClass == Installer || directory.RootClass == InstallerPatch) return "msi";
        if (directory.Has("EncryptedPackage"))
        {
            findings.Note(AttachmentTraits.PasswordProtected);
            return "ooxml";
        }
        if (directory.Has("_VBA_PROJECT") || directory.Has("_VBA_PROJECT_CUR")) findings.Note(AttachmentTraits.Macros);
        Packages(directory, depth, findings);
        if (directory.Has("__properties_version1.0"))
        {
            Message(directory, depth, findings);
            return "msg";
        }
        if (directory.Has("WordDocument"))
        {
            var head = directory.Read("WordDocument", 32);
            if (head.Length >= 12 && (head[11] & 1) != 0) findings.Note(AttachmentTraits.PasswordProtected); // FIB.fEncrypted
            return "doc";
        }
        if (directory.Has("Workbook") || directory.Has("Book"))
        {
            Workbook(directory.Read(directory.Has("Workbook") ? "Workbook" : "Book", 1024 * 1024), findings);
            return "xls";
        }
        if (!directory.Has("PowerPoint Document")) return "ole";
        var user = directory.Read("Current User", 16);
        if (user.Length >= 16 && BinaryPrimitives.ReadUInt32LittleEndian(user.AsSpan(12)) == 0xf3d1c4df) findings.Note(AttachmentTraits.PasswordProtected);
        return "ppt";
    }

    /// <summary>The records before the first sheet ([MS-XLS] 2.4): FILEPASS is encryption, a BOUNDSHEET of kind 1 holds Excel 4 macros.</summary>
    private static void Workbook(ReadOnlySpan<byte> records, AttachmentFindings findings)
    {
        while (records.Length >= 4)
        {
            var kind = BinaryPrimitives.ReadUInt16LittleEndian(records);
            var length = BinaryPrimitives.ReadUInt16LittleEndian(records[2..]);
            records = records[4..];
            if (length > records.Length || kind == 0x000a) return; // EOF of the globals
            if (kind == 0x002f)
            {
                findings.Note(AttachmentTraits.PasswordProtected); // record headers stay readable, their content does not
                return;
            }
            if (kind == 0x0085 && length > 6 && records[5] == 1) findings.Note(AttachmentTraits.Macros);
            records = records[length..];
        }
    }

    /// <summary>Files packed into a document (\1Ole10Native): the name is there in plain; a link to elsewhere stands in \1Ole.</summary>
    private static void Packages(OleDirectory directory, int depth, AttachmentFindings findings)
    {
        var opened = 0;
        foreach (var entry in directory.Entries)
        {
            if (entry.Type != 2 || opened == StreamsOpened) continue;
            if (entry.Name.Equals("\u0001Ole10Native", StringComparison.OrdinalIgnoreCase))
            {
                opened++;
                Native(Take(directory, entry, findings), depth, findings);
            }
            else if (entry.Name == "\u0001Ole" && entry.Size > 20)
            {
                opened++;
                var text = Encoding.Unicode.GetString(directory.Read(entry, 4096));
                var shifted = Encoding.Unicode.GetString(directory.Read(entry, 4096).AsSpan(Math.Min(1, (int)entry.Size)));
                if (TextUrls.Add(text, LinkPlace.OfficeRelation, findings) | TextUrls.Add(shifted, LinkPlace.OfficeRelation, findings))
                    findings.Note(AttachmentTraits.ExternalReference);
            }
        }
    }

    private static void Native(ReadOnlySpan<byte> stream, int depth, AttachmentFindings findings)
    {
        if (stream.Length < 8) return;
        var rest = stream[6..];
        var end = rest.IndexOf((byte)0);
        if (end is <= 0 or > 260) return;
        var name = AttachmentName.Clean(Encoding.Latin1.GetString(rest[..end]));
        if (!findings.AddEntry(name)) return;
        // Behind the name: the path it came from, four bytes, the length of a temporary path, that path, the length of the file, the file.
        rest = rest[(end + 1)..];
        end = rest.IndexOf((byte)0);
        if (end < 0 || rest.Length < end + 9) return;
        rest = rest[(end + 5)..];
        var path = BinaryPrimitives.ReadUInt32LittleEndian(rest);
        if (path > rest.Length - 8) return;
        FileInspector.InspectInner(rest[((int)path + 8)..].ToArray(), name, depth + 1, findings);
    }

    /// <summary>An Outlook item ([MS-OXMSG]): names and content of its attachments, without telling which content has which name.</summary>
    private static void Message(OleDirectory directory, int depth, AttachmentFindings findings)
    {
        var opened = 0;
        foreach (var entry in directory.Entries)
        {
            if (entry.Type != 2 || !entry.Name.StartsWith("__substg1.0_370", StringComparison.OrdinalIgnoreCase)) continue;
            if (opened++ == StreamsOpened)
            {
                findings.Note(AttachmentTraits.BoundReached);
                return;
            }
            var property = entry.Name.AsSpan(12);
            if (property.StartsWith("3707001F", StringComparison.OrdinalIgnoreCase))
                findings.AddEntry(AttachmentName.Clean(Encoding.Unicode.GetString(directory.Read(entry, 1024))));
            else if (property.StartsWith("37010102", StringComparison.OrdinalIgnoreCase))
                FileInspector.InspectInner(Take(directory, entry, findings), "", depth + 1, findings);
        }
    }

    /// <summary>Many entries may name the same sectors: what is copied out counts against the budget.</summary>
    private static byte[] Take(OleDirectory directory, in OleEntry entry, AttachmentFindings findings)
    {
        var bytes = directory.Read(entry, (int)Math.Min(StreamBytes, findings.Budget.Bytes));
        findings.Budget.TakeBytes(bytes.Length);
        return bytes;
    }
}
