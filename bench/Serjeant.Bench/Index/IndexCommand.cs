using System.Diagnostics;
using System.Globalization;
using Serjeant.Hunts;
using Serjeant.Retention;
using Serjeant.Sources;
using Serjeant.Storage;
using Serjeant.Values;

namespace Serjeant.Bench.Index;

/// <summary>The index on disk at growing sizes: rate, bytes, time to find; or, with --crash, killed again and again while it is filled.</summary>
internal static class IndexCommand
{
    private const int Batch = 2_000;

    private const int HostsSought = 300_000;

    /// <summary>Working records of so many newest messages are kept, as retention will do.</summary>
    private const int Window = 200_000;

    public static int Run(string[] args)
    {
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        var shared = Options.Value(args, "--shared") ?? Path.Combine("..", "shared");
        var corpora = Path.Combine(shared, "corpora");
        if (Options.Value(args, "--crash-child") is { } folder) return CrashRuns.Fill(folder, ulong.Parse(Options.Value(args, "--seed") ?? "1", CultureInfo.InvariantCulture));
        if (Options.Value(args, "--crash") is { } times) return CrashRuns.Run(int.Parse(times, CultureInfo.InvariantCulture), args.Contains("--full-disk"));
        if (!Directory.Exists(corpora))
        {
            Console.Error.WriteLine($"No mail at {corpora}.");
            return 3;
        }
        var sizes = (Options.Value(args, "--messages") ?? "100000,1000000").Split(',').Select(a => long.Parse(a, CultureInfo.InvariantCulture)).Order().ToArray();
        var data = Options.Value(args, "--data");
        var made = data is null ? Directory.CreateTempSubdirectory("serjeant-index-").FullName : null;
        try
        {
            Run(sizes, data ?? made!, shared, corpora);
            return 0;
        }
        finally
        {
            if (made is not null) Directory.Delete(made, recursive: true);
        }
    }

    private static void Run(long[] sizes, string data, string shared, string corpora)
    {
        var material = MailMaterial.Read(corpora);
        var copies = new MailCopies(material);
        var written = Indicators(shared);
        var keys = new SelectorKeys(new MemoryStore().Keys);
        var indicators = written.Select(host => keys.Of(new Selector(SelectorKind.Host, host))).Distinct().ToList();
        var made = Math.Max(0, HostsSought - indicators.Count);
        indicators = [.. indicators, .. Enumerable.Range(0, made).Select(i => new SelectorKey(MailCopies.Mix((ulong)i, 31_415)))];
        Console.WriteLine($"{material.Messages.Length} real messages of {material.Bytes / 1e6:F0} MB; {material.KeysAMessage:F1} selectors a message, of which {material.UniqueAMessage:F1} in no other; {indicators.Count} hosts sought ({made} of them made up); batches of {Batch}; {Environment.ProcessorCount} cores");
        GC.Collect();
        Console.WriteLine($"resident before the first message {Resident("VmRSS"):F0} MB: the material");
        var search = new SearchReport(copies, indicators);
        var number = 0L;
        foreach (var size in sizes)
        {
            number = Fill(data, copies, number, size);
            SizeReport.Print(data, size);
            search.Print(data, size);
            Console.WriteLine($"  memory           peak resident {Resident("VmHWM"):F0} MB");
        }
        Ripgrep.Print(corpora, [.. written.Take(1_000)], Directory.GetFiles(corpora, "*", SearchOption.AllDirectories).Length, Directory.GetFiles(corpora, "*", SearchOption.AllDirectories).Sum(f => new FileInfo(f).Length), sizes);
    }

    private static long Fill(string data, MailCopies copies, long from, long to)
    {
        using var store = SqliteStore.Open(data, TimeProvider.System);
        // A folder of an earlier run goes on where that ended.
        from = Math.Max(from, store.CountEntries());
        if (from >= to) return to;
        store.BeginScan("bench");
        var (whole, cpu) = (Stopwatch.GetTimestamp(), Cpu());
        var (storing, making, slowest, removed) = (0.0, 0.0, 0.0, 0L);
        for (var number = from; number < to; number += Batch)
        {
            var before = Cpu();
            var batch = Enumerable.Range(0, (int)Math.Min(Batch, to - number)).AsParallel().AsOrdered().Select(i => copies.Make(number + i)).ToArray();
            making += Cpu() - before;
            var clock = Stopwatch.GetTimestamp();
            foreach (var (file, place, kept, found) in batch)
            {
                if (store.Find(file) is not null) throw new InvalidOperationException("a fresh file is known");
                store.Add(place, kept);
                store.Index(found);
                store.Save(new SourceProgress(file, 1, file.Length, true));
            }
            store.CommitAsync(CancellationToken.None).GetAwaiter().GetResult();
            if (number - Window is >= 0 and var old) removed += Drop(store, old);
            var took = Stopwatch.GetElapsedTime(clock).TotalSeconds;
            (storing, slowest) = (storing + took, Math.Max(slowest, took));
        }
        var seconds = Stopwatch.GetElapsedTime(whole).TotalSeconds;
        var added = to - from;
        Console.WriteLine();
        Console.WriteLine($"{to} messages: {added} added; storing {added / storing:F0} a second of wall time, {added / (Cpu() - cpu - making):F0} a CPU second (merging beside it counted; making the copies left out); all together {added / seconds:F0} a second; slowest batch {slowest:F2} s");
        Console.WriteLine($"  {removed} working records older than the newest {Window} were deleted on the way as retention deletes them, a batch behind each batch");
        var merging = Stopwatch.GetTimestamp();
        store.CommitAsync(CancellationToken.None).GetAwaiter().GetResult();
        Console.WriteLine($"  last commit      {Stopwatch.GetElapsedTime(merging).TotalMilliseconds:F1} ms");
        return to;
    }

    private static int Drop(SqliteStore store, long after)
    {
        var old = Enumerable.Range(1, Batch).Select(i => new DroppedMessage(store.FindEntry((uint)(after + i))!.Id, All: false)).ToList();
        store.Drop(old, Proof.After(store.LastProof(), TimeProvider.System.GetUtcNow(), "bench", "retain", null, [new("record", RetentionClass.Ordinary, old.Count)]));
        return old.Count;
    }

    private static List<string> Indicators(string shared)
    {
        var folder = Path.Combine(shared, "registers", "indicators");
        if (!Directory.Exists(folder)) return [];
        var hosts = new HashSet<string>(StringComparer.Ordinal);
        foreach (var file in Directory.GetFiles(folder, "*.txt").Order(StringComparer.Ordinal))
            foreach (var line in File.ReadLines(file))
                if (!line.StartsWith('#') && line.Contains('.', StringComparison.Ordinal) && DomainName.TryParse(line.Trim(), out var host) && !host.IsEmpty) hosts.Add(host.Name);
        return [.. hosts];
    }

    private static double Cpu()
    {
        using var process = Process.GetCurrentProcess();
        return process.TotalProcessorTime.TotalSeconds;
    }

    private static double Resident(string name) =>
        File.Exists("/proc/self/status") && File.ReadLines("/proc/self/status").FirstOrDefault(line => line.StartsWith(name + ":", StringComparison.Ordinal)) is { } line
            ? double.Parse(line.AsSpan(name.Length + 1).Trim().TrimEnd(" kB"), CultureInfo.InvariantCulture) * 1024 / 1e6 : double.NaN;
}
