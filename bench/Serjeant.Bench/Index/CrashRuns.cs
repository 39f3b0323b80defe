using System.Diagnostics;
using System.Globalization;
using Serjeant.Campaigns;
using Serjeant.Hunts;
using Serjeant.Sources;
using Serjeant.Storage;
using Serjeant.Storage.Index;

namespace Serjeant.Bench.Index;

/// <summary>
/// A process that fills a data folder is killed (SIGKILL) at a random moment, the folder is opened and examined whole, and the next process
/// goes on in it. Small limits, so that merges, at once and in the background, are under way at most moments.
/// </summary>
internal static class CrashRuns
{
    private const int Shared = 5, Own = 4, Rare = 50;

    private static readonly IndexLimits Limits = new() { MostInMemory = 600, AtOnce = 4_000, MostRuns = 24, MostLeft = 8 };

    public static int Run(int times, bool fullDisk)
    {
        var folder = Directory.CreateTempSubdirectory("serjeant-crash-").FullName;
        var disk = fullDisk ? SmallDisk.Mount(folder) : null;
        try
        {
            if (fullDisk && disk is null) Console.WriteLine("a small disk cannot be mounted here: only root can");
            var data = Path.Combine(folder, "data");
            var (most, killed, ended) = (0L, 0, 0);
            for (var i = 1; i <= times; i++)
            {
                if (disk is not null && i % 10 == 0) Directory.Delete(data, recursive: true);
                if (disk is not null && i % 10 == 0) most = 0;
                var (reported, code) = Once(data, (ulong)i);
                (killed, ended) = code == 0 ? (killed, ended) : code == 4 ? (killed, ended + 1) : (killed + 1, ended);
                if (code is not (137 or 4)) throw new InvalidOperationException($"round {i}: the process ended with {code}");
                most = Examine(data, Math.Max(most, reported), i);
                if (i % 20 == 0 || i == times) Console.WriteLine($"{i} processes: {killed} killed, {ended} stopped by a full disk; {most} messages there, all that was reported as committed among them");
            }
            Console.WriteLine("PASS  every folder opened, nothing that was reported was lost, nothing half was there");
            return 0;
        }
        finally
        {
            disk?.Dispose();
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>The process that is killed: says each commit on its standard output after it has returned.</summary>
    public static int Fill(string folder, ulong seed)
    {
        try
        {
            using var store = SqliteStore.Open(folder, TimeProvider.System, Limits);
            store.BeginScan("crash");
            for (var (number, batch) = (store.CountEntries(), 0UL); ; batch++)
            {
                for (var end = number + 1 + (long)(MailCopies.Mix(seed, batch) % 120); number < end; number++)
                {
                    var message = Message(number);
                    var file = new SourceFile($"box/{number % 7}/{number}.eml", 1, DateTimeOffset.UnixEpoch);
                    store.Add(new MessagePlace(file.Path, 0, 0), message.Kept);
                    store.Index(message.Found);
                    store.Save(new SourceProgress(file, 1, 1, true));
                }
                store.CommitAsync(CancellationToken.None).GetAwaiter().GetResult();
                Console.Out.WriteLine(number);
                Console.Out.Flush();
            }
        }
        catch (SerjeantException full) when (full.RetryHelps)
        {
            Console.Error.WriteLine(full.Message);
            return 4;
        }
    }

    private static (long Reported, int Code) Once(string data, ulong seed)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardOutput = true, RedirectStandardError = true };
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet") start.ArgumentList.Add(typeof(CrashRuns).Assembly.Location);
        foreach (var argument in (string[])["index", "--crash-child", data, "--seed", seed.ToString(CultureInfo.InvariantCulture)]) start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        var reported = 0L;
        var reading = Task.Run(() =>
        {
            while (process.StandardOutput.ReadLine() is { } line) reported = long.Parse(line, CultureInfo.InvariantCulture);
        });
        var errors = process.StandardError.ReadToEndAsync();
        // From before the folder is opened to well into the work.
        if (!process.WaitForExit(TimeSpan.FromMilliseconds(100 + (MailCopies.Mix(seed, 77) % 2_500)))) process.Kill();
        process.WaitForExit();
        reading.GetAwaiter().GetResult();
        if (process.ExitCode is not (137 or 4)) Console.Error.WriteLine(errors.GetAwaiter().GetResult());
        return (reported, process.ExitCode);
    }

    /// <summary>Everything that is there agrees on how many messages there are, and those are the first ones.</summary>
    private static long Examine(string data, long atLeast, int round)
    {
        if (!Directory.Exists(data)) return 0;
        using var store = SqliteStore.Open(data, TimeProvider.System, Limits);
        var count = store.CountEntries();
        Check(count >= atLeast, $"{count} messages, but {atLeast} were reported");
        Check(store.CountMessages() == count, "records and entries differ");
        var shared = Enumerable.Range(0, Shared).Select(i => new SelectorKey(MailCopies.Mix((ulong)i, 1))).Order().ToList();
        foreach (var key in shared)
        {
            Check(store.Count(key) == count, $"a selector of every message is counted {store.Count(key)} times of {count}");
            Check(store.Find([key], CancellationToken.None).Select(p => p.Number).SequenceEqual(Enumerable.Range(1, (int)count).Select(n => (uint)n)), "a selector of every message does not find every message");
        }
        var own = Enumerable.Range(0, (int)count + 200).SelectMany(n => Message(n).Found.Occurrences.Select(o => o.Key)).Except(shared).Distinct().Order().ToList();
        var expected = Enumerable.Range(0, (int)count).SelectMany(n => Message(n).Found.Occurrences.Where(o => !shared.Contains(o.Key)).Select(o => (o.Key, (uint)n + 1, o.Role))).Order().ToList();
        Check(store.Find(own, CancellationToken.None).Select(p => (p.Key, p.Number, p.Role)).Order().SequenceEqual(expected), "postings differ");
        for (var n = 0L; n < count; n += 1 + (count / 300))
        {
            var id = Message(n).Kept.Id;
            Check(store.NumberOf(id) == (uint)n + 1 && store.FindEntry((uint)n + 1)!.Id == id && store.Find(id)!.Id == id, $"message {n} has another number");
            Check(store.FindPlaces((uint)n + 1).Single().Source == $"box/{n % 7}/{n}.eml", $"message {n} stands elsewhere");
        }
        Check(store.NumberOf(Message(count).Kept.Id) is null, "a message that was not committed is known");
        using var database = Database.OpenToRead(Path.Combine(data, DataFolder.DatabaseName));
        Check(Directory.GetFiles(Path.Combine(data, DataFolder.IndexName)).Length == database.Ask("SELECT count(*) FROM run"), "files that no commit speaks of are left");
        return count;

        void Check(bool holds, string what)
        {
            if (!holds) throw new InvalidOperationException($"round {round}: {what}");
        }
    }

    private static (KeptMessage Kept, IndexedMessage Found) Message(long number)
    {
        var id = Serjeant.Values.Sha256.Of(BitConverter.GetBytes(number));
        var keys = Enumerable.Range(0, Shared).Select(i => (Mix: MailCopies.Mix((ulong)i, 1), Role: SelectorRole.Link))
            .Concat(Enumerable.Range(0, Own).Select(i => (Mix: MailCopies.Mix((ulong)number, 10 + (ulong)i), Role: SelectorRole.Author)))
            .Append((Mix: MailCopies.Mix((ulong)(number % Rare), 2), Role: SelectorRole.Recipient | SelectorRole.Envelope));
        return (new() { Id = id, Subject = new string('x', 300) }, new(new() { Id = id }, [.. keys.Select(k => new Occurrence(new(k.Mix), k.Role)).OrderBy(o => o.Key)], []));
    }
}
