using System.Security.Cryptography;
using MimeKit;
using Serjeant.Facts.Unwrapping;
using Serjeant.Values;

namespace Serjeant.Facts.Attachments;

/// <summary>
/// Makes the facts of one attachment: what it is called, what it is, what it holds. Never fails on any bytes; what is not read
/// to its end for a bound carries <see cref="AttachmentTraits.BoundReached"/>. Nothing is run, nothing is fetched.
/// <para>Not looked into yet: QR codes in pictures and PDF pages; LZMA (7z, xz), bzip2, RAR and cabinet content, of which the
/// names are read where they stand in the open; content of disk images beyond their root folder.</para>
/// </summary>
internal sealed class AttachmentReader(LinkUnwrapper unwrapper)
{
    /// <summary>
    /// Whether a part is an attachment to its reader: it says so, or it has a name or no text, and is no picture shown inside the
    /// message (an image with a Content-Id or Content-Location that is not called an attachment). Enclosed messages are not: they
    /// are read as messages. A named text part is one also where the client would show it inline, so a body may be both.
    /// </summary>
    public static bool IsAttachment(MimeEntity entity)
    {
        if (entity is not MimePart part) return false;
        var type = part.ContentType;
        if (type.IsMimeType("message", "*")) return false;
        if (part.ContentDisposition is { IsAttachment: true }) return true;
        var name = part.FileName;
        if (type.IsMimeType("image", "*"))
            return (part.ContentId is null && part.ContentLocation is null) || FileClasses.Of(AttachmentName.Extension(name)) is not (FileClass.Picture or FileClass.Unknown);
        return !string.IsNullOrEmpty(name) || !IsBodyText(type);
    }

    /// <param name="budget">The message's; shared by all its attachments.</param>
    /// <param name="links">Takes the links found inside.</param>
    public Attachment Read(MimePart part, FactsLimits limits, AttachmentBudget budget, List<Link> links)
    {
        using var content = PartContent.Decode(part);
        var name = AttachmentName.Clean(part.FileName);
        var declared = part.ContentType.MimeType.ToLowerInvariant();
        var findings = new AttachmentFindings(limits, budget, links, unwrapper);
        var kind = FileInspector.Inspect(content.Memory, name, 0, findings);
        var real = FileClasses.Of(kind);
        var named = FileClasses.Of(AttachmentName.Extension(name));
        findings.Note(FileClasses.Trait(real) | FileClasses.Trait(named));
        FileInspector.Pages(kind, findings);
        if (kind.Length == 0 && named == FileClass.Web && !findings.Has(AttachmentTraits.Svg)) findings.Note(AttachmentTraits.Html);
        if (AttachmentName.Deceives(name)) findings.Note(AttachmentTraits.DoubleExtension);
        if (Mismatch(named == FileClass.Unknown ? Declared(part.ContentType) : named, real, AttachmentName.Extension(name)))
            findings.Note(AttachmentTraits.TypeMismatch);
        return new(name, declared, kind, Sha256.Of(content.Memory.Span), content.Length, findings.Traits, findings.Inside) { Md5 = Md5(content.Memory.Span), Sha1 = Sha1(content.Memory.Span) };
    }

#pragma warning disable CA5350, CA5351 // Both are broken as proofs. Here they prove nothing: tips name files by them.
    private static string Md5(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(MD5.HashData(bytes));

    private static string Sha1(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA1.HashData(bytes));
#pragma warning restore CA5350, CA5351

    /// <summary>A thing that is opened without a thought by its name, and runs, unpacks or shows a page by its content.</summary>
    private static bool Mismatch(FileClass claimed, FileClass real, ReadOnlySpan<char> extension)
    {
        if (claimed is not (FileClass.Picture or FileClass.Media or FileClass.Document or FileClass.Calendar or FileClass.Archive) || claimed == real) return false;
        if (FileClasses.Runs(real)) return true;
        // Web software hands out tables and letters as HTML under the names of Office, and text viewers show markup as text.
        if (real == FileClass.Web) return !IsReadAsText(extension);
        // Documents of Office and its like are archives themselves, and broken ones look like no more than that.
        return real == FileClass.Archive && (claimed != FileClass.Document || extension.Equals("pdf", StringComparison.OrdinalIgnoreCase));
    }

    private static bool IsReadAsText(ReadOnlySpan<char> extension)
    {
        foreach (var name in (ReadOnlySpan<string>)["xls", "doc", "txt", "csv", "log", "md", "eml"])
            if (extension.Equals(name, StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }

    private static FileClass Declared(ContentType type)
    {
        if (type.IsMimeType("image", "*")) return FileClass.Picture;
        if (type.IsMimeType("audio", "*") || type.IsMimeType("video", "*")) return FileClass.Media;
        return type.IsMimeType("application", "pdf") ? FileClass.Document : FileClass.Unknown;
    }

    /// <summary>Text that clients show as the body of a message.</summary>
    private static bool IsBodyText(ContentType type) =>
        type.IsMimeType("text", "plain") || type.IsMimeType("text", "html") || type.IsMimeType("text", "enriched")
        || type.IsMimeType("text", "richtext") || type.IsMimeType("text", "x-amp-html") || type.IsMimeType("text", "watch-html");
}
