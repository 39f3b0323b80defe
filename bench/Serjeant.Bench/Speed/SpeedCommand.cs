using System.Diagnostics;
using System.Globalization;
using MimeKit;
using Serjeant.Campaigns;
using Serjeant.Facts;
using Serjeant.Judgement;
using Serjeant.Registers;
using Serjeant.Reports;
using Serjeant.Signals;
using Serjeant.Sources;
using Serjeant.Storage;

namespace Serjeant.Bench.Speed;

/// <summary>
/// CPU time of the whole scan beside a bare MimeKit parse-and-decode of the same files, in the same process and run, round by round. The
/// machine's noise falls on both; the ratio is what counts.
/// </summary>
internal static class SpeedCommand
{
    public static async Task<int> RunAsync(string[] args)
    {
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        var folder = Options.Value(args, "--mail") ?? Path.Combine("..", "shared", "corpora", "phish");
        var rounds = int.Parse(Options.Value(args, "--rounds") ?? "8", CultureInfo.InvariantCulture);
        if (!Directory.Exists(folder))
        {
            Console.Error.WriteLine($"No mail at {folder}.");
            return 3;
        }
        var house = House.With(Roster.Empty);
        var files = Directory.GetFiles(folder);
        Console.WriteLine($"{files.Length} files, {files.Sum(f => new FileInfo(f).Length) / 1e6:F1} MB; CPU seconds of the whole process");
        Console.WriteLine($"{"round",5}{"bare parse",12}{"a second",10}{"scan",9}{"a second",10}{"ratio",8}   facts  signals  keep (one thread, seconds)");
        var ratios = new List<double>();
        for (var round = 1; round <= rounds; round++)
        {
            var bare = Cpu(() => Bare(files));
            var (scan, _) = await ScanAsync(folder, house).ConfigureAwait(false);
            var (facts, signals, keep) = Stages(files, house);
            ratios.Add(scan / bare);
            Console.WriteLine($"{round,5}{bare,12:F2}{files.Length / bare,10:F0}{scan,9:F2}{files.Length / scan,10:F0}{scan / bare,8:F2}{facts,8:F2}{signals,9:F2}{keep,6:F2}   of the scan: read {parts.Read:F2} reckon {parts.Reckon:F2} report {parts.Report:F2}");
        }
        // The first round compiles; where it is the only one, it is what there is.
        var settled = ratios.Skip(ratios.Count > 1 ? 1 : 0).Order().ToArray();
        Console.WriteLine($"median ratio after the first round: {settled[settled.Length / 2]:F2}");
        return 0;
    }

    private static void Bare(string[] files)
    {
        long characters = 0;
        foreach (var file in files)
        {
            using var stream = new MemoryStream(File.ReadAllBytes(file));
            using var message = MimeMessage.Load(stream);
            foreach (var part in message.BodyParts)
            {
                if (part is TextPart text) characters += text.Text.Length;
                else if (part is MimePart { Content: { } content }) content.DecodeTo(Stream.Null);
            }
        }
        GC.KeepAlive(characters);
    }

    private static (double Read, double Reckon, double Report) parts;

    private static async Task<(double Cpu, double Seconds)> ScanAsync(string folder, House house)
    {
        var data = Directory.CreateTempSubdirectory("serjeant-speed-");
        try
        {
            var clock = Stopwatch.GetTimestamp();
            var before = ProcessorTime();
            using (var store = SqliteStore.Open(data.FullName, TimeProvider.System))
            {
                store.BeginScan("speed");
                await new Flow(house, store.Keys).ReadAsync([folder], store, null, CancellationToken.None).ConfigureAwait(false);
                var reading = ProcessorTime();
                var reckoning = Reckoning.Make(house, WeightTable.Shipped, store, TimeProvider.System, CancellationToken.None);
                var reckoned = ProcessorTime();
                var report = new ScanReport("speed", house.Roster, reckoning.ReadScan(), reckoning.Campaigns, store.ReadUnreadable(), new(0, 0, 0, 0, 0, 0, 0, 0, 0, 0), DateTimeOffset.UnixEpoch);
                new JsonLinesReport().Write(report, TextWriter.Null);
                parts = (reading - before, reckoned - reading, ProcessorTime() - reckoned);
            }
            return (ProcessorTime() - before, Stopwatch.GetElapsedTime(clock).TotalSeconds);
        }
        finally
        {
            data.Delete(recursive: true);
        }
    }

    private static (double Facts, double Signals, double Keep) Stages(string[] files, House house)
    {
        var maker = new FactsMaker(house.Roster, house.Services);
        var signalMaker = new SignalMaker(house);
        var keptMaker = new KeptMessageMaker(house);
        var bytes = files.Select(File.ReadAllBytes).ToArray();
        var facts = new MessageFacts[files.Length];
        var factsTime = Cpu(() => { for (var i = 0; i < files.Length; i++) facts[i] = maker.Make(new RawMessage(new(files[i], 0, 0), bytes[i])); });
        var signals = new System.Collections.Immutable.ImmutableArray<Signal>[files.Length];
        var signalsTime = Cpu(() => { for (var i = 0; i < files.Length; i++) signals[i] = signalMaker.Make(facts[i]); });
        var keepTime = Cpu(() => { for (var i = 0; i < files.Length; i++) keptMaker.Make(facts[i], signals[i]); });
        return (factsTime, signalsTime, keepTime);
    }

    private static double Cpu(Action work)
    {
        var before = ProcessorTime();
        work();
        return ProcessorTime() - before;
    }

    private static double ProcessorTime()
    {
        using var process = Process.GetCurrentProcess();
        return process.TotalProcessorTime.TotalSeconds;
    }
}
