using System.Runtime.CompilerServices;

namespace Serjeant.Sources;

/// <summary>One thing to do for whoever stores what is read, in order.</summary>
/// <param name="Item">A message or unreadable place to store; null where there is none.</param>
/// <param name="Progress">How far its file is read once all items before are stored; null between two such points.</param>
/// <param name="Recalled">A file that an earlier scan read whole: to be taken in without reading.</param>
/// <param name="BytesOnDisk">Bytes of sources done since the step before.</param>
public readonly record struct SourceStep(SourceItem? Item = null, SourceProgress? Progress = null, SourceFile? Recalled = null, long BytesOnDisk = 0);

/// <summary>Walks over all sources under some paths, passing over what earlier scans have read.</summary>
public sealed class SourceWalk(SourceLimits limits, IProgressStore store)
{
    /// <summary>Items between two notes of progress within one file.</summary>
    private const int Stretch = 256;

    private readonly SourceFinder _finder = new(limits);
    private readonly SourceReader _reader = new(limits);

    /// <exception cref="OperationCanceledException">Only where the token asks for it; what was given before is complete.</exception>
    public async IAsyncEnumerable<SourceStep> StepsAsync(IReadOnlyList<string> paths, [EnumeratorCancellation] CancellationToken cancellation)
    {
        foreach (var found in _finder.Find(paths))
        {
            cancellation.ThrowIfCancellationRequested();
            if (found.File is not { } file)
            {
                yield return new(found.Unreadable);
                continue;
            }
            var known = store.Find(file);
            if (known is { Complete: true })
            {
                yield return new(Recalled: file, BytesOnDisk: file.Length);
                continue;
            }
            var read = known ?? new(file, 0, 0, false);
            var done = read.Offset;
            await foreach (var item in _reader.ReadAsync(file, known, cancellation).ConfigureAwait(false))
            {
                read = read with { Messages = item.Place.Ordinal + 1, Offset = item.End };
                var note = read.Messages % Stretch == 0;
                // The offset is of the unpacked stream; of a packed file only its end is known in bytes on disk.
                var onDisk = note ? Math.Clamp(read.Offset, 0, file.Length) - Math.Min(done, file.Length) : 0;
                if (note) done = read.Offset;
                yield return new(item, note ? read : null, BytesOnDisk: onDisk);
            }
            yield return new(Progress: read with { Complete = true }, BytesOnDisk: Math.Max(0, file.Length - done));
        }
    }
}
