using System.Globalization;
using Serjeant.Judgement;
using Serjeant.Outbound;
using Serjeant.Registers;
using Serjeant.Samples.Outbound;
using Serjeant.Signals;
using Serjeant.Sources;
using Serjeant.Storage;
using Serjeant.Values;

namespace Serjeant.Bench.Outbound;

/// <summary>Whether a broken-in mailbox or server shows in the house's own mail, and what honest mailboxes are taken for one. Even seeds are for tuning, odd ones for reporting.</summary>
internal static class OutboundCommand
{
    public static int Run(string[] args)
    {
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        var last = int.Parse(Options.Value(args, "--seeds") ?? "20", CultureInfo.InvariantCulture);
        // What lies below "suspect" is shown only on demand, to see how far it is from being one.
        var weights = args.Contains("--faint") ? WeightTable.Shipped with { Outbound = WeightTable.Shipped.Outbound! with { Suspect = -13 } } : WeightTable.Shipped;
        foreach (var (name, seeds) in new[] { ("tuning", Enumerable.Range(1, last).Where(s => s % 2 == 0)), ("held out", Enumerable.Range(1, last).Where(s => s % 2 == 1)) })
        {
            var houses = seeds.Select(seed => (House: OwnMailGenerator.Generate(seed), Clean: false)).Concat(seeds.Select(seed => (House: OwnMailGenerator.Generate(seed, breakIns: false), Clean: true)));
            Report(name, [.. houses.Select(h => (h.House, h.Clean, Find(h.House, weights)))], args.Contains("--show"));
        }
        return 0;
    }

    private static IReadOnlyList<(OutboundFinding Finding, HashSet<string> Planted, int Wrong)> Find(OwnMailHouse made, WeightTable weights)
    {
        var path = Path.GetTempFileName();
        File.WriteAllText(path, made.RosterYaml);
        var house = House.With(new RosterReader(WarningLists.Load()).Read(path));
        File.Delete(path);
        using var store = new MemoryStore();
        store.BeginScan("outbound");
        var flow = new Flow(house, store.Keys);
        var truth = new Dictionary<Sha256, OwnMail>();
        for (var i = 0; i < made.Mails.Count; i++)
        {
            var kept = flow.Examine(new RawMessage(new MessagePlace("mail", i, 0), made.Mails[i].Bytes));
            store.Add(new MessagePlace("mail", i, 0), kept);
            truth[kept.Id] = made.Mails[i];
        }
        var found = Reckoning.Make(house, weights, store, TimeProvider.System, CancellationToken.None).Outbound;
        return [.. found.Select(f => (f, f.Messages.Select(m => truth[m].Planted).Where(p => p.Length > 0).ToHashSet(), f.Messages.Count(m => truth[m].Planted.Length == 0)))];
    }

    private static void Report(string name, IReadOnlyList<(OwnMailHouse House, bool Clean, IReadOnlyList<(OutboundFinding Finding, HashSet<string> Planted, int Wrong)> Found)> houses, bool show)
    {
        Console.WriteLine($"{name}: {houses.Count} houses (half with three break-ins, half the same without), {houses.Sum(h => h.House.Mails.Count)} messages, {houses.Sum(h => h.House.Habits.Count)} mailboxes of thirty weeks");
        Console.WriteLine($"  {"break-in",-18}{"planted",8}{"suspect",9}{"hostile",9}{"messages found",16}{"honest among them",19}{"hours to the first unusual message",36}");
        foreach (var kind in (string[])["relay", "phishing", "strangers"])
        {
            var planted = houses.SelectMany(h => h.House.BreakIns.Where(b => b.Kind == kind).Select(b => (Planted: b, h.House, Found: h.Found.Where(f => f.Planted.Contains(kind)).ToList()))).ToList();
            var caught = planted.Where(p => p.Found.Count > 0).ToList();
            Console.WriteLine($"  {kind,-18}{planted.Count,8}{caught.Count(c => c.Found[0].Finding.Assessment.Finding == Finding.Suspect),9}{caught.Count(c => c.Found[0].Finding.Assessment.Finding == Finding.Hostile),9}"
                + $"{caught.Sum(c => c.Found.Sum(f => f.Finding.Messages.Length - f.Wrong)),8} of {planted.Sum(p => p.House.Mails.Count(m => m.Planted == kind)),-5}{caught.Sum(c => c.Found.Sum(f => f.Wrong)),19}"
                + $"{(caught.Count == 0 ? double.NaN : caught.Average(c => (c.Found.Min(f => f.Finding.Since) - c.Planted.Begin).TotalHours)),36:0.0}");
        }
        var alarms = houses.SelectMany(h => h.Found.Where(f => f.Planted.Count == 0).Select(f => (f.Finding, Habit: h.House.Habits.GetValueOrDefault(f.Finding.Unit, "server")))).ToList();
        Console.WriteLine($"  {"honest mailboxes",-18}{"number",8}{"suspect",9}{"hostile",9}");
        foreach (var habit in houses.SelectMany(h => h.House.Habits.Values).Append("server").Distinct().Order(StringComparer.Ordinal))
            Console.WriteLine($"  {habit,-18}{(habit == "server" ? houses.Count : houses.Sum(h => h.House.Habits.Values.Count(v => v == habit))),8}"
                + $"{alarms.Count(a => a.Habit == habit && a.Finding.Assessment.Finding == Finding.Suspect),9}{alarms.Count(a => a.Habit == habit && a.Finding.Assessment.Finding == Finding.Hostile),9}");
        Console.WriteLine($"  false alarms: {alarms.Count} in {houses.Count} houses of thirty weeks");
        if (!show) return;
        foreach (var (house, clean, found) in houses)
        {
            foreach (var (finding, planted, wrong) in found)
            {
                Console.WriteLine($"    seed {house.Seed}{(clean ? " clean" : "")} {finding.Unit} [{house.Habits.GetValueOrDefault(finding.Unit, "server")}] {finding.Assessment.Finding} {finding.Assessment.Total.Value:0.0} {(planted.Count == 0 ? "FALSE" : string.Join('+', planted))}");
                foreach (var deviation in finding.Deviations) Console.WriteLine($"        {deviation.Code}: {deviation.Evidence}");
            }
            foreach (var missed in house.BreakIns.Where(b => !found.Any(f => f.Planted.Contains(b.Kind)))) Console.WriteLine($"    seed {house.Seed} MISSED {missed.Kind} {missed.Unit}");
        }
    }
}
