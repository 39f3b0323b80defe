using System.Collections.Frozen;
using System.Text;

namespace Serjeant.Registers.Names;

/// <summary>One system of writing a script's letters in Latin: the longest group of letters that the table knows, from left to right.</summary>
internal sealed class LetterTable
{
    private readonly FrozenDictionary<string, string> _groups;
    private readonly int _longest;

    /// <param name="pairs">"ж zh|щ shch"; what stands alone before the space is written as nothing. A leading ^ holds at the beginning of a word only.</param>
    /// <param name="below">Where this table is silent.</param>
    public LetterTable(string pairs, LetterTable? below = null)
    {
        var groups = below is null ? new Dictionary<string, string>(StringComparer.Ordinal) : new(below._groups, StringComparer.Ordinal);
        foreach (var pair in pairs.Split('|'))
        {
            var space = pair.IndexOf(' ', StringComparison.Ordinal);
            groups[pair[..space]] = pair[(space + 1)..];
        }
        _groups = groups.ToFrozenDictionary(StringComparer.Ordinal);
        _longest = groups.Keys.Max(k => k.Length);
    }

    public string Write(string word)
    {
        var result = new StringBuilder(word.Length * 2);
        for (var i = 0; i < word.Length;)
        {
            var taken = 0;
            for (var length = Math.Min(_longest, word.Length - i); length > 0 && taken == 0; length--)
            {
                var group = word.Substring(i, length);
                if (i == 0 && _groups.TryGetValue("^" + group, out var written) || _groups.TryGetValue(group, out written))
                {
                    result.Append(written);
                    taken = length;
                }
            }
            if (taken == 0) result.Append(word[i]);
            i += Math.Max(1, taken);
        }
        return result.ToString();
    }
}
