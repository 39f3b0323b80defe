using System.Buffers;
using System.Buffers.Text;
using System.Runtime.CompilerServices;
using System.Text;

namespace Serjeant.Sources;

/// <summary>
/// Parts an mbox into its messages, in memory that depends on the greatest message only. Each message is copied once.
/// <para>What a message's bytes are: from its first header field to the next separator (<see cref="MboxSeparator"/>), without the one
/// empty line that writers put before a separator and at the end of the file, and without quoting (<see cref="MboxQuoting"/>).</para>
/// <para>Files whose first message has a Content-Length that leads exactly to a separator or the end (mboxcl, mboxcl2) are read by these
/// lengths wherever they lead so, and then the bytes are as they stand: mboxcl2 quotes nothing. Where a length leads elsewhere, the
/// separator is looked for. A length in another file means nothing: a sender may write there what he likes.</para>
/// </summary>
internal sealed class MboxReader(ByteWindow window, string source, SourceLimits limits)
{
    /// <summary>Bytes of a header in which a Content-Length is looked for.</summary>
    private const int LongestHeader = 256 * 1024;

    private MboxSeparator _separator = new(EnvelopeLikeness.Dated);
    private bool _counted;
    private bool _toldFailure;

    /// <summary>Reads on from where the window stands: at the first "From " line.</summary>
    public async IAsyncEnumerable<SourceItem> ReadAsync(SourceProgress? from, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await LookAtFirstAsync(cancellation).ConfigureAwait(false);
        var ordinal = 0;
        if (from is { Messages: > 0 } && await SeekAsync(from.Offset, cancellation).ConfigureAwait(false))
            ordinal = from.Messages;
        var passed = from?.Messages ?? 0;
        for (; await window.HoldAsync(1, cancellation).ConfigureAwait(false); ordinal++)
        {
            await window.HoldAsync(MboxSeparator.Ahead, cancellation).ConfigureAwait(false);
            window.Consume(MboxSeparator.EnvelopeLength(window.Bytes));
            var place = new MessagePlace(source, ordinal, window.Offset);
            var extent = await ExtentAsync(cancellation).ConfigureAwait(false);
            var item = ordinal < passed ? null : Take(place, extent, window.Offset + extent.Next);
            window.Consume(extent.Next);
            if (item is not null)
                yield return item;
        }
        if (window.Failure is { } failure && !_toldFailure)
            yield return new Unreadable(new MessagePlace(source, ordinal, window.Offset), failure) { End = window.Offset };
    }

    /// <param name="Length">Bytes of the message that stand in the window.</param>
    /// <param name="Next">Where in the window the next separator stands.</param>
    /// <param name="Passed">Bytes of it that have left the window already, because the message is above the bound.</param>
    /// <param name="Counted">Found by Content-Length.</param>
    private readonly record struct Extent(int Length, int Next, long Passed = 0, bool Counted = false);

    private SourceItem Take(MessagePlace place, Extent extent, long end)
    {
        var size = extent.Passed + extent.Length;
        var cut = window.Failure is not null && window.Ended && extent.Next == window.Length;
        _toldFailure |= cut;
        if (cut)
            return new Unreadable(place, $"{window.Failure}; the message that begins here is not whole") { End = end };
        if (size > limits.MessageBytes)
            return new Unreadable(place, $"a message of {size} bytes, above the bound of {limits.MessageBytes}") { End = end };
        var message = window.Bytes[..extent.Length];
        if (message.Trim("\r\n"u8).IsEmpty)
            return new Unreadable(place, "an envelope line with no message behind it") { End = end };
        var bytes = ArrayPool<byte>.Shared.Rent(message.Length);
        if (!extent.Counted)
            return RawMessage.Lent(place, bytes, MboxQuoting.Copy(message, bytes), end);
        message.CopyTo(bytes);
        return RawMessage.Lent(place, bytes, message.Length, end);
    }

    /// <summary>How this file is written, which its first message shows.</summary>
    private async ValueTask LookAtFirstAsync(CancellationToken cancellation)
    {
        await window.HoldAsync(MboxSeparator.Ahead, cancellation).ConfigureAwait(false);
        var likeness = MboxSeparator.Likeness(window.Bytes);
        _separator = new MboxSeparator(likeness == EnvelopeLikeness.Undated ? likeness : EnvelopeLikeness.Dated);
        _counted = await CountedAsync(MboxSeparator.EnvelopeLength(window.Bytes), cancellation).ConfigureAwait(false) is not null;
    }

    /// <summary>Goes to where an earlier scan stopped; stays at the start where nothing shows that this is such a place.</summary>
    private async ValueTask<bool> SeekAsync(long offset, CancellationToken cancellation)
    {
        if (!window.CanSeek || offset <= window.Offset)
            return false;
        var start = window.Offset;
        window.Seek(offset);
        await window.HoldAsync(MboxSeparator.Ahead, cancellation).ConfigureAwait(false);
        if (window.Failure is null && (window.Length == 0 || MboxSeparator.EnvelopeLength(window.Bytes) > 0))
            return true;
        window.Seek(start);
        return false;
    }

    private async ValueTask<Extent> ExtentAsync(CancellationToken cancellation)
    {
        if (_counted && await CountedAsync(0, cancellation).ConfigureAwait(false) is { } counted)
            return counted;
        var searched = 0;
        var passed = 0L;
        while (true)
        {
            var found = _separator.Find(window.Bytes, ref searched, window.Ended);
            if (found < 0 && !window.Ended)
            {
                // Eight bytes more: what is passed must be above the bound even without its empty line.
                if (passed + searched > limits.MessageBytes + 8L && searched > MboxSeparator.Behind)
                {
                    passed += searched - MboxSeparator.Behind;
                    window.Consume(searched - MboxSeparator.Behind);
                    searched = MboxSeparator.Behind;
                }
                await window.FillAsync(cancellation).ConfigureAwait(false);
                continue;
            }
            var next = found < 0 ? window.Length : found;
            return new Extent(next - MboxSeparator.EmptyLineAtEnd(window.Bytes[..next]), next, passed);
        }
    }

    /// <summary>The message by its Content-Length, where that leads to a separator or to the end; null otherwise.</summary>
    /// <param name="start">Where in the window the message's header begins.</param>
    private async ValueTask<Extent?> CountedAsync(int start, CancellationToken cancellation)
    {
        int body;
        while ((body = MboxQuoting.BodyStart(window.Bytes[start..])) == window.Length - start)
            if (body > LongestHeader || !await window.FillAsync(cancellation).ConfigureAwait(false))
                return null;
        if (ContentLength(window.Bytes.Slice(start, body)) is not { } length || length > limits.MessageBytes - body)
            return null;
        var end = start + body + (int)length;
        await window.HoldAsync(end + 4 + MboxSeparator.Ahead, cancellation).ConfigureAwait(false);
        if (window.Length < end)
            return null;
        var bytes = window.Bytes;
        var next = end;
        // The writer's own line end, and the empty line; neither is counted.
        for (var lines = 0; lines < 2 && next < bytes.Length && bytes[next] is (byte)'\r' or (byte)'\n'; lines++)
            next += bytes[next..].StartsWith("\r\n"u8) ? 2 : 1;
        var arrived = next == bytes.Length && window.Ended && window.Failure is null
            || next > 0 && bytes[next - 1] == '\n' && _separator.Is(bytes, next);
        return arrived ? new Extent(end - start, next - start, Counted: true) : null;
    }

    /// <summary>The last one counts: writers put theirs behind what the sender wrote.</summary>
    private static long? ContentLength(ReadOnlySpan<byte> header)
    {
        var name = "Content-Length:"u8;
        long? length = null;
        foreach (var range in header.Split((byte)'\n'))
        {
            var line = header[range];
            if (line.Length > name.Length && Ascii.EqualsIgnoreCase(line[..name.Length], name)
                && Utf8Parser.TryParse(line[name.Length..].Trim(" \t\r"u8), out long value, out _) && value >= 0)
                length = value;
        }
        return length;
    }
}
