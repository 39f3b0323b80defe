using System.Collections.Immutable;
using MimeKit;
using Serjeant.Facts.Headers;

namespace Serjeant.Personas.Unwrapping;

/// <summary>
/// Takes apart what was handed in: messages attached to it, written out in it, returned with it, to some depth. Never throws on any bytes, and
/// contacts nothing.
/// </summary>
public static class Unwrapper
{
    // A forward of a forward of a forward is three deep; what is deeper, or has more in it, was made to keep us busy.
    private const int MaximumDepth = 8, MaximumLayers = 32, MaximumParts = 500, MaximumNesting = 32, MaximumFile = 25 * 1024 * 1024, MaximumText = 1 << 20;

    private static readonly ParserOptions Options = new() { MaxMimeDepth = 64 };

    /// <summary>What the bytes are, and all that they hold; an outer message stands before its inner ones.</summary>
    public static ImmutableArray<Layer> Unwrap(ReadOnlyMemory<byte> bytes)
    {
        var layers = ImmutableArray.CreateBuilder<Layer>();
        Visit(new(bytes, LayerForm.Itself, 0, false), layers);
        return layers.ToImmutable();
    }

    /// <summary>The same for a text that is no message: pasted headers, a forward out of a window. Empty where it holds no mail.</summary>
    public static ImmutableArray<Layer> UnwrapText(ReadOnlySpan<char> text)
    {
        var layers = ImmutableArray.CreateBuilder<Layer>();
        if (QuotedMail.Find(TextLines.Of(text)) is { } found) Visit(new(found.Bytes, found.Form, 1, true), layers);
        return layers.ToImmutable();
    }

    private static void Visit(Layer layer, ImmutableArray<Layer>.Builder layers)
    {
        if (layers.Count == MaximumLayers) return;
        layers.Add(layer);
        if (layer.Depth == MaximumDepth) return;
        var within = new List<Layer>();
        try
        {
            Walk(layer, within);
        }
        // What a parser makes of hostile bytes is its own affair; what was found before stands.
        catch (Exception problem) when (problem is not OutOfMemoryException)
        {
        }
        foreach (var inner in within) Visit(inner, layers);
    }

    private static void Walk(Layer layer, List<Layer> within)
    {
        var bytes = LongFields.Cut(layer.Bytes, out _);
        var array = System.Runtime.InteropServices.MemoryMarshal.TryGetArray(bytes, out var segment) ? segment : new(bytes.ToArray());
        var ranges = new Dictionary<MimeMessage, Range>();
        using var stream = new MemoryStream(array.Array!, array.Offset, array.Count, writable: false, publiclyVisible: true);
        var parser = new MimeParser(Options, stream, MimeFormat.Entity, persistent: true);
        parser.MimeMessageEnd += (_, end) => ranges[end.Message] = (int)end.BeginOffset..(int)Math.Min(end.EndOffset, bytes.Length);
        using var message = parser.ParseMessage();
        var found = new Found(bytes, ranges, layer.Depth + 1, IsForward(message.Subject));
        if (message.Body is not null) found.Visit(message.Body, 0);
        within.AddRange(found.Attached);
        if (found.Written is { } written) within.Add(written);
        // Reports whose boundaries do not fit, or are missing: what they return stands in them all the same.
        if (within.Count == 0 && layer.Depth == 0 && message.Body is Multipart && QuotedMail.Find(TextLines.Of(Behind(bytes.Span))) is { Form: LayerForm.Headers } raw)
            within.Add(new(raw.Bytes, raw.Form, 1, true));
    }

    /// <summary>All that stands behind the header, as text.</summary>
    private static string Behind(ReadOnlySpan<byte> message)
    {
        var (unix, network) = (message.IndexOf("\n\n"u8), message.IndexOf("\r\n\r\n"u8));
        var end = unix < 0 ? network : network < 0 ? unix : Math.Min(unix, network);
        return end < 0 ? "" : System.Text.Encoding.UTF8.GetString(message[end..Math.Min(message.Length, end + MaximumText)]);
    }

    /// <summary>Fwd:, WG:, TR: and so on in front of the subject.</summary>
    private static bool IsForward(string? subject) => SubjectReader.Read(subject).Forwards > 0;

    /// <summary>What one message holds, not counting what those hold in turn.</summary>
    private sealed class Found(ReadOnlyMemory<byte> bytes, Dictionary<MimeMessage, Range> ranges, int depth, bool forward)
    {
        private int _parts;

        public List<Layer> Attached { get; } = [];

        public Layer? Written { get; private set; }

        public void Visit(MimeEntity entity, int nesting)
        {
            if (++_parts > MaximumParts || nesting > MaximumNesting || Attached.Count == MaximumLayers) return;
            switch (entity)
            {
                case Multipart multipart:
                    foreach (var part in multipart) Visit(part, nesting + 1);
                    break;
                case MessagePart { Message: { } message }:
                    if (ranges.TryGetValue(message, out var range)) Attach(bytes[range], LayerForm.Attached);
                    break;
                case TextPart text when text.ContentType.IsMimeType("text", "rfc822-headers"):
                    Attach(Decode(text), LayerForm.Headers);
                    break;
                case TextPart text when !IsFile(text):
                    if (Written is null && QuotedMail.Find(TextLines.Of(text)) is { } quoted) Written = new(quoted.Bytes, quoted.Form, depth, forward || quoted.Marked);
                    break;
                case MimePart part when IsFile(part) || part.ContentType.IsMimeType("message", "rfc822") || part.ContentType.IsMimeType("message", "global"):
                    Attach(Decode(part), LayerForm.Attached);
                    break;
            }
        }

        private void Attach(ReadOnlyMemory<byte> message, LayerForm form)
        {
            if (!message.IsEmpty) Attached.Add(new(message, form, depth, true));
        }

        private static bool IsFile(MimePart part) => part.FileName is { } name && name.EndsWith(".eml", StringComparison.OrdinalIgnoreCase);

        private static byte[] Decode(MimePart part)
        {
            if (part.Content is not { } content) return [];
            using var decoded = new MemoryStream();
            using var source = content.Open();
            var buffer = new byte[81920];
            for (int read; (read = source.Read(buffer)) > 0 && decoded.Length < MaximumFile;) decoded.Write(buffer, 0, read);
            var start = decoded.GetBuffer().AsSpan(0, (int)decoded.Length).IndexOfAnyExcept("\r\n\t \ufeff"u8);
            return start < 0 ? [] : decoded.ToArray()[start..];
        }
    }
}
