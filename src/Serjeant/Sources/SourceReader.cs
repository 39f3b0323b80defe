using System.Runtime.CompilerServices;

namespace Serjeant.Sources;

/// <summary>
/// Reads the messages of a source, one after the other, in memory that depends on the greatest message only. What a source is its bytes
/// tell, never its name: one message, an mbox, or either of them gzipped. Whatever cannot be read becomes an <see cref="Unreadable"/> with
/// place and reason; nothing a file holds makes this throw.
/// <para>The bytes of a message, which its SHA-256 is taken of, are in a single message all from its first field on (a byte order mark
/// and empty lines before it are left out). In an mbox they are what stands between two separators, without the one empty line before
/// the second, and with one "&gt;" less before each body line of "&gt;"s and "From "; where the file is written by Content-Length they are
/// as they stand. A gzipped source gives what it would give unpacked.</para>
/// <para>A file of no bytes is an mbox without messages and gives nothing, unless it is in a Maildir or called .eml: then a message was
/// lost. A message that is cut off by a damaged gzip or a failing disk is listed, not given: nobody received those bytes.</para>
/// </summary>
public sealed class SourceReader(SourceLimits limits)
{
    /// <summary>How a source is opened; tests put their own streams here.</summary>
    internal Func<SourceFile, Stream> Open { get; init; } = OpenFile;

    /// <summary>Reads a source from its start, or on from where an earlier scan stopped.</summary>
    /// <param name="from">Of the same, unchanged file: its first <see cref="SourceProgress.Messages"/> items are not given again. A plain
    /// mbox is read from <see cref="SourceProgress.Offset"/> (the last stored item's <see cref="SourceItem.End"/>), anything else is read over.</param>
    /// <exception cref="OperationCanceledException">Only where <paramref name="cancellation"/> asks for it.</exception>
    public async IAsyncEnumerable<SourceItem> ReadAsync(
        SourceFile file, SourceProgress? from = null, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(file);
        if (from is { Complete: true })
            yield break;
        // A pipe has no length and may keep us waiting, a named one already for somebody who opens its other end; a file's bytes are there.
        var blocking = file.Length > 0;
        var (stream, failure) = blocking ? TryOpen(file) : await Task.Run(() => TryOpen(file), CancellationToken.None).WaitAsync(cancellation).ConfigureAwait(false);
        if (stream is null)
        {
            yield return new Unreadable(new MessagePlace(file.Path, 0, 0), failure);
            yield break;
        }
        await using var opened = stream.ConfigureAwait(false);
        using var window = new ByteWindow(stream, blocking, file.Length);
        await window.HoldAsync(ContentLikeness.Head, cancellation).ConfigureAwait(false);
        if (ContentLikeness.Of(window.Bytes, out _) != ContentKind.Gzip)
        {
            await foreach (var item in ReadAsync(window, file.Path, from, cancellation).ConfigureAwait(false))
                yield return item;
            yield break;
        }
        var unpacking = new GzipUnpacking(window, limits.GzipRatio);
        await using var unpacked = unpacking.ConfigureAwait(false);
        using var inner = new ByteWindow(unpacking, blocking, 0);
        await inner.HoldAsync(ContentLikeness.Head, cancellation).ConfigureAwait(false);
        await foreach (var item in ReadAsync(inner, file.Path, from, cancellation).ConfigureAwait(false))
            yield return item;
    }

    private async IAsyncEnumerable<SourceItem> ReadAsync(
        ByteWindow window, string source, SourceProgress? from, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var kind = ContentLikeness.Of(window.Bytes, out var skipped);
        if (kind == ContentKind.Mbox)
        {
            window.Consume(skipped);
            await foreach (var item in new MboxReader(window, source, limits).ReadAsync(from, cancellation).ConfigureAwait(false))
                yield return item;
        }
        else if (from is not { Messages: > 0 }
            && await new SingleMessageReader(window, source, limits).ReadAsync(kind, skipped, cancellation).ConfigureAwait(false) is { } single)
            yield return single;
    }

    private (Stream? Stream, string Failure) TryOpen(SourceFile file)
    {
        try
        {
            return (Open(file), "");
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return (null, "no longer there");
        }
        catch (UnauthorizedAccessException)
        {
            return (null, "may not be read: permission denied");
        }
        catch (Exception e) when (e is IOException or NotSupportedException or ArgumentException or System.Security.SecurityException)
        {
            return (null, $"cannot be opened: {e.Message}");
        }
    }

    // Unbuffered: the window is the buffer. Others may write meanwhile, as delivery agents do.
    private static Stream OpenFile(SourceFile file) => file.Path == SourceFile.StandardInput
        ? Console.OpenStandardInput()
        : new FileStream(file.Path, new FileStreamOptions
        {
            BufferSize = 0,
            Share = FileShare.ReadWrite | FileShare.Delete,
            Options = FileOptions.SequentialScan,
        });
}
