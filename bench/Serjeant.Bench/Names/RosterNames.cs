using Serjeant.Registers;
using Serjeant.Registers.Names;

namespace Serjeant.Bench.Names;

/// <summary>Subjects to be found by name: real rosters, and a register of any size made by recombining their names.</summary>
internal static class RosterNames
{
    /// <summary>Every person of every roster of a folder.</summary>
    public static List<NamedSubject> Read(string folder)
    {
        var reader = new RosterReader(WarningLists.Load());
        var subjects = new List<NamedSubject>();
        foreach (var file in Directory.GetFiles(folder, "*.json").Order(StringComparer.Ordinal))
            foreach (var person in reader.Read(file).People) subjects.Add(new($"{Path.GetFileName(file)}#{person.Id}", [person.Name, .. person.OtherNames]));
        return subjects;
    }

    /// <summary>As many people as asked for, every third with a second name: given names of one person with the family name of another of the same roster and script.</summary>
    public static List<NamedSubject> Recombine(IReadOnlyList<NamedSubject> real, int people, int seed)
    {
#pragma warning disable RS0030 // the seed is given
        var random = new Random(seed);
#pragma warning restore RS0030
        var pools = real.SelectMany(s => s.Names.Select(n => (Roster: s.Id.Split('#')[0], Script: Script(n), Words: n.Split(' ', StringSplitOptions.RemoveEmptyEntries))))
            .Where(n => n.Words.Length > 1).GroupBy(n => (n.Roster, n.Script)).Select(g => g.Select(n => n.Words).ToArray()).Where(p => p.Length > 20).ToArray();
        var weights = pools.Select(p => p.Length).ToArray();
        var subjects = new List<NamedSubject>(people);
        foreach (var subject in real.Take(people)) subjects.Add(subject with { Names = [.. subject.Names.Distinct().Take(subjects.Count % 3 == 0 ? 2 : 1)] });
        while (subjects.Count < people)
        {
            var pool = pools[Pick(weights, random)];
            var name = Mix(pool, random);
            subjects.Add(new($"made#{subjects.Count}", subjects.Count % 3 == 0 ? [name, Mix(pool, random)] : [name]));
        }
        return subjects;
    }

    private static string Mix(string[][] pool, Random random)
    {
        var (first, second) = (pool[random.Next(pool.Length)], pool[random.Next(pool.Length)]);
        return string.Join(' ', first[..^1]) + ' ' + second[^1];
    }

    private static int Pick(int[] weights, Random random)
    {
        var at = random.Next(weights.Sum());
        for (var i = 0; ; i++)
            if ((at -= weights[i]) < 0) return i;
    }

    private static int Script(string name) => name.FirstOrDefault(char.IsLetter) switch { < '\u0250' => 0, < '\u0400' => 1, < '\u0530' => 2, < '\u0600' => 3, < '\u0780' => 4, _ => 5 };
}
