using System.Buffers;

namespace Serjeant.Sources;

/// <summary>Reads a source that holds one message, or none: all of its bytes from the first header field on.</summary>
internal sealed class SingleMessageReader(ByteWindow window, string source, SourceLimits limits)
{
    /// <param name="kind">What the window's first bytes were found to be; null is given for an empty source that may be empty.</param>
    /// <param name="skipped">Bytes before the first field.</param>
    public async ValueTask<SourceItem?> ReadAsync(ContentKind kind, int skipped, CancellationToken cancellation)
    {
        if (kind != ContentKind.Message)
            return Refused(kind);
        // The buffer is handed over as it is where the message begins it: one copy less for each file.
        var place = new MessagePlace(source, 0, skipped);
        var most = limits.MessageBytes + (long)skipped;
        while (window.Length <= most && await window.FillAsync(cancellation).ConfigureAwait(false)) { }
        if (window.Length > most)
        {
            do
                window.Consume(window.Length);
            while (await window.FillAsync(cancellation).ConfigureAwait(false));
            var bound = $"a message of {window.Offset - skipped} bytes, above the bound of {limits.MessageBytes}";
            return new Unreadable(place, window.Failure is null ? bound : $"{window.Failure}; {bound}") { End = window.Offset };
        }
        var end = window.Offset + window.Length;
        if (window.Failure is { } failure)
            return new Unreadable(place, $"{failure}; the message that begins here is not whole") { End = end };
        if (skipped == 0 && window.Detach(out var length) is { } whole)
            return RawMessage.Lent(place, whole, length, end);
        var message = window.Bytes[skipped..];
        var bytes = ArrayPool<byte>.Shared.Rent(message.Length);
        message.CopyTo(bytes);
        return RawMessage.Lent(place, bytes, message.Length, end);
    }

    private Unreadable? Refused(ContentKind kind)
    {
        var reason = kind switch
        {
            _ when window.Failure is { } failure => failure,
            ContentKind.Nothing => MailFolder.LostItsBytes(source) ? MailFolder.Empty : null,
            ContentKind.Gzip => "a gzip inside a gzip, which is not opened",
            _ => NotMailReason.Of(window.Bytes[..Math.Min(window.Length, ContentLikeness.Head)]),
        };
        return reason is null ? null : new Unreadable(new MessagePlace(source, 0, 0), reason) { End = window.Offset };
    }
}
