using Serjeant.Bench.Impersonation.Names;
using Serjeant.Bench.Impersonation.Recipes;

namespace Serjeant.Bench.Impersonation;

/// <summary>The tables of the impersonation command.</summary>
internal static class ImpersonationReport
{
    private static readonly Script[] Printed = [Script.Latin, Script.Cyrillic, Script.Greek, Script.Arabic, Script.Hebrew, Script.Han, Script.Hangul, Script.Kana];

    public static void ByRecipe(IReadOnlyList<Outcome> outcomes, IReadOnlyList<Recipe> recipes)
    {
        Console.WriteLine("\nfound: it carries an imitation that names the right one; judged: suspect or worse, alone or in the whole scan; detected: both. Parliaments of even index are for development");
        Console.WriteLine($"{"recipe",-28}{"attacks",8}{"found",9}{"alone",9}{"in scan",9}{"judged",9}{"detected",10}{"even",9}{"odd",9}   source");
        foreach (var recipe in recipes)
        {
            var of = outcomes.Where(o => o.Attack.Recipe == recipe).ToArray();
            if (of.Length > 0) Console.WriteLine(Line(recipe.Name, of) + "   " + recipe.Source);
            else Console.WriteLine($"{recipe.Name,-28}{0,8}   fits no name");
        }
        Console.WriteLine(Line("all", [.. outcomes]));
    }

    public static void ByScript(IReadOnlyList<Outcome> outcomes, IReadOnlyList<Recipe> recipes)
    {
        Console.WriteLine("\nby script: " + string.Join(", ", Printed));
        Console.WriteLine($"{"script",-28}{"attacks",8}{"found",9}{"alone",9}{"in scan",9}{"judged",9}{"detected",10}{"even",9}{"odd",9}");
        foreach (var script in Printed)
            if (outcomes.Where(o => o.Attack.Script == script).ToArray() is { Length: > 0 } of) Console.WriteLine(Line(script.ToString(), of));
        Console.WriteLine("\ndetected of attacks, by recipe and script");
        Console.WriteLine($"{"recipe",-28}" + string.Concat(Printed.Select(s => $"{s,13}")));
        foreach (var recipe in recipes)
            Console.WriteLine($"{recipe.Name,-28}" + string.Concat(Printed.Select(s => Cell([.. outcomes.Where(o => o.Attack.Recipe == recipe && o.Attack.Script == s)]))));
    }

    public static void Unfit(IReadOnlyList<Fit> fits)
    {
        Console.WriteLine("\nrecipes that fit no name of a script, of so many tried");
        foreach (var recipe in fits.GroupBy(f => f.Recipe))
        {
            var none = recipe.GroupBy(f => f.Script).Where(g => Printed.Contains(g.Key) && g.Sum(f => f.Fitted) == 0).Select(g => $"{g.Key} {g.Sum(f => f.Unfitted)}").ToArray();
            if (none.Length > 0) Console.WriteLine($"{recipe.Key,-28}{string.Join(", ", none)}");
        }
        Console.WriteLine("recipes with fewer than 40 attacks in a script");
        foreach (var recipe in fits.GroupBy(f => f.Recipe))
        {
            var few = recipe.GroupBy(f => f.Script).Where(g => Printed.Contains(g.Key) && g.Sum(f => f.Fitted) is > 0 and < 40).Select(g => $"{g.Key} {g.Sum(f => f.Fitted)}").ToArray();
            if (few.Length > 0) Console.WriteLine($"{recipe.Key,-28}{string.Join(", ", few)}");
        }
    }

    public static void ByLegislature(IReadOnlyList<Outcome> outcomes, IReadOnlyList<Legislature> legislatures)
    {
        Console.WriteLine($"\n{"parliament",-28}{"attacks",8}{"found",9}{"alone",9}{"in scan",9}{"judged",9}{"detected",10}");
        foreach (var legislature in legislatures)
            if (outcomes.Where(o => o.Legislature == legislature.Index).ToArray() is { Length: > 0 } of)
                Console.WriteLine(Line($"{legislature.Index,2} {legislature.Name}"[..Math.Min(27, legislature.Name.Length + 3)], of));
        Console.WriteLine($"{outcomes.Count(o => o.Linked)} of {outcomes.Count} attacks stand in a campaign of the scan; {outcomes.Count(o => o.Detected && !o.Alone)} are judged in the scan only");
    }

    public static void Alarms(IReadOnlyList<Alarm> alarms, int messages, IReadOnlyList<Legislature> legislatures)
    {
        Console.WriteLine($"\nwanted mail: {messages} messages before each of {legislatures.Count} parliaments, and before all of them in one house (-1), that in a whole scan (-2)");
        foreach (var alarm in alarms.GroupBy(a => (a.Place, a.Seen)).OrderByDescending(g => g.Any(a => a.Judged)).ThenBy(g => g.Key.Place, StringComparer.Ordinal))
            Console.WriteLine($"{(alarm.Any(a => a.Judged) ? "JUDGED " : alarm.Any(a => a.Named) ? "named  " : "signal ")}{alarm.Key.Place}  [{string.Join(",", alarm.Select(a => a.House))}]  {alarm.Key.Seen}");
    }

    public static void Innocents(IReadOnlyList<Innocent> innocents, bool show)
    {
        Console.WriteLine($"\ngenerated innocents, counted apart\n{"kind",-64}{"messages",9}{"named",9}{"judged",9}");
        foreach (var kind in innocents.GroupBy(i => i.Kind))
        {
            Console.WriteLine($"{kind.Key,-64}{kind.Count(),9}{kind.Count(i => i.Named),9}{kind.Count(i => i.Judged),9}");
            if (show)
                foreach (var one in kind.Where(i => i.Judged && i.Legislature % 2 == 0).Take(6)) Console.WriteLine($"      {one.Sender}  {one.Seen}");
        }
    }

    /// <summary>Only of parliaments for development: who reads the others tunes to what is measured.</summary>
    public static void Misses(IReadOnlyList<Outcome> outcomes, int most)
    {
        Console.WriteLine("\nmissed, of parliaments of even index: what the mail shows, and what was seen in it");
        foreach (var recipe in outcomes.Where(o => !o.Detected && o.IsForDevelopment).GroupBy(o => o.Attack.Recipe.Name))
        {
            Console.WriteLine($"{recipe.Key}: {recipe.Count()} missed, {recipe.Count(o => !o.Found)} of them not found");
            foreach (var miss in recipe.GroupBy(o => o.Attack.Script).SelectMany(g => g.Take(most)))
                Console.WriteLine($"   {miss.Legislature,2} {miss.Attack.Script,-9}{(miss.Found ? "found " : "")}{(miss.Judged ? "judged " : "")}\u201c{miss.Attack.Mask.Name}\u201d <{miss.Attack.Mask.Address}>{(miss.Attack.Mask.ReplyTo is { } reply ? $" Reply-To \u201c{reply.Name}\u201d <{reply.Address}>" : "")}{(miss.Attack.Mask.Claim.Length > 0 ? $" says: {miss.Attack.Mask.Claim}" : "")}{(miss.Attack.Mask.Name.Length == 0 || miss.Attack.Mask.Signature.Length == 0 ? "" : $" signed: {string.Join(" / ", miss.Attack.Mask.Signature)}")}  {miss.Seen}");
        }
    }

    private static string Line(string name, Outcome[] of)
    {
        var even = of.Where(o => o.IsForDevelopment).ToArray();
        var odd = of.Where(o => !o.IsForDevelopment).ToArray();
        return $"{name,-28}{of.Length,8}{Share(of, o => o.Found)}{Share(of, o => o.Alone)}{Share(of, o => o.InScan)}{Share(of, o => o.Judged)} {Share(of, o => o.Detected)}{Share(even, o => o.Detected)}{Share(odd, o => o.Detected)}";
    }

    private static string Share(Outcome[] of, Func<Outcome, bool> what) => of.Length == 0 ? $"{"-",9}" : $"{100.0 * of.Count(what) / of.Length,7:0.0} %";

    private static string Cell(Outcome[] of) => of.Length == 0 ? $"{"-",13}" : $"{of.Count(o => o.Detected),7}/{of.Length,-5}";
}
