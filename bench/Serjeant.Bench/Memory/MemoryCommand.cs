using System.Globalization;

namespace Serjeant.Bench.Memory;

/// <summary>Peak resident memory of a whole scan by the number of messages: it must stay under a bound and hardly grow.</summary>
internal static class MemoryCommand
{
    private const double MostMegabytes = 400;

    public static async Task<int> RunAsync(string[] args)
    {
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        var amounts = (Options.Value(args, "--messages") ?? "5000,20000,100000").Split(',').Select(a => int.Parse(a, CultureInfo.InvariantCulture)).Order().ToArray();
        var cli = Options.Value(args, "--cli") ?? Path.Combine("src", "Serjeant.Cli", "bin", "Release", "net10.0", "Serjeant.Cli.dll");
        if (!File.Exists(cli) || !File.Exists("/proc/self/status"))
        {
            Console.Error.WriteLine(File.Exists(cli) ? "Peak memory can be read on Linux only." : $"No command at {cli}; build it first: dotnet build src/Serjeant.Cli -c Release");
            return 3;
        }
        var folder = Directory.CreateTempSubdirectory("serjeant-memory-");
        try
        {
            return await RunAsync(new HouseMail(folder.FullName), amounts, cli, Path.Combine(folder.FullName, "data"), args.Contains("--again")).ConfigureAwait(false);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<int> RunAsync(HouseMail mail, int[] amounts, string cli, string data, bool again)
    {
        Console.WriteLine($"{"messages",9}{"MB of mail",12}{"peak MB",10}{"seconds",10}{"CPU seconds",13}{"a CPU second",14}");
        var held = true;
        foreach (var amount in amounts)
        {
            var files = mail.Files(amount);
            var arguments = new List<string> { "scan" };
            arguments.AddRange(files);
            arguments.AddRange(["--roster", mail.Roster, "--data", $"{data}-{amount}"]);
            var took = await WatchedScan.RunAsync(cli, arguments).ConfigureAwait(false);
            Print(files.Count * HouseMail.MailsInHouse, files, took, "");
            held &= took is { ExitCode: 0, PeakMegabytes: <= MostMegabytes };
            if (again) Print(files.Count * HouseMail.MailsInHouse, files, await WatchedScan.RunAsync(cli, arguments).ConfigureAwait(false), "scanned again");
            Directory.Delete($"{data}-{amount}", recursive: true);
        }
        Console.WriteLine($"{(held ? "PASS" : "FAIL")}  at most {MostMegabytes} MB of resident memory");
        return held ? 0 : 1;
    }

    private static void Print(int messages, IReadOnlyList<string> files, Took took, string note) =>
        Console.WriteLine($"{messages,9}{files.Sum(f => new FileInfo(f).Length) / 1e6,12:0}{took.PeakMegabytes,10:0}{took.Seconds,10:0.0}{took.CpuSeconds,13:0.0}{messages / took.CpuSeconds,14:0}{(took.ExitCode == 0 ? "" : $"   exit code {took.ExitCode}")}   {note}");
}
