using System.Text.Json;
using Serjeant.Registers.Names;
using Serjeant.Registers.Scripts;
using Serjeant.Values;

namespace Serjeant.Tests.Registers.Names;

/// <summary>The real rosters' people who have names in several scripts.</summary>
internal static class RosterScripts
{
    public static IEnumerable<(string House, string[] Latin, string[] Others)> People(string folder)
    {
        foreach (var file in Directory.EnumerateFiles(folder, "*.popolo.json").Order(StringComparer.Ordinal))
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(file));
            var house = Path.GetFileName(file)[..^".popolo.json".Length];
            foreach (var person in document.RootElement.GetProperty("persons").EnumerateArray())
            {
                var names = new HashSet<string> { person.GetProperty("name").GetString()! };
                if (person.TryGetProperty("other_names", out var others))
                    foreach (var other in others.EnumerateArray()) names.Add(other.GetProperty("name").GetString()!);
                yield return (house, [.. names.Where(n => Script(n) == NameScript.Latin)], [.. names.Where(n => Script(n) != NameScript.Latin)]);
            }
        }
    }

    public static NameScript Script(string name)
    {
        foreach (var c in name)
            if (char.IsLetter(c) && ScriptRun.ScriptOf(c) is var script && script != NameScript.Latin)
                return script == NameScript.Han && name.Any(k => ScriptRun.ScriptOf(k) == NameScript.Kana) ? NameScript.Kana : script;
        return NameScript.Latin;
    }

    /// <summary>Whether a reading of the name has the words of a Latin one, or the other way round; one word alone is not enough where both have more.</summary>
    public static bool Agree(string name, string[] latin)
    {
        Func<string, string> consonants = w => Romanisation.ConsonantKey(w);
        Func<string, string> loose = w => Romanisation.LooseKey(w);
        Func<string, string>[] keys = Romanisation.OmitsVowels(name) ? [loose, consonants] : [loose];
        foreach (var reading in Romanisation.Of(name))
            foreach (var other in latin.SelectMany(l => Romanisation.Of(l).Append(Folding.Fold(l).Replace("-", "", StringComparison.Ordinal))))
                foreach (var key in keys)
                    if (SameWords(reading.Split(' '), other.Split(' '), key)) return true;
        return false;
    }

    private static bool SameWords(string[] one, string[] two, Func<string, string> key)
    {
        if (one.Length > two.Length) (one, two) = (two, one);
        var left = two.Select(key).ToList();
        var agreed = one.Count(word => left.Remove(key(word)));
        return agreed == one.Length && (agreed >= 2 || two.Length == 1);
    }
}
