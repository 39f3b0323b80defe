using System.Text;

namespace Serjeant.Registers.Scripts;

/// <summary>One system of writing a script's letters in Latin: the longest group of letters that the table knows, from left to right.</summary>
internal sealed class LetterTable
{
    // Plain dictionaries: frozen ones take longer to make than all the names of a scan to look up.
    private readonly Dictionary<string, string> _groups;
    private readonly Dictionary<string, string> _first;
    private readonly int _longest;

    /// <param name="pairs">"ж zh|щ shch"; what stands alone before the space is written as nothing. A leading ^ holds at the beginning of a word only.</param>
    /// <param name="below">Where this table is silent.</param>
    public LetterTable(string pairs, LetterTable? below = null)
    {
        _groups = below is null ? new(StringComparer.Ordinal) : new(below._groups, StringComparer.Ordinal);
        _first = below is null ? new(StringComparer.Ordinal) : new(below._first, StringComparer.Ordinal);
        foreach (var pair in pairs.Split('|'))
        {
            var space = pair.IndexOf(' ', StringComparison.Ordinal);
            if (pair[0] == '^') _first[pair[1..space]] = pair[(space + 1)..];
            else _groups[pair[..space]] = pair[(space + 1)..];
        }
        _longest = Math.Max(_groups.Keys.Max(k => k.Length), _first.Keys.Select(k => k.Length).DefaultIfEmpty().Max());
    }

    public string Write(string word)
    {
        var groups = _groups.GetAlternateLookup<ReadOnlySpan<char>>();
        var first = _first.GetAlternateLookup<ReadOnlySpan<char>>();
        var result = new StringBuilder(word.Length * 2);
        for (var i = 0; i < word.Length;)
        {
            var taken = 0;
            for (var length = Math.Min(_longest, word.Length - i); length > 0 && taken == 0; length--)
            {
                var group = word.AsSpan(i, length);
                if (i == 0 && first.TryGetValue(group, out var written) || groups.TryGetValue(group, out written))
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
