using System.Buffers;
using System.Text;
using MimeKit;

namespace Serjeant.Facts.Body;

/// <summary>Decodes a text part once, into a pooled buffer and from there into characters. The library's own way makes three copies on the way.</summary>
internal static class TextDecoder
{
    private static readonly Encoding Utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: false);

    /// <summary>Charsets met, also those that cannot be had; a hostile mail could name millions, so it stops growing.</summary>
    private static readonly System.Collections.Concurrent.ConcurrentDictionary<string, Encoding?> CodePages = new(StringComparer.OrdinalIgnoreCase);

    static TextDecoder() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>The text; sets <paramref name="unknown"/> where its charset is none that can be had, and reads it as Latin-1 then.</summary>
    public static PooledText Decode(TextPart part, out bool unknown)
    {
        unknown = false;
        if (part.Content is not { } content) return PooledText.Empty;
        using var target = new PooledStream();
        content.DecodeTo(target);
        var bytes = target.Bytes;
        if (bytes.IsEmpty) return PooledText.Empty;
        return bytes.StartsWith("\xEF\xBB\xBF"u8) ? PooledText.Decode(Utf8, bytes[3..]) : PooledText.Decode(EncodingOf(part, bytes, out unknown), bytes);
    }

    private static Encoding EncodingOf(TextPart part, ReadOnlySpan<byte> bytes, out bool unknown)
    {
        unknown = false;
        var charset = part.ContentType.Charset;
        // Said or not, what is valid UTF-8 is UTF-8; else mail programs of old meant Latin-1.
        if (string.IsNullOrEmpty(charset)) return System.Text.Unicode.Utf8.IsValid(bytes) ? Utf8 : Encoding.Latin1;
        if (charset.Equals("us-ascii", StringComparison.OrdinalIgnoreCase) || charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase)) return Utf8;
        if ((CodePages.Count < 500 ? CodePages.GetOrAdd(charset, Find) : Find(charset)) is { } encoding) return encoding;
        unknown = true;
        return Encoding.Latin1;
    }

    private static Encoding? Find(string charset)
    {
        try
        {
            return Encoding.GetEncoding(charset.StartsWith("cp", StringComparison.OrdinalIgnoreCase) && charset.Length == 6 ? "windows-" + charset[2..] : charset);
        }
        catch (Exception problem) when (problem is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }

    /// <summary>A stream that gathers what is written in a buffer of the shared pool.</summary>
    private sealed class PooledStream : Stream
    {
        private byte[] _buffer = ArrayPool<byte>.Shared.Rent(1 << 16);
        private int _length;

        public ReadOnlySpan<byte> Bytes => _buffer.AsSpan(0, _length);

        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => _length;

        public override long Position { get => _length; set => throw new NotSupportedException(); }

        public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

        public override void Write(ReadOnlySpan<byte> buffer)
        {
            if (_length + buffer.Length > _buffer.Length)
            {
                var larger = ArrayPool<byte>.Shared.Rent(Math.Max(_buffer.Length * 2, _length + buffer.Length));
                _buffer.AsSpan(0, _length).CopyTo(larger);
                ArrayPool<byte>.Shared.Return(_buffer);
                _buffer = larger;
            }
            buffer.CopyTo(_buffer.AsSpan(_length));
            _length += buffer.Length;
        }

        public override void Flush()
        {
        }

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            if (disposing && _buffer.Length > 0)
            {
                ArrayPool<byte>.Shared.Return(_buffer);
                _buffer = [];
            }
            base.Dispose(disposing);
        }
    }
}
