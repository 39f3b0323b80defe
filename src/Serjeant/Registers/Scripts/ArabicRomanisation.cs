using System.Collections.Immutable;
using System.Text;

namespace Serjeant.Registers.Scripts;

/// <summary>
/// Arabic and Persian letters. Short vowels are not written: the usual names are looked up in a list, the rest are read by the letters that
/// are there, so that only their consonants can be compared.
/// </summary>
internal static class ArabicRomanisation
{
    private static readonly Lazy<ReadingList> Known = new(() => ReadingList.Load("names/arabic.txt", Plain));

    private static readonly Lazy<LetterTable> Letters = new(() => new(
        "ا a|أ a|إ i|آ a|ٱ a|ب b|ت t|ث th|ج j|ح h|خ kh|د d|ذ dh|ر r|ز z|س s|ش sh|ص s|ض d|ط t|ظ z|ع a|غ gh|ف f|ق q|ك k|ک k|گ g|ل l|م m|ن n|ه h|"
        + "و u|^و w|اوي awi|وا wa|وي wi|ي i|ی i|^ي y|^ی y|يا ya|یا ya|يو yu|ى a|ة a|ئ i|ؤ u|ء |پ p|چ ch|ژ zh|ڤ v|"
        + "ٹ t|ڈ d|ڑ r|ں n|ے e|ھ h|ہ h|\u064E a|\u064F u|\u0650 i|\u064B an|^او o|^اي i|^ای i|وو wu|ـ |' "));
    private static readonly Lazy<LetterTable> French = new(() => new("و ou|^و ou|وا oua|ش ch|ج dj|ق k|ة e|ع |اوي aoui", Letters.Value));
    private static readonly Lazy<LetterTable> Persian = new(() => new("و v|^و v|وا va|وي vi|يوي ivi|ق gh|ض z|ذ z|ث s|ة eh|ع ", Letters.Value));

    public static ImmutableArray<string> Readings(string word)
    {
        var plain = Plain(word);
        var known = Known.Value[plain];
        // A listed name may stand for one that sounds like it (Jimmie beside Jimmy): its letters too, last.
        if (known.Length > 0) return [.. known, Letters.Value.Write(plain)];
        if (plain.Length > 4 && plain.StartsWith("ال", StringComparison.Ordinal))
        {
            var rest = Readings(plain[2..]);
            return [.. rest.Select(r => "al " + r), "al" + rest[0], "el " + rest[0]];
        }
        if (plain.Length > 5 && plain.StartsWith("عبدال", StringComparison.Ordinal))
        {
            var rest = Readings(plain[5..]);
            return [.. rest.Select(r => "abdul" + r), "abdel" + rest[0], "abd al " + rest[0]];
        }
        // A Persian family name on a known stem: حسینی after حسین.
        if (plain.Length > 4 && plain[^1] == 'ي' && Known.Value[plain[..^1]] is { Length: > 0 } stem) return [.. stem.Select(s => s + "i")];
        var letters = Vocalised(word) ? word.Replace("\u0652", "", StringComparison.Ordinal) : plain;
        return [Letters.Value.Write(letters), French.Value.Write(letters), Persian.Value.Write(letters)];
    }

    private static bool Vocalised(string word) => word.AsSpan().IndexOfAny('\u064E', '\u064F', '\u0650') >= 0;

    /// <summary>One form of each letter, as names are typed carelessly: alef without hamza, Persian yeh and kaf as Arabic, no vowel marks.</summary>
    private static string Plain(string word)
    {
        var plain = new StringBuilder(word.Length);
        foreach (var c in word)
            switch (c)
            {
                case >= '\u064B' and <= '\u065F' or '\u0670' or 'ـ': break;
                case 'أ' or 'إ' or 'آ' or 'ٱ': plain.Append('ا'); break;
                case 'ی' or 'ى' or 'ې': plain.Append('ي'); break;
                case 'ک': plain.Append('ك'); break;
                case 'ۀ' or 'ہ' or 'ھ': plain.Append('ه'); break;
                default: plain.Append(c); break;
            }
        return plain.ToString();
    }
}
