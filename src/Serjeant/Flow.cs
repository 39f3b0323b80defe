using System.Threading.Channels;
using Serjeant.Campaigns;
using Serjeant.Facts;
using Serjeant.Hunts;
using Serjeant.Hunts.Watches;
using Serjeant.Personas;
using Serjeant.Reports;
using Serjeant.Signals;
using Serjeant.Sources;
using Serjeant.Values;

namespace Serjeant;

/// <summary>The steps in order, on one screen: bytes, facts, signals, what is kept; then campaigns and judgement over all that is kept.</summary>
public sealed class Flow
{
    private readonly FlowOptions _options;
    private readonly FactsMaker _facts;
    private readonly SignalMaker _signals;
    private readonly KeptMessageMaker _kept;
    private readonly ClaimMaker _claims;
    private readonly SelectorMaker _selectors;

    /// <param name="house">Whom we protect.</param>
    /// <param name="keys">The secrets of the store that it fills (<see cref="IIndexStore.Keys"/>).</param>
    /// <param name="options">Bounds and trust.</param>
    public Flow(House house, KeyRing keys, FlowOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(house);
        _options = options ?? new();
        _facts = new(house.Roster, house.Services, _options.TrustedAuthorities, _options.Facts);
        _signals = new(house);
        _kept = new(house);
        _selectors = new(house, new(keys));
        _claims = new(house, _facts, _selectors, _options.Time);
    }

    /// <summary>Bytes to what is kept of one message.</summary>
    public KeptMessage Examine(RawMessage message, CancellationToken cancellation = default) => Look(message, cancellation).Kept;

    /// <summary>The same, with what it can be found by, and what it tells by the way of mail that went to others in our people's names.</summary>
    public Looked Look(RawMessage message, CancellationToken cancellation = default)
    {
        var facts = _facts.Make(message, cancellation);
        var kept = _kept.Make(facts, _signals.Make(facts));
        return new(kept, _selectors.Make(facts, kept), _claims.OfScan(message, facts, kept));
    }

    /// <summary>
    /// Reads everything under the paths into the store, each message once, on all cores, in constant memory. Cancelled, it stops
    /// between two messages with all that was read stored; the next scan goes on there.
    /// </summary>
    public async Task<ReadResult> ReadAsync(IReadOnlyList<string> paths, IFlowStore store, IProgress<ReadSoFar>? progress, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(store);
        // What comes out is in the order of what went in, so that noted progress never runs ahead of what is stored.
        var channel = Channel.CreateBounded<Task<Step>>(new BoundedChannelOptions(_options.Workers * 4) { SingleReader = true, SingleWriter = true });
        var watched = new Watchlist(store.ReadWatches(), new(store.Keys));
        var writing = Task.Run(() => WriteAsync(channel.Reader, store, watched, progress, SourceSizes.Total(paths)), CancellationToken.None);
        var stopped = false;
        using var gate = new SemaphoreSlim(_options.Workers);
        try
        {
            await foreach (var step in new SourceWalk(_options.Sources, store).StepsAsync(paths, cancellation).ConfigureAwait(false))
            {
                if (step.Item is RawMessage) await gate.WaitAsync(CancellationToken.None).ConfigureAwait(false);
                var examining = step.Item is RawMessage message ? Task.Run(() => Examine(step, message, gate), CancellationToken.None) : Task.FromResult(new Step(step));
                await channel.Writer.WriteAsync(examining, CancellationToken.None).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            stopped = true; // what is under way is finished and stored below
        }
        finally
        {
            channel.Writer.Complete();
        }
        return await writing.ConfigureAwait(false) with { Stopped = stopped };
    }

    private Step Examine(SourceStep step, RawMessage message, SemaphoreSlim gate)
    {
        try
        {
            using (message)
            {
                return new(step, Look(message), message.Bytes.Length);
            }
        }
        finally
        {
            gate.Release();
        }
    }

    private async Task<ReadResult> WriteAsync(ChannelReader<Task<Step>> steps, IFlowStore store, Watchlist watched, IProgress<ReadSoFar>? progress, long total)
    {
        var result = new ReadResult(0, 0, false);
        long onDisk = 0, messages = 0;
        var pending = 0;
        await foreach (var examining in steps.ReadAllAsync().ConfigureAwait(false))
        {
            var (step, looked, bytes) = await examining.ConfigureAwait(false);
            if (looked is not null)
            {
                Keep(looked.Told, store, watched);
                result = result with { New = result.New + (store.Add(step.Item!.Place, looked.Kept) ? 1 : 0), Bytes = result.Bytes + bytes };
                Index(looked.Found, store, watched);
                messages++;
            }
            else if (step.Item is Unreadable unreadable)
            {
                store.Add(unreadable);
            }
            if (step.Progress is { } reached) store.Save(reached);
            if (step.Recalled is { } file) store.Recall(file);
            onDisk += step.BytesOnDisk;
            if (++pending % 64 == 0) progress?.Report(new(messages, onDisk, total));
            if (pending % _options.Batch == 0) await store.CommitAsync(CancellationToken.None).ConfigureAwait(false);
        }
        await store.CommitAsync(CancellationToken.None).ConfigureAwait(false);
        return result;
    }

    private static void Keep(Backscatter told, IFlowStore store, Watchlist watched)
    {
        if (told.Guise is { } guise) store.Add(guise);
        foreach (var claim in told.Claims)
        {
            if (store.Keep(claim.Message) || store.NumberOf(claim.Message.Id) is null) Index(claim.Found, store, watched);
            store.Add(claim.Testimony);
            if (claim.Guise is { } worn) store.Add(worn);
        }
        foreach (var row in told.Rows) store.Add(row);
    }

    private static void Index(IndexedMessage found, IFlowStore store, Watchlist watched)
    {
        store.Index(found);
        foreach (var sighting in watched.Find(found)) store.Add(sighting);
    }

    /// <summary>A source's step with what was made of its message.</summary>
    private sealed record Step(SourceStep Source, Looked? Looked = null, int Bytes = 0);
}

/// <summary>What the first half of the flow makes of one message.</summary>
/// <param name="Kept">What is kept for linking and judging.</param>
/// <param name="Found">What it can be found by for years.</param>
/// <param name="Told">What it tells of mail that went to others.</param>
public sealed record Looked(KeptMessage Kept, IndexedMessage Found, Backscatter Told);

/// <summary>What reading gave.</summary>
/// <param name="New">Messages that the store did not have.</param>
/// <param name="Bytes">Bytes of messages read.</param>
/// <param name="Stopped">It was cancelled before the end.</param>
public sealed record ReadResult(long New, long Bytes, bool Stopped);
