using MimeKit;
using Serjeant.Facts.Attachments;
using Serjeant.Facts.Text;

namespace Serjeant.Facts.Body;

/// <summary>Walks the parts of a message once: text and HTML are read, everything else is an attachment.</summary>
internal sealed class BodyReader(FactsLimits limits, TextReaders readers)
{
    public BodyFacts Read(MimeEntity? body, RecipientFacts recipients, Action<OddityKind, string> odd)
    {
        var walk = new Walk(limits, odd);
        if (body is not null) walk.Visit(body, 0);
        return readers.Read(walk, recipients, limits, odd);
    }

    /// <summary>What the walk found.</summary>
    internal sealed class Walk(FactsLimits limits, Action<OddityKind, string> odd)
    {
        private const int MaximumExternal = 50;

        private int _parts;
        private int _characters;

        public List<string> Plain { get; } = [];

        /// <summary>Of the pool: whoever reads them disposes them.</summary>
        public List<PooledText> Html { get; } = [];

        public List<MimePart> Attachments { get; } = [];

        /// <summary>What message/external-body parts (RFC 2046 section 5.2.3, RFC 2017) say to fetch.</summary>
        public List<string> External { get; } = [];

        public List<TextPart> Calendars { get; } = [];

        public void Visit(MimeEntity entity, int depth)
        {
            if (++_parts > limits.Parts)
            {
                if (_parts == limits.Parts + 1) odd(OddityKind.TooManyParts, "");
                return;
            }
            if (depth > limits.Depth)
            {
                odd(OddityKind.TooDeep, "");
                return;
            }
            if (entity.ContentType.IsMimeType("message", "external-body"))
            {
                if (External.Count < MaximumExternal && ExternalUrl(entity.ContentType) is { } url) External.Add(url);
                return;
            }
            switch (entity)
            {
                case Multipart multipart:
                    if (multipart.Boundary is null) odd(OddityKind.BrokenMultipart, "no boundary");
                    foreach (var part in multipart) Visit(part, depth + 1);
                    break;
                case MessagePart:
                    break; // what a bounce or forward encloses is somebody else's message
                case TextPart text when text.ContentType.IsMimeType("text", "calendar") || !AttachmentReader.IsAttachment(text):
                    Text(text);
                    break;
                case MimePart part when AttachmentReader.IsAttachment(part):
                    if (Attachments.Count < limits.Attachments) Attachments.Add(part);
                    else if (Attachments.Count == limits.Attachments) odd(OddityKind.TooManyAttachments, "");
                    break;
            }
        }

        private void Text(TextPart part)
        {
            if (part.ContentType.IsMimeType("text", "calendar"))
            {
                Calendars.Add(part);
                return;
            }
            var text = TextDecoder.Decode(part, out var unknown);
            if (unknown) odd(OddityKind.UnknownCharset, "");
            if (text.Length == 0)
            {
                text.Dispose();
                return;
            }
            if (text.Span.Contains('\0')) odd(OddityKind.ControlCharacters, "text");
            if (_characters + text.Length > limits.TextCharacters)
            {
                odd(OddityKind.TooLong, "text");
                if (_characters >= limits.TextCharacters)
                {
                    text.Dispose();
                    return;
                }
                text.Cut(limits.TextCharacters - _characters);
            }
            _characters += text.Length + 1; // and the line that parts it from the next
            var base64 = part.ContentTransferEncoding == ContentEncoding.Base64;
            if (base64 && System.Text.Ascii.IsValid(text.Span[..Math.Min(text.Length, 4096)])) odd(OddityKind.NeedlessBase64, "");
            if (part.IsHtml || LooksLikeHtml(text.Span))
            {
                Html.Add(text);
            }
            else
            {
                Plain.Add(text.Span.ToString());
                text.Dispose();
            }
        }

        private static string? ExternalUrl(ContentType type)
        {
            var parameters = type.Parameters;
            if (parameters["url"] is { Length: > 0 } url) return url.Replace(" ", "", StringComparison.Ordinal);
            return parameters["site"] is { Length: > 0 } site
                ? $"ftp://{site}/{(parameters["directory"] is { Length: > 0 } folder ? folder.Trim('/') + "/" : "")}{parameters["name"]}"
                : null;
        }

        private static bool LooksLikeHtml(ReadOnlySpan<char> text)
        {
            var start = text.TrimStart();
            return start.StartsWith("<html", StringComparison.OrdinalIgnoreCase) || start.StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase);
        }
    }
}
