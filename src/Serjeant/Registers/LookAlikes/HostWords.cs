using Serjeant.Values;

namespace Serjeant.Registers.LookAlikes;

/// <summary>Words that stand in names of hosts beside a name, or instead of one (data/words/host-words.txt).</summary>
internal static class HostWords
{
    private static readonly Lazy<Dictionary<string, HashSet<string>>> Lists = new(Read);

    /// <summary>The kind of thing that something is (parliament, times): it names nobody by itself.</summary>
    public static bool IsKind(ReadOnlySpan<char> word) => Has("kind", word);

    /// <summary>Put beside a borrowed name to make it look like a service of the owner's.</summary>
    public static bool IsLure(ReadOnlySpan<char> word) => Has("lure", word);

    /// <summary>Put beside a person's name.</summary>
    public static bool IsOffice(ReadOnlySpan<char> word) => Has("office", word);

    /// <summary>A family name that many people bear.</summary>
    public static bool IsFamily(ReadOnlySpan<char> word) => Has("family", word);

    /// <summary>Given and family name that many people bear, in either order: whoever has it as a domain is likely a namesake.</summary>
    public static bool AreCommonName(ReadOnlySpan<char> one, ReadOnlySpan<char> other) =>
        (Has("given", one) && Has("family", other)) || (Has("given", other) && Has("family", one));

    /// <summary>The same of words that are put beside a person's name only: whoever has a family name runs a firm or a site as well.</summary>
    public static bool AreOffices(ReadOnlySpan<byte> text) => AreAll(text, lures: false, offices: true);

    /// <summary>Whether a text, in ASCII, consists of such words and what parts them; false where it has none.</summary>
    public static bool AreAll(ReadOnlySpan<byte> text, bool offices) => AreAll(text, lures: true, offices);

    private static bool AreAll(ReadOnlySpan<byte> text, bool lures, bool offices)
    {
        Span<char> word = stackalloc char[64];
        var (length, words) = (0, 0);
        for (var i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && text[i] is not ((byte)'-' or (byte)'.'))
            {
                if (length == word.Length) return false;
                word[length++] = (char)text[i];
                continue;
            }
            if (length == 0) continue;
            if (!(lures && IsLure(word[..length])) && !(offices && IsOffice(word[..length])) && !IsNumber(word[..length])) return false;
            length = 0;
            words++;
        }
        return words > 0;
    }

    private static bool IsNumber(ReadOnlySpan<char> word) => word.Length <= 4 && word.IndexOfAnyExceptInRange('0', '9') < 0;

    private static bool Has(string list, ReadOnlySpan<char> word) => Lists.Value[list].GetAlternateLookup<ReadOnlySpan<char>>().Contains(word);

    private static Dictionary<string, HashSet<string>> Read()
    {
        var lists = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        foreach (var line in ShippedData.ReadLines("words/host-words.txt"))
        {
            if (line.Length == 0 || line[0] == '#') continue;
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (!lists.TryGetValue(line[..colon], out var words)) lists[line[..colon]] = words = new(StringComparer.Ordinal);
            words.UnionWith(line[(colon + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries));
        }
        return lists;
    }
}
