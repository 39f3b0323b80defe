using System.Collections.Immutable;
using System.Text;
using Serjeant.Values;

namespace Serjeant.Registers.Scripts;

/// <summary>Latin letters with marks, as people type them who have no such keys: plain, or spelt out (Müller: muller, mueller).</summary>
internal static class LatinRomanisation
{
    public static ImmutableArray<string> Readings(string word)
    {
        var plain = Folding.Fold(word);
        var spelt = new StringBuilder(word.Length + 4);
        foreach (var c in word.ToLowerInvariant())
            spelt.Append(c switch
            {
                'ä' => "ae",
                'ö' or 'ø' => "oe",
                'ü' => "ue",
                'å' => "aa",
                _ => null,
            } ?? c.ToString());
        var full = Folding.Fold(spelt.ToString());
        return full == plain ? [plain] : [plain, full];
    }
}
