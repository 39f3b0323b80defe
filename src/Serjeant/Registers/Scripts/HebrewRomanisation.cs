using System.Collections.Immutable;
using System.Text;

namespace Serjeant.Registers.Scripts;

/// <summary>
/// Hebrew letters, as the Academy's simplified rules of 2006 and as newspapers write them. Vowels are mostly not written: the usual names are
/// looked up in a list, the rest are read by the letters that are there.
/// </summary>
internal static class HebrewRomanisation
{
    private static readonly Lazy<ReadingList> Known = new(() => ReadingList.Load("names/hebrew.txt"));

    private static readonly Lazy<LetterTable> Letters = new(() => new(
        "א a|^ב b|ב v|ג g|ד d|ה h|ו o|^ו v|וו v|ז z|ח h|ט t|י i|^י y|יי ai|^כ k|כ ch|ך ch|ל l|מ m|ם m|נ n|ן n|ס s|ע a|^פ p|פ f|ף f|צ tz|ץ tz|ק k|ר r|ש sh|"
        + "ת t|ג' j|ז' zh|צ' ch|ץ' ch|' |ײ ai|װ v"));
    private static readonly Lazy<LetterTable> Soft = new(() => new("ב b|ו u|ח ch|כ k|ך k|פ p|צ ts|ץ ts|ש s|ה a|א e|ע e", Letters.Value));
    private static readonly Lazy<LetterTable> Yiddish = new(() => new("ב b|ו u|יי ei|צ z|ץ z|ח ch|פ p|ה |א a|ע e|ש sh|ו o", Letters.Value));

    public static ImmutableArray<string> Readings(string word)
    {
        var plain = new StringBuilder(word.Length);
        foreach (var c in word)
            if (c is >= 'א' and <= '״') plain.Append(c == '׳' ? '\'' : c);
            else if (c is '\'' or '\u2019') plain.Append('\'');
        var letters = plain.ToString();
        var known = Known.Value[letters];
        if (known.Length > 0) return known;
        // A family name may hold a known one: בן, בר, אבן before it, the article ה in front.
        if (letters.Length > 4 && letters[0] == 'ה' && Known.Value[letters[1..]] is { Length: > 0 } rest) return [.. rest.Select(r => "ha" + r)];
        return [Letters.Value.Write(letters), Soft.Value.Write(letters), Yiddish.Value.Write(letters)];
    }
}
