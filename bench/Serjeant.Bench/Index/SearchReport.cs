using System.Diagnostics;
using System.Globalization;
using Serjeant.Hunts;
using Serjeant.Storage;

namespace Serjeant.Bench.Index;

/// <summary>How long selectors take to find.</summary>
internal sealed class SearchReport(MailCopies copies, IReadOnlyList<SelectorKey> indicators)
{
    private const int Many = 1_000;

    public void Print(string data, long messages)
    {
        var present = Present(messages, 5).Take(Many).Distinct().Order().ToList();
        var absent = Enumerable.Range(0, Many).Select(i => new SelectorKey(MailCopies.Mix((ulong)i, 4_711))).Order().ToList();
        var clock = Stopwatch.StartNew();
        using (var store = SqliteStore.Open(data, TimeProvider.System))
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  opening          {clock.Elapsed.TotalMilliseconds:F0} ms"));
            Each(store, "present", present);
            Each(store, "absent", absent);
            var postings = 0L;
            var warm = Enumerable.Range(0, 3).Select(_ => Seconds(() => postings = store.Find(present, CancellationToken.None).LongCount())).Min();
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  1,000 selectors  warm {warm * 1000:F1} ms for {postings} postings of {present.Count} keys; bound 1,000"));
            clock.Restart();
            var entries = store.Find(present, CancellationToken.None).Take(10_000).Count(p => store.FindEntry(p.Number) is not null);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"                   with the entries of the first {entries} hits {clock.Elapsed.TotalMilliseconds:F1} ms"));
            var places = Seconds(() => { foreach (var key in present.Take(200)) foreach (var p in store.Find([key], CancellationToken.None).Take(1)) _ = store.FindPlaces(p.Number).Count; });
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"                   200 times one selector, its first message and where that lies: {places * 5:F2} ms each"));
            var all = indicators.Concat(present).Distinct().Order().ToList();
            var seconds = Seconds(() => postings = store.Find(all, CancellationToken.None).LongCount());
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {all.Count} selectors warm {seconds:F2} s for {postings} postings; bound 10 over a million messages"));
        }
        if (!PageCache.Forget())
        {
            Console.WriteLine("  cold             not measured: only root may drop the page cache here");
            return;
        }
        clock.Restart();
        using (var store = SqliteStore.Open(data, TimeProvider.System))
        {
            var opening = clock.Elapsed.TotalMilliseconds;
            var postings = 0L;
            PageCache.Forget();
            var cold = Seconds(() => postings = store.Find(present, CancellationToken.None).LongCount());
            PageCache.Forget();
            var one = Seconds(() => postings = store.Find([present[Many / 3]], CancellationToken.None).LongCount());
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  cold             opening {opening:F0} ms, 1,000 selectors {cold:F2} s (bound 5), one selector {one * 1000:F1} ms; {PageCache.How}"));
        }
    }

    /// <summary>Keys of messages drawn at random; no recipients, whom a hunt does not look for.</summary>
    private IEnumerable<SelectorKey> Present(long messages, ulong seed)
    {
        for (var i = 0UL; ; i++)
        {
            var mix = MailCopies.Mix(i, seed);
            var keys = copies.Occurrences((long)(mix % (ulong)messages)).Where(o => (o.Role & (SelectorRole.Author | SelectorRole.Link | SelectorRole.Callback | SelectorRole.Envelope)) != 0).ToList();
            if (keys.Count > 0) yield return keys[(int)((mix >> 33) % (ulong)keys.Count)].Key;
        }
    }

    private static void Each(SqliteStore store, string kind, IReadOnlyList<SelectorKey> keys)
    {
        // In no order, as hunts come.
        var found = 0L;
        var milliseconds = keys.OrderBy(key => MailCopies.Mix(key.Value, 1)).Select(key => Seconds(() => found += store.Find([key], CancellationToken.None).LongCount()) * 1000).Order().ToList();
        var counted = 0L;
        var counting = keys.Select(key => Seconds(() => counted += store.Count(key)) * 1000).Order().ToList();
        if (found != counted) throw new InvalidOperationException($"{found} found, but {counted} counted");
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"  one {kind,-12} median {milliseconds[milliseconds.Count / 2]:F3} ms, 99 of 100 {milliseconds[milliseconds.Count * 99 / 100]:F2}, worst {milliseconds[^1]:F2} (all its postings read); counting: median {counting[counting.Count / 2]:F3}, worst {counting[^1]:F2}; bound 10"));
    }

    private static double Seconds(Action act)
    {
        var clock = Stopwatch.GetTimestamp();
        act();
        return Stopwatch.GetElapsedTime(clock).TotalSeconds;
    }
}
