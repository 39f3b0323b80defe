using System.Diagnostics;
using System.Globalization;
using Serjeant.Registers.Names;

namespace Serjeant.Bench.Names;

/// <summary>names [--shared DIR] [--people N] [--show]: speed of the matcher on a register of 60,000 people, and what it says of innocent names.</summary>
internal static class NamesCommand
{
    private const int Seed = 2021;

    public static int Run(string[] args)
    {
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        var shared = Options.Value(args, "--shared") ?? Path.Combine("..", "shared");
        var (rosters, corpora) = (Path.Combine(shared, "registers", "rosters"), Path.Combine(shared, "corpora"));
        foreach (var folder in DisplayNames.Wanted.Select(f => Path.Combine(corpora, f)).Prepend(rosters))
            if (!Directory.Exists(folder))
            {
                Console.Error.WriteLine($"{folder} is not there: nothing is measured");
                return 1;
            }
        var real = RosterNames.Read(rosters);
        var mail = DisplayNames.Read(corpora, DisplayNames.Wanted);
        Innocents(real, mail, args.Contains("--show"));
        var people = int.Parse(Options.Value(args, "--people") ?? "60000", CultureInfo.InvariantCulture);
        Speed(RosterNames.Recombine(real, people, Seed), mail.Keys.Select(k => k.Name).Where(n => n.Length > 0).Distinct().ToArray());
        return 0;
    }

    private static void Innocents(List<NamedSubject> real, Dictionary<(string Name, string Local), int> mail, bool show)
    {
        var matcher = new NameMatcher(real);
        foreach (var (what, names, find) in new (string, string[], Func<string, NameMatch?>)[]
        {
            ("display names", [.. mail.Keys.Select(k => k.Name).Where(n => n.Length > 0).Distinct()], matcher.Find),
            ("mailbox names", [.. mail.Keys.Select(k => k.Local).Where(n => n.Length > 0).Distinct()], matcher.FindInLocalPart),
        })
        {
            var found = names.Select(n => (Name: n, Match: find(n))).Where(f => f.Match is not null).ToArray();
            Console.WriteLine($"{what} of wanted mail, {real.Count} people of 15 rosters: {names.Length} distinct; " + string.Join(", ", Enum.GetValues<NameStrength>().Reverse().Select(s => $"{s} {found.Count(f => f.Match!.Strength == s)}"))
                + $"; exact {found.Count(f => f.Match!.Exact)}");
            if (show)
                foreach (var (name, match) in found.OrderByDescending(f => f.Match!.Strength).ThenByDescending(f => f.Match!.Score.Value))
                    Console.WriteLine($"  {match!.Strength,-6} {match.Score} {(match.Exact ? "=" : " ")} {name.ReplaceLineEndings(" ")} -> {match.Name}: {match.Explanation} +[{string.Join(' ', match.Extra)}] {match.Office} {match.Bearers:G2}/M");
        }
    }

    private static void Speed(List<NamedSubject> subjects, string[] innocent)
    {
        var matching = AttackNames.Of(subjects, 20_000, Seed);
        var before = GC.GetTotalMemory(true);
        var clock = Stopwatch.StartNew();
        var matcher = new NameMatcher(subjects);
        var built = clock.Elapsed;
        var alive = GC.GetTotalMemory(true) - before;
        Console.WriteLine($"register: {subjects.Count} people, {subjects.Sum(s => s.Names.Length)} names; built in {built.TotalSeconds:F2} s; alive {alive / 1e6:F1} MB, of them tables {matcher.Bytes / 1e6:F1} MB");
        var unmatched = innocent.Where(n => matcher.Find(n) is null).ToArray();
        Rate("innocent names (no match)", matcher, unmatched, 40);
        Rate("all names of wanted mail", matcher, innocent, 40);
        Rate("attack spellings", matcher, matching, 4);
        var found = matching.Count(n => matcher.Find(n) is { Strength: > NameStrength.Weak });
        Console.WriteLine($"attack spellings found (Fair or Strong): {found} of {matching.Length}");
        JaroWinkler.Compare(subjects, innocent);
    }

    private static void Rate(string what, NameMatcher matcher, string[] names, int rounds)
    {
        for (var round = 0; round < Math.Max(2, rounds / 2); round++) // until what is hot is compiled for good
            foreach (var name in names) matcher.Find(name);
        var allocated = GC.GetAllocatedBytesForCurrentThread();
        var cpu = Process.GetCurrentProcess().TotalProcessorTime;
        for (var round = 0; round < rounds; round++)
            foreach (var name in names) matcher.Find(name);
        var spent = Process.GetCurrentProcess().TotalProcessorTime - cpu;
        Console.WriteLine($"{what,-28}{rounds * names.Length / spent.TotalSeconds,12:N0} a second of CPU time, {(GC.GetAllocatedBytesForCurrentThread() - allocated) / (rounds * names.Length)} bytes each ({names.Length} distinct)");
    }
}
