using System.Globalization;
using Serjeant.Registers.LookAlikes;

namespace Serjeant.Bench.LookAlikes;

/// <summary>Look-alike names of hosts: speed, recall against dnstwist and beyond it, false alarms on names that imitate nobody.</summary>
internal static class LookAlikesCommand
{
    public static int Run(string[] args)
    {
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        var shared = Options.Value(args, "--shared") ?? Path.Combine("..", "shared");
        var registers = Path.Combine(shared, "registers");
        if (!Directory.Exists(registers))
        {
            Console.Error.WriteLine($"{registers} is not there: nothing is measured.");
            return 3;
        }
        var material = new ProtectedMaterial(registers);
        var misses = int.Parse(Options.Value(args, "--show") ?? "0", CultureInfo.InvariantCulture);
        var many = material.Many(20_000);
        Console.WriteLine($"protected: {material.Public.Length} bodies of ukps-domains.json, {material.Outlets.Length} outlets, {many.Count(m => m.Kind == ProtectedKind.Person)} names of {material.PeopleCount} people of the rosters: {many.Length} names; the hundred: 75 of the bodies, all outlets");
        var held = true;
        var twisted = Dnstwist.Exists && !args.Contains("--no-dnstwist") ? Dnstwist.Generate(material.Hundred.Select(h => h.Name)) : default;
        if (twisted.Names is null) Console.WriteLine("dnstwist is not installed (Debian package dnstwist): neither its speed nor recall against it is measured.");
        if (!args.Contains("--no-speed")) held &= LookAlikeSpeed.Print(registers, shared, many, twisted);
        if (args.Contains("--speed-only")) return held ? 0 : 1;
        var hundred = new LookAlikeIndex(material.Hundred, []);
        var all = new LookAlikeIndex(many, []);
        if (twisted.Names is not null)
        {
            held &= LookAlikeRecall.Print("the hundred alone", hundred, material.Hundred, twisted.Names, misses);
            held &= LookAlikeRecall.Print($"{all.Count} protected", all, many, twisted.Names, misses);
            var shortNames = new LookAlikeIndex(material.Short, []);
            LookAlikeRecall.Print($"apart, no figure to reach: {material.Short.Length} bodies with labels of three or four letters", shortNames, material.Short, Dnstwist.Generate(material.Short.Select(s => s.Name)).Names, 0);
        }
        if (!args.Contains("--no-attacks")) LookAlikeRecall.Print("own attacks, the hundred alone", hundred, material.Hundred, Attacks.On(material.Hundred), misses);
        if (!args.Contains("--no-attacks")) LookAlikeRecall.Print($"own attacks, {all.Count} protected", all, many, Attacks.On(material.Hundred), misses);
        held &= LookAlikeAlarms.Print(registers, shared, material.Hundred, many);
        return held ? 0 : 1;
    }
}
