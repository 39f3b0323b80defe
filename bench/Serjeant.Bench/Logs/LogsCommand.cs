using System.Diagnostics;
using System.Globalization;
using System.Text;
using Serjeant.Hunts;
using Serjeant.Registers;
using Serjeant.Signals;
using Serjeant.Storage;
using Serjeant.Traces;

namespace Serjeant.Bench.Logs;

/// <summary>Lines a second on one core for each form of log: taken apart, and sifted for traces against an index. CPU time of the process.</summary>
internal static class LogsCommand
{
    private const int Hosts = 100_000;

    public static int Run(string[] args)
    {
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        var lines = int.Parse(Options.Value(args, "--lines") ?? "500000", CultureInfo.InvariantCulture);
        var rounds = int.Parse(Options.Value(args, "--rounds") ?? "3", CultureInfo.InvariantCulture);
        using var store = new MemoryStore();
        Fill(store);
        var maker = new TraceMaker(House.With(Roster.Empty), store);
        Console.WriteLine($"{lines:N0} lines of each form, best of {rounds} rounds; one thread, CPU seconds of the process; sifting against {maker.Hosts:N0} hosts that mail names");
        Console.WriteLine($"{"form",-16}{"MB",6}{"bytes a line",14}{"parsed a second",18}{"sifted a second",18}{"events",10}{"bad",5}{"traces",8}");
        foreach (var form in LogLinesMaker.Forms)
        {
            var bytes = Encoding.UTF8.GetBytes(LogLinesMaker.Make(form, lines));
            var path = Path.Combine(Path.GetTempPath(), $"serjeant-bench-{Environment.ProcessId}.log");
            try
            {
                File.WriteAllBytes(path, bytes);
                LogSummary? summary = null;
                long seen = 0;
                var parse = Best(rounds, () => summary = new LogReader().Read(path, e => seen += e[LogField.Host].Length, CancellationToken.None));
                TracedFile? traced = null;
                var sift = Best(rounds, () => traced = maker.Make(path, CancellationToken.None).Traced);
                Console.WriteLine($"{form,-16}{bytes.Length / 1e6,6:F0}{bytes.Length / lines,14}{lines / parse,18:N0}{lines / sift,18:N0}{summary!.Events,10:N0}{summary.Bad,5}{traced!.Traces.Length,8:N0}");
            }
            finally
            {
                File.Delete(path);
            }
        }
        return 0;
    }

    /// <summary>Mail that names a hundred thousand hosts, some of which the logs have.</summary>
    private static void Fill(MemoryStore store)
    {
        var keys = new SelectorKeys(store.Keys);
        for (var i = 0; i < Hosts; i++)
        {
            var address = Values.WebAddress.Parse($"http://h{i}.example/o/{i:x8}.gif?u={i * 7919L:x}");
            Selector[] selectors = [Selector.Host(address.Host), Selector.Url(address), Selector.UrlPath(address)];
            store.Index(new(new IndexEntry { Id = Values.Sha256.Of(BitConverter.GetBytes(i)) }, [.. selectors.Select(s => new Occurrence(keys.Of(s), SelectorRole.Callback)).OrderBy(o => o.Key)], [selectors[0]]));
        }
    }

    private static double Best(int rounds, Action run)
    {
        var best = double.MaxValue;
        for (var round = 0; round < rounds; round++)
        {
            using var process = Process.GetCurrentProcess();
            var before = process.TotalProcessorTime;
            run();
            process.Refresh();
            best = Math.Min(best, (process.TotalProcessorTime - before).TotalSeconds);
        }
        return best;
    }
}
