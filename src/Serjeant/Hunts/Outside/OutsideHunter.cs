using System.Security.Cryptography;
using System.Threading.Channels;
using Serjeant.Facts;
using Serjeant.Signals;
using Serjeant.Sources;
using Serjeant.Values;

namespace Serjeant.Hunts.Outside;

/// <summary>
/// Hunts through mail that was never scanned: reads it once, on all cores, makes facts and selectors and nothing else, and keeps only what has
/// something that is sought.
/// </summary>
/// <param name="house">Gives people's names to addresses; may have an empty roster.</param>
/// <param name="facts">With the bounds of a scan.</param>
/// <param name="time">When it is asked.</param>
public sealed class OutsideHunter(House house, FactsMaker facts, TimeProvider time)
{
    private const int MostUnreadable = 10_000;

    public SourceLimits Limits { get; init; } = SourceLimits.Default;

    public int Workers { get; init; } = Environment.ProcessorCount;

    /// <param name="paths">Files and folders, or "-".</param>
    /// <param name="question">What to look for.</param>
    /// <param name="progress">Messages read so far.</param>
    /// <param name="cancellation">Ends the reading; nothing is answered then.</param>
    public async Task<OutsideResult> MakeAsync(IReadOnlyList<string> paths, HuntQuestion question, IProgress<long>? progress, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(question);
        // Nothing of it is kept: a key of the moment is as good as the house's.
        var ring = new KeyRing([new(RandomNumberGenerator.GetBytes(SecretKey.Length))]);
        var index = new OutsideIndex(question.Tips, ring);
        var selectors = new SelectorMaker(house, new(ring));
        var unreadable = new List<Unreadable>();
        var bytes = 0L;
        var channel = Channel.CreateBounded<Passed>(new BoundedChannelOptions(Workers * 16) { SingleReader = true });
        var taking = Task.Run(TakeAsync, CancellationToken.None);
        try
        {
            await Parallel.ForEachAsync(
                ItemsAsync(paths, cancellation), new ParallelOptions { MaxDegreeOfParallelism = Workers, CancellationToken = cancellation },
                async (item, stop) => await channel.Writer.WriteAsync(Look(item, selectors, index), stop).ConfigureAwait(false)).ConfigureAwait(false);
        }
        finally
        {
            channel.Writer.TryComplete();
            await taking.ConfigureAwait(false);
        }
        var result = new Hunter(index, null, house, time).Make(question with { Kind = HuntKind.Outside }, cancellation);
        return new(result, index.FindPlaces, [.. unreadable.OrderBy(u => u.Place.Source, StringComparer.Ordinal).ThenBy(u => u.Place.Ordinal)], bytes);

        async Task TakeAsync()
        {
            try
            {
                var messages = 0L;
                await foreach (var passed in channel.Reader.ReadAllAsync(CancellationToken.None).ConfigureAwait(false))
                {
                    if (passed.Unreadable is { } lost)
                    {
                        if (unreadable.Count < MostUnreadable) unreadable.Add(lost);
                        continue;
                    }
                    index.Add(passed.Place, passed.Sifted);
                    bytes += passed.Bytes;
                    if (++messages % 64 == 0) progress?.Report(messages);
                }
            }
            finally
            {
                // Nobody takes any more: who waits for room must not wait for ever.
                channel.Writer.TryComplete();
            }
        }
    }

    private async IAsyncEnumerable<SourceItem> ItemsAsync(IReadOnlyList<string> paths, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        var reader = new SourceReader(Limits);
        foreach (var found in new SourceFinder(Limits).Find(paths))
        {
            cancellation.ThrowIfCancellationRequested();
            if (found.File is not { } file)
            {
                yield return found.Unreadable!;
                continue;
            }
            await foreach (var item in reader.ReadAsync(file, null, cancellation).ConfigureAwait(false)) yield return item;
        }
    }

    private Passed Look(SourceItem item, SelectorMaker selectors, OutsideIndex index)
    {
        if (item is not RawMessage message) return new(item.Place, null, 0, (Unreadable)item);
        using (message)
        {
            var made = facts.Make(message, CancellationToken.None);
            return new(message.Place, index.Sift(selectors.Make(made)), message.Bytes.Length, null);
        }
    }

    private readonly record struct Passed(MessagePlace Place, IndexedMessage? Sifted, int Bytes, Unreadable? Unreadable);
}
