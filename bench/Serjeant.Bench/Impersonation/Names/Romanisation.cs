using System.Text;

namespace Serjeant.Bench.Impersonation.Names;

/// <summary>
/// The same name spelt by another standard. Bulgarian: the law of 2009 (Streamlined), ISO 9 without its marks, the French and German manners of old
/// passports. Korean: Revised Romanization (2000) and McCune-Reischauer. Hebrew: the common variants of one sound.
/// </summary>
internal static class Romanisation
{
    private const string Bulgarian = "абвгдежзийклмнопрстуфхцчшщъьюя";

    private static readonly string[][] BulgarianStandards =
    [
        "a b v g d e zh z i y k l m n o p r s t u f h ts ch sh sht a y yu ya".Split(' '),
        "a b v g d e z z i j k l m n o p r s t u f h c c s st a j ju ja".Split(' '),
        "a b v g d e j z i i k l m n o p r s t ou f kh tz tch ch cht a i iou ia".Split(' '),
        "a b w g d e sch s i j k l m n o p r s t u f ch z tsch sch scht a j ju ja".Split(' '),
    ];

    private static readonly string[][] KoreanInitials =
    [
        "g,kk,n,d,tt,r,m,b,pp,s,ss,,j,jj,ch,k,t,p,h".Split(','),
        "k,kk,n,t,tt,r,m,p,pp,s,ss,,ch,tch,ch,k,t,p,h".Split(','),
    ];

    private static readonly string[][] KoreanVowels =
    [
        "a,ae,ya,yae,eo,e,yeo,ye,o,wa,wae,oe,yo,u,wo,we,wi,yu,eu,ui,i".Split(','),
        "a,ae,ya,yae,o,e,yo,ye,o,wa,wae,oe,yo,u,wo,we,wi,yu,u,ui,i".Split(','),
    ];

    private static readonly string[] KoreanFinals = ",k,k,k,n,n,n,t,l,k,m,l,l,l,p,l,m,p,p,t,t,ng,t,t,k,t,p,t".Split(',');

    private static readonly (string From, string To)[] HebrewVariants =
        [("tz", "ts"), ("ts", "tz"), ("kh", "ch"), ("ch", "h"), ("ei", "e"), ("ai", "ay"), ("ay", "ai"), ("v", "b"), ("f", "ph"), ("k", "c"), ("oo", "u"), ("ee", "i"), ("aa", "a")];

    /// <summary>Each spelling of a Bulgarian or Korean name that a standard gives; given and family name apart.</summary>
    public static IEnumerable<(string Given, string Family)> Of(NameForm native) => native.Script switch
    {
        Script.Cyrillic => BulgarianStandards.Select(s => (FromBulgarian(native.Given, s), FromBulgarian(native.Family, s))),
        Script.Hangul when native.IsSyllabic => [(FromKorean(native.Given, 0), FromKorean(native.Family, 0)), (FromKorean(native.Given, 1), FromKorean(native.Family, 1))],
        _ => [],
    };

    /// <summary>Spellings of a Hebrew name in Latin letters that differ in one sound.</summary>
    public static IEnumerable<string> HebrewLatin(string name) =>
        HebrewVariants.Where(v => name.IndexOf(v.From, 1, StringComparison.Ordinal) > 0).Select(v => name[..1] + name[1..].Replace(v.From, v.To, StringComparison.Ordinal));

    private static string FromBulgarian(string name, string[] standard)
    {
        var text = new StringBuilder();
        foreach (var c in name)
        {
            var at = Bulgarian.IndexOf(char.ToLowerInvariant(c), StringComparison.Ordinal);
            text.Append(at < 0 ? c.ToString() : standard[at]);
        }
        return Capital(text.ToString());
    }

    private static string FromKorean(string name, int standard)
    {
        var text = new StringBuilder();
        foreach (var c in name)
        {
            var at = c - 0xAC00;
            if (at is < 0 or >= 11172) return "";
            text.Append(KoreanInitials[standard][at / 588]).Append(KoreanVowels[standard][at % 588 / 28]).Append(KoreanFinals[at % 28]);
        }
        return Capital(text.ToString());
    }

    private static string Capital(string name) => name.Length == 0 ? "" : string.Join('-', name.Split('-').Select(p => p.Length == 0 ? p : char.ToUpperInvariant(p[0]) + p[1..]));
}
