namespace Serjeant.Facts.Attachments;

/// <summary>Tells what a file is and looks into it, at any depth of nesting.</summary>
internal static class FileInspector
{
    /// <summary>Archives within archives that are opened; mail gateways open about as many, and senders know it.</summary>
    public const int MaximumDepth = 5;

    /// <summary>A file that came as an attachment itself.</summary>
    /// <returns>Its kind; empty where unknown.</returns>
    public static string Inspect(ReadOnlyMemory<byte> file, string name, int depth, AttachmentFindings findings)
    {
        var bytes = file.Span;
        var extension = AttachmentName.Extension(name);
        var kind = FileMagic.Of(bytes);
        if (kind.Length == 0) kind = TextMagic.Of(bytes, extension);
        kind = kind switch
        {
            "zip" => ZipInspector.Inspect(file, depth, findings),
            "ole" => OleInspector.Inspect(file, depth, findings),
            _ => kind,
        };
        switch (kind)
        {
            case "pdf":
                PdfInspector.Inspect(file, findings);
                break;
            case "rtf":
                RichTextInspector.Inspect(bytes, depth, findings);
                break;
            case "html" or "svg" or "hta" or "mht":
                PageInspector.Inspect(bytes, kind == "svg", findings);
                break;
            case "ics" or "vcf":
                CalendarInspector.Inspect(bytes, findings);
                break;
            case "gz":
                PackedInspector.Gzip(file, name, depth, findings);
                break;
            case "tar":
                PackedInspector.Tar(file, depth, findings);
                break;
            case "cab":
                PackedInspector.Cabinet(bytes, findings);
                break;
            case "rar":
                RarInspector.Inspect(bytes, findings);
                break;
            case "7z":
                SevenZipInspector.Inspect(bytes, findings);
                break;
            case "iso":
                DiskImageInspector.Inspect(bytes, findings);
                break;
            case "one":
                OneNoteInspector.Inspect(file, depth, findings);
                break;
            case "lnk" or "url":
                ShortcutInspector.Inspect(bytes, findings);
                break;
            case "" or "xml":
                ByName(bytes, extension, findings);
                break;
        }
        return kind;
    }

    /// <summary>A file found inside another: what it does when opened is said of the outer one.</summary>
    public static void InspectInner(ReadOnlyMemory<byte> file, string name, int depth, AttachmentFindings findings)
    {
        if (file.IsEmpty) return;
        if (depth > MaximumDepth)
        {
            findings.Note(AttachmentTraits.BoundReached);
            return;
        }
        var kind = Inspect(file, name, depth, findings);
        var inner = FileClasses.Of(kind);
        if (FileClasses.Runs(inner)) findings.Note(AttachmentTraits.ArchiveHoldsProgram);
        if (inner == FileClass.Archive) findings.Note(AttachmentTraits.NestedArchive);
        Pages(kind, findings);
    }

    /// <summary>Notes that there is a page, whose opening shows whatever it likes in the reader's browser.</summary>
    public static void Pages(string kind, AttachmentFindings findings)
    {
        if (kind is "html" or "mht") findings.Note(AttachmentTraits.Html);
        if (kind == "svg") findings.Note(AttachmentTraits.Svg);
    }

    /// <summary>Text without a sign of its own is what its name makes the machine take it for.</summary>
    private static void ByName(ReadOnlySpan<byte> bytes, ReadOnlySpan<char> extension, AttachmentFindings findings)
    {
        switch (FileClasses.Of(extension))
        {
            case FileClass.Web:
                PageInspector.Inspect(bytes, extension.Equals("svg", StringComparison.OrdinalIgnoreCase), findings);
                break;
            case FileClass.Shortcut:
                ShortcutInspector.Inspect(bytes, findings);
                break;
            case FileClass.Calendar:
                CalendarInspector.Inspect(bytes, findings);
                break;
        }
    }
}
