using MimeKit;
using Serjeant.Facts;
using Serjeant.Facts.Attachments;
using Serjeant.Facts.Unwrapping;

namespace Serjeant.Tests.Facts.Attachments;

/// <summary>Puts bytes into a part and reads it, as every test here does.</summary>
internal static class AttachmentReading
{
    public static (Attachment Attachment, List<Link> Links) Read(byte[] content, string name, string type = "application/octet-stream",
        FactsLimits? limits = null, ContentEncoding encoding = ContentEncoding.Base64)
    {
        limits ??= FactsLimits.Default;
        var links = new List<Link>();
        using var part = Part(content, name, type, encoding);
        var attachment = new AttachmentReader(new LinkUnwrapper()).Read(part, limits, new AttachmentBudget(limits), links);
        return (attachment, links);
    }

    /// <summary>Written out and parsed again, so that the content is encoded as in a mail.</summary>
    public static MimePart Part(byte[] content, string name, string type, ContentEncoding encoding)
    {
        using var part = new MimePart(ContentType.Parse(type)) { Content = new MimeContent(new MemoryStream(content)), ContentTransferEncoding = encoding };
        if (name.Length > 0) part.ContentDisposition = new ContentDisposition(ContentDisposition.Attachment) { FileName = name };
        var written = new MemoryStream();
        part.WriteTo(written);
        written.Position = 0;
        return (MimePart)MimeEntity.Load(written);
    }
}
