using System.Buffers;
using System.Buffers.Text;
using MimeKit;

namespace Serjeant.Facts.Attachments;

/// <summary>
/// Decodes a part once, into a rented buffer. Well-formed base64 goes through the runtime's vectorised decoder after its line
/// ends are dropped (several times as fast as decoding byte by byte); everything else goes through MimeKit, which forgives.
/// </summary>
internal static class PartContent
{
    public static PooledBytes Decode(MimePart part)
    {
        if (part.Content is not { Stream: { CanSeek: true } stream } content) return default;
        var size = (int)Math.Min(stream.Length, int.MaxValue / 2);
        if (size == 0) return default;
        var raw = ArrayPool<byte>.Shared.Rent(size);
        stream.Position = 0;
        var length = stream.ReadAtLeast(raw.AsSpan(0, size), size, throwOnEndOfStream: false);
        stream.Position = 0;
        switch (content.Encoding)
        {
            case ContentEncoding.Base64 when TryBase64(raw, length, out var decoded):
                return new(raw, decoded, false);
            case ContentEncoding.Base64 or ContentEncoding.QuotedPrintable or ContentEncoding.UUEncode:
                ArrayPool<byte>.Shared.Return(raw);
                return Forgiving(content, size);
            default:
                return new(raw, length, false);
        }
    }

    /// <summary>Decodes in place; leaves the bytes unusable where they are no clean base64.</summary>
    private static bool TryBase64(byte[] raw, int length, out int decoded)
    {
        var rest = raw.AsSpan(0, length);
        var write = 0;
        var read = 0;
        while (read < length)
        {
            var line = rest[read..];
            var end = line.IndexOf((byte)'\n');
            var taken = end < 0 ? line.Length : end;
            read += end < 0 ? line.Length : end + 1;
            while (taken > 0 && line[taken - 1] is (byte)'\r' or (byte)' ' or (byte)'\t') taken--;
            if (taken == 0) continue;
            line[..taken].CopyTo(rest[write..]);
            write += taken;
        }
        return Base64.DecodeFromUtf8InPlace(rest[..write], out decoded) == OperationStatus.Done;
    }

    private static PooledBytes Forgiving(IMimeContent content, int size)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(size);
        var length = 0;
        using (var source = content.Open())
        {
            while (true)
            {
                if (length == buffer.Length)
                {
                    var larger = ArrayPool<byte>.Shared.Rent(buffer.Length * 2);
                    buffer.CopyTo(larger, 0);
                    ArrayPool<byte>.Shared.Return(buffer);
                    buffer = larger;
                }
                var read = source.Read(buffer, length, buffer.Length - length);
                if (read <= 0) break;
                length += read;
            }
        }
        return new(buffer, length, false);
    }
}
