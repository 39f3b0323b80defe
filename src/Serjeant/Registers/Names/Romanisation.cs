using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Serjeant.Registers.Scripts;
using Serjeant.Values;

namespace Serjeant.Registers.Names;

/// <summary>
/// Latin readings of names in other scripts. One script has several systems, and people choose their own spelling: so there are several
/// readings, likeliest first. Japanese readings of kanji cannot be told without a dictionary of persons; kanji are read as Chinese and Korean.
/// </summary>
internal static class Romanisation
{
    /// <summary>Readings given at most: what a person may be called in mail, not everything a system could make.</summary>
    public const int MaximumReadings = 16;

    /// <summary>UTF-16 units looked at; longer names do not exist, and a hostile one is cut before anything is done with it.</summary>
    public const int MaximumLength = 256;

    /// <summary>Runs looked at: one script within one word.</summary>
    private const int MaximumRuns = 24;

    /// <summary>Folded Latin words separated by single spaces, in the order as written. Empty where nothing can be read. Never throws.</summary>
    public static ImmutableArray<string> Of(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var text = IgnorableCharacters.Repaired(name, MaximumLength).Normalize(NormalizationForm.FormKC);
        var runs = ScriptRun.Split(text, MaximumRuns);
        if (runs.Count == 0) return [];
        var choices = new List<ImmutableArray<string>>(runs.Count);
        foreach (var run in runs) choices.Add([.. run.Readings().Select(Tidy).Where(reading => reading.Length > 0)]); // one place a system: not made distinct here

        var found = new List<string>(MaximumReadings);
        var most = Math.Min(choices.Max(c => c.Length), MaximumReadings);
        // All runs in the same system first, then each on its own.
        for (var system = 0; system < most; system++)
            Add(found, runs, choices, run => Math.Min(system, choices[run].Length - 1));
        for (var system = 1; system < most && found.Count < MaximumReadings; system++)
            for (var one = 0; one < runs.Count; one++)
                if (system < choices[one].Length)
                    Add(found, runs, choices, run => run == one ? system : 0);
        return [.. found];
    }

    /// <summary>
    /// Equal for the usual spellings of one name across languages and romanisations; for comparing only. Unrelated names may share it, the shorter
    /// the likelier.
    /// </summary>
    public static string LooseKey(ReadOnlySpan<char> foldedLatinWord) => NameLooseKey.Of(foldedLatinWord);

    /// <summary>
    /// The loose key's consonants only: what a name written without vowels (Arabic, Hebrew) can be compared by. Far more names share it, so it
    /// counts only where one side was written so.
    /// </summary>
    public static string ConsonantKey(ReadOnlySpan<char> foldedLatinWord) => NameLooseKey.Consonants(foldedLatinWord);

    /// <summary>Whether the name holds letters of a script that leaves vowels out.</summary>
    public static bool OmitsVowels(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        foreach (var c in name.AsSpan(0, Math.Min(name.Length, MaximumLength)))
            if (ScriptRun.ScriptOf(c) is NameScript.Arabic or NameScript.Hebrew) return true;
        return false;
    }

    private static void Add(List<string> found, List<ScriptRun> runs, List<ImmutableArray<string>> choices, Func<int, int> choose)
    {
        if (found.Count >= MaximumReadings) return;
        var joined = new StringBuilder();
        for (var run = 0; run < runs.Count; run++)
        {
            if (choices[run].IsEmpty) continue;
            if (joined.Length > 0 && runs[run].AfterSpace) joined.Append(' ');
            joined.Append(choices[run][Math.Max(0, choose(run))]);
        }
        var reading = joined.ToString();
        if (reading.Length > 0 && !found.Contains(reading)) found.Add(reading);
    }

    private static string Tidy(string text)
    {
        var folded = Folding.Fold(text);
        var result = new StringBuilder(folded.Length);
        foreach (var rune in folded.EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune)) result.Append(rune);
            else if (rune.Value is '\'' || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark) continue;
            else if (result.Length > 0 && result[^1] != ' ') result.Append(' ');
        }
        return result.ToString().TrimEnd();
    }
}
