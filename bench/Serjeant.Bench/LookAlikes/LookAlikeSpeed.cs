using System.Diagnostics;
using Serjeant.Registers.LookAlikes;

namespace Serjeant.Bench.LookAlikes;

/// <summary>Names a CPU second on one thread, beside what dnstwist generates in one.</summary>
internal static class LookAlikeSpeed
{
    private const int Candidates = 1_000_000, Rounds = 3;
    private const double Wanted = 1e6;

    public static bool Print(string registers, string shared, ProtectedName[] names, (List<Twisted> Names, double CpuSeconds) twisted)
    {
        string[] real = [.. ((string[])["tranco10k", "cisco_top10k", "university_domains"]).SelectMany(l => InnocentNames.MostUsed(registers, l)), .. Senders(shared)];
        var candidates = InnocentNames.Recombined(real, Candidates);
        var before = GC.GetTotalMemory(true);
        var (index, building) = Cpu(() => new LookAlikeIndex(names, []));
        var memory = GC.GetTotalMemory(true) - before;
        Console.WriteLine($"index of {index.Count} labels: built in {building:0.00} CPU seconds, {memory / 1e6:0.0} MB alive ({index.Bytes / 1e6:0.0} MB of tables)");
        var rate = Rate("innocent names, recombined", index, candidates);
        if (twisted.Names is null) return rate >= Wanted;
        var twists = twisted.Names.Select(t => t.Name).ToList();
        Rate("names that dnstwist made of the hundred", index, twists);
        Console.WriteLine($"  dnstwist generates        {twists.Count,10} names in {twisted.CpuSeconds,7:0.00} CPU seconds: {twists.Count / twisted.CpuSeconds,10:0} a CPU second, for one protected name after the other");
        // One look-alike in fifty: what a feed of newly registered names may hold on a bad day.
        var mixed = candidates.Select((c, i) => i % 50 == 0 ? twists[(int)((long)i * 7919 % twists.Count)] : c).ToList();
        var mixedRate = Rate("the same with one look-alike in fifty", index, mixed);
        var held = mixedRate >= Wanted && rate >= Wanted;
        Console.WriteLine($"{(held ? "PASS" : "FAIL")}  at least {Wanted:0} names a CPU second against {index.Count} protected names; {mixedRate / (twists.Count / twisted.CpuSeconds):0} times dnstwist's rate, for all protected names at once");
        return held;
    }

    private static string[] Senders(string shared) => Path.Combine(shared, "corpora") is var corpora && Directory.Exists(corpora) ? InnocentNames.Senders(corpora) : [];

    private static double Rate(string title, LookAlikeIndex index, List<string> names)
    {
        var found = 0;
        var best = double.MaxValue;
        for (var round = 0; round < Rounds; round++)
        {
            (found, var took) = Cpu(() =>
            {
                var count = 0;
                foreach (var name in names)
                    if (index.Find(name.AsSpan()) is not null) count++;
                return count;
            });
            best = Math.Min(best, took);
        }
        Console.WriteLine($"  {title,-44}{names.Count,10} names in {best,7:0.00} CPU seconds: {names.Count / best,10:0} a CPU second, {found} told ({found / (double)names.Count:P3})");
        return names.Count / best;
    }

    private static (T Made, double Seconds) Cpu<T>(Func<T> work)
    {
        using var process = Process.GetCurrentProcess();
        process.Refresh();
        var before = process.TotalProcessorTime;
        var made = work();
        process.Refresh();
        return (made, (process.TotalProcessorTime - before).TotalSeconds);
    }
}
