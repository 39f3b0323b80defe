using System.Collections.Immutable;
using System.Text;

namespace Serjeant.Registers.Scripts;

/// <summary>Kana in Hepburn: long vowels short first, as in passports and the press, then as typed (sato, satou, satoh).</summary>
internal static class KanaRomanisation
{
    private static readonly Lazy<LetterTable> Hepburn = new(() => new(
        "あ a|い i|う u|え e|お o|か ka|き ki|く ku|け ke|こ ko|が ga|ぎ gi|ぐ gu|げ ge|ご go|さ sa|し shi|す su|せ se|そ so|ざ za|じ ji|ず zu|ぜ ze|ぞ zo|"
        + "た ta|ち chi|つ tsu|て te|と to|だ da|ぢ ji|づ zu|で de|ど do|な na|に ni|ぬ nu|ね ne|の no|は ha|ひ hi|ふ fu|へ he|ほ ho|"
        + "ば ba|び bi|ぶ bu|べ be|ぼ bo|ぱ pa|ぴ pi|ぷ pu|ぺ pe|ぽ po|ま ma|み mi|む mu|め me|も mo|や ya|ゆ yu|よ yo|ら ra|り ri|る ru|れ re|ろ ro|"
        + "わ wa|ゐ i|ゑ e|を o|ん n|ゔ vu|ぁ a|ぃ i|ぅ u|ぇ e|ぉ o|ゃ ya|ゅ yu|ょ yo|ゎ wa|っ |"
        + "きゃ kya|きゅ kyu|きょ kyo|ぎゃ gya|ぎゅ gyu|ぎょ gyo|しゃ sha|しゅ shu|しょ sho|しぇ she|じゃ ja|じゅ ju|じょ jo|じぇ je|ちゃ cha|ちゅ chu|ちょ cho|ちぇ che|"
        + "ぢゃ ja|ぢゅ ju|ぢょ jo|にゃ nya|にゅ nyu|にょ nyo|ひゃ hya|ひゅ hyu|ひょ hyo|びゃ bya|びゅ byu|びょ byo|ぴゃ pya|ぴゅ pyu|ぴょ pyo|みゃ mya|みゅ myu|みょ myo|"
        + "りゃ rya|りゅ ryu|りょ ryo|ふぁ fa|ふぃ fi|ふぇ fe|ふぉ fo|ふゅ fyu|ゔぁ va|ゔぃ vi|ゔぇ ve|ゔぉ vo|てぃ ti|でぃ di|とぅ tu|どぅ du|てゅ tyu|でゅ dyu|"
        + "うぃ wi|うぇ we|うぉ wo|つぁ tsa|つぃ tsi|つぇ tse|つぉ tso|くぁ kwa|くぃ kwi|くぇ kwe|くぉ kwo|ぐぁ gwa|いぇ ye|ヷ va|ヺ vo|ゝ |ゞ |・ |' "));

    // Foreign names are written by ear: what they were before is looked up.
    private static readonly Lazy<ReadingList> Known = new(() => ReadingList.Load("names/kana.txt"));

    public static ImmutableArray<string> Readings(string run)
    {
        var hiragana = new StringBuilder(run.Length);
        foreach (var c in run.Replace('\u309B', '\u3099').Replace('\u309C', '\u309A').Normalize(NormalizationForm.FormC))
            hiragana.Append(c is >= 'ァ' and <= 'ヴ' ? (char)(c - 0x60) : c is 'ヵ' ? 'か' : c is 'ヶ' ? 'が' : c);
        var typed = Doubled(hiragana.ToString());
        var bars = typed.Replace("ー", "", StringComparison.Ordinal);
        var passport = Short(bars);
        // The passport writes m before b, m and p; the press mostly n.
        var nasal = passport.Replace("nb", "mb", StringComparison.Ordinal).Replace("nm", "mm", StringComparison.Ordinal).Replace("np", "mp", StringComparison.Ordinal);
        return [.. Known.Value[run].AsEnumerable().Concat([passport, nasal, bars, LongByH(bars, passport), Barred(typed)]).Where(r => r.Length > 0).Distinct()];
    }

    // A small tsu doubles the consonant that follows; before ch it is a t.
    private static string Doubled(string hiragana)
    {
        var parts = hiragana.Split('っ');
        var result = new StringBuilder(Hepburn.Value.Write(parts[0]));
        foreach (var part in parts.Skip(1))
        {
            var next = Hepburn.Value.Write(part);
            if (next.Length > 0 && next[0] is >= 'b' and <= 'z' and not ('i' or 'u' or 'e' or 'o' or 'n')) result.Append(next[0] == 'c' ? 't' : next[0]);
            result.Append(next);
        }
        return result.ToString();
    }

    private static string Short(string typed) =>
        typed.Replace("ou", "o", StringComparison.Ordinal).Replace("oo", "o", StringComparison.Ordinal).Replace("uu", "u", StringComparison.Ordinal);

    private static string LongByH(string typed, string passport) =>
        typed.EndsWith("ou", StringComparison.Ordinal) || typed.EndsWith("oo", StringComparison.Ordinal) ? Short(typed[..^2]) + "oh" : passport;

    private static string Barred(string typed)
    {
        var result = new StringBuilder(typed.Length);
        foreach (var c in typed) result.Append(c == 'ー' ? result.Length > 0 ? result[^1] : 'a' : c);
        return result.ToString();
    }
}
