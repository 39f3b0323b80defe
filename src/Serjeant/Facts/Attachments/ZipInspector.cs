namespace Serjeant.Facts.Attachments;

/// <summary>Looks into a ZIP: an archive, or one of the formats that are made of one (OOXML, ODF, JAR, APK, MSIX, EPUB).</summary>
internal static class ZipInspector
{
    /// <summary>Bytes unpacked of one entry that is looked into; what is hostile shows itself early.</summary>
    private const int EntryBytes = 8 * 1024 * 1024;

    /// <summary>Entries of one archive that are unpacked and looked into; names are listed of more.</summary>
    private const int EntriesOpened = 64;

    /// <returns>The kind: zip, ooxml, odf, jar, apk, msix, epub.</returns>
    public static string Inspect(ReadOnlyMemory<byte> file, int depth, AttachmentFindings findings)
    {
        // One more than may be listed, so that a bound that is met is noticed.
        var entries = ZipDirectory.Read(file, findings.Limits.ArchiveEntries + 1);
        var kind = Kind(entries, findings);
        foreach (var entry in entries)
            if (!findings.AddEntry(entry.Name, judge: kind == "zip")) break;
        switch (kind)
        {
            case "ooxml":
                OfficePackage.Inspect(entries, depth, findings);
                break;
            case "odf":
                OpenDocument(entries, findings);
                break;
            case "zip":
                Archive(entries, depth, findings);
                break;
        }
        return kind;
    }

    /// <summary>Unpacks an entry within the bounds; empty where it is encrypted or packed in a way that is not read.</summary>
    public static PooledBytes Unpack(in ZipEntry entry, int atMost, AttachmentFindings findings)
    {
        if (entry.Encrypted || entry.Data.IsEmpty || entry.Method is not (0 or 8)) return default;
        var unpacked = entry.Method == 8
            ? Inflation.Run(entry.Data, Packing.Deflate, atMost, findings.Budget)
            : Stored(entry.Data, atMost, findings);
        if (unpacked.Cut) findings.Note(AttachmentTraits.BoundReached);
        return unpacked;
    }

    private static PooledBytes Stored(ReadOnlyMemory<byte> data, int atMost, AttachmentFindings findings)
    {
        var length = (int)Math.Min(Math.Min(data.Length, atMost), findings.Budget.Bytes);
        findings.Budget.TakeBytes(length);
        var copy = System.Buffers.ArrayPool<byte>.Shared.Rent(Math.Max(1, length));
        data.Span[..length].CopyTo(copy);
        return new(copy, length, length < data.Length);
    }

    private static string Kind(List<ZipEntry> entries, AttachmentFindings findings)
    {
        bool types = false, office = false, manifest = false, classes = false;
        foreach (var entry in entries)
        {
            var name = entry.Name.AsSpan();
            if (name.Length is 0 or > 60) continue;
            if (name.Equals("mimetype", StringComparison.Ordinal) && Mimetype(entry, findings) is { Length: > 0 } kind) return kind;
            if (name.Equals("AndroidManifest.xml", StringComparison.Ordinal)) return "apk";
            if (name.Equals("AppxManifest.xml", StringComparison.OrdinalIgnoreCase)) return "msix";
            types |= name.Equals("[Content_Types].xml", StringComparison.OrdinalIgnoreCase);
            office |= name.StartsWith("word/", StringComparison.OrdinalIgnoreCase) || name.StartsWith("xl/", StringComparison.OrdinalIgnoreCase)
                || name.StartsWith("ppt/", StringComparison.OrdinalIgnoreCase) || name.StartsWith("visio/", StringComparison.OrdinalIgnoreCase)
                || name.StartsWith("_rels/", StringComparison.OrdinalIgnoreCase) || name.StartsWith("docProps/", StringComparison.OrdinalIgnoreCase);
            manifest |= name.Equals("META-INF/MANIFEST.MF", StringComparison.OrdinalIgnoreCase);
            classes |= name.EndsWith(".class", StringComparison.OrdinalIgnoreCase);
        }
        if (types && office) return "ooxml";
        return manifest || classes ? "jar" : "zip";
    }

    private static string Mimetype(in ZipEntry entry, AttachmentFindings findings)
    {
        using var text = Unpack(entry, 256, findings);
        if (text.Memory.Span.StartsWith("application/vnd.oasis.opendocument"u8)) return "odf";
        return text.Memory.Span.StartsWith("application/epub+zip"u8) ? "epub" : "";
    }

    private static void OpenDocument(List<ZipEntry> entries, AttachmentFindings findings)
    {
        foreach (var entry in entries)
        {
            if (entry.Name.StartsWith("Basic/", StringComparison.Ordinal) || entry.Name.StartsWith("Scripts/", StringComparison.Ordinal))
                findings.Note(AttachmentTraits.Macros);
            if (entry.Name == "META-INF/manifest.xml")
            {
                using var manifest = Unpack(entry, 1024 * 1024, findings);
                if (manifest.Memory.Span.IndexOf("encryption-data"u8) >= 0) findings.Note(AttachmentTraits.PasswordProtected);
            }
            if (entry.Name == "content.xml")
            {
                using var content = Unpack(entry, EntryBytes, findings);
                OfficePackage.AddReferences(content.Memory.Span, findings);
            }
        }
    }

    private static void Archive(List<ZipEntry> entries, int depth, AttachmentFindings findings)
    {
        var opened = 0;
        foreach (var entry in entries)
        {
            if (entry.Encrypted)
            {
                findings.Note(AttachmentTraits.EncryptedArchive);
                var inner = FileClasses.Of(AttachmentName.Extension(entry.Name));
                if (inner == FileClass.Archive) findings.Note(AttachmentTraits.NestedArchive);
                continue;
            }
            if (entry.Data.IsEmpty || entry.Name.EndsWith('/')) continue;
            if (opened++ == EntriesOpened || findings.Budget.Bytes == 0)
            {
                findings.Note(AttachmentTraits.BoundReached);
                break;
            }
            using var content = Unpack(entry, EntryBytes, findings);
            FileInspector.InspectInner(content.Memory, entry.Name, depth + 1, findings);
        }
    }
}
