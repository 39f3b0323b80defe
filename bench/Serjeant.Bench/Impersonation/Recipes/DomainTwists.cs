using System.Globalization;
using Serjeant.Samples;

namespace Serjeant.Bench.Impersonation.Recipes;

/// <summary>
/// Names of hosts that look like a given one. Null where the name is too short for the kind to be read as it. Nobody registers a look-alike below a closed
/// suffix (gov.uk): there the attacker keeps its letters and takes another (name-gov.uk, name.org), and kinds of one edit do not fit.
/// </summary>
internal static class DomainTwists
{
    private const int Readable = 5;

    private static readonly string[] Listed = ["secure", "login", "mail", "support", "portal", "account", "online", "webmail"];
    private static readonly string[] Unlisted = ["petitions", "chamber", "library", "delegation", "briefing", "archive", "visitors", "newsroom", "registry", "whip"];
    private static readonly (string From, string To)[] Pairs = [("m", "rn"), ("w", "vv"), ("d", "cl"), ("l", "1"), ("o", "0"), ("i", "l"), ("rn", "m"), ("cl", "d"), ("g", "q"), ("e", "3")];
    private const string Latin = "aceopxyisj", Cyrillic = "асеорхуіѕј";
    private static readonly string[] Suffixes = ["com", "net", "org", "eu", "info", "co", "press", "online"];
    private static readonly Dictionary<char, string> Keys = new() { ['a'] = "qsz", ['e'] = "wr", ['i'] = "uo", ['o'] = "ip", ['n'] = "bm", ['t'] = "ry", ['r'] = "et", ['l'] = "k", ['s'] = "ad", ['m'] = "n", ['c'] = "xv", ['d'] = "sf", ['g'] = "fh", ['h'] = "gj", ['k'] = "jl", ['p'] = "o", ['u'] = "yi" };

    public static string? Omission(string domain, Dice dice) => Edit(domain, dice, (l, i) => l.Remove(i, 1));

    public static string? Repetition(string domain, Dice dice) => Edit(domain, dice, (l, i) => l.Insert(i, l[i].ToString()));

    public static string? Insertion(string domain, Dice dice) => Edit(domain, dice, (l, i) => Keys.TryGetValue(l[i], out var near) ? l.Insert(i, dice.Pick(near.ToCharArray()).ToString()) : l);

    public static string? Replacement(string domain, Dice dice) => Edit(domain, dice, (l, i) => Keys.TryGetValue(l[i], out var near) ? l[..i] + dice.Pick(near.ToCharArray()) + l[(i + 1)..] : l);

    public static string? Transposition(string domain, Dice dice) => Edit(domain, dice, (l, i) => l[..(i - 1)] + l[i] + l[i - 1] + l[(i + 1)..]);

    public static string? VowelSwap(string domain, Dice dice) => Edit(domain, dice, (l, i) => "aeiou".Contains(l[i], StringComparison.Ordinal) ? l[..i] + dice.Pick("aeiou".Replace(l[i].ToString(), "", StringComparison.Ordinal).ToCharArray()) + l[(i + 1)..] : l);

    public static string? Bit(string domain, Dice dice) => Edit(domain, dice, (l, i) => (char)(l[i] ^ (1 << dice.Below(5))) is var c && char.IsAsciiLetterLower(c) ? l[..i] + c + l[(i + 1)..] : l);

    public static string? Hyphen(string domain, Dice dice) => Edit(domain, dice, (l, i) => l[i] == '-' || l[i - 1] == '-' ? l : l.Insert(i, "-"));

    /// <summary>Two edits, or one below another suffix where the true one is closed.</summary>
    public static string? Several(string domain, Dice dice)
    {
        var open = IsClosed(domain) ? Split(domain).Label + Open(Split(domain).Tail, dice) : domain;
        var edit = dice.Pick([Omission, Repetition, Insertion, Replacement, Transposition, VowelSwap]);
        var again = dice.Pick([Omission, Repetition, Insertion, Replacement, Transposition]);
        var once = Split(domain).Label.Length < Readable ? null : edit(open, dice);
        return once is null || IsClosed(domain) || Split(domain).Label.Length < 2 * Readable ? once : again(once, dice);
    }

    public static string? Homoglyph(string domain, Dice dice)
    {
        var (label, rest) = Split(domain);
        var fits = Pairs.Where(p => label.Contains(p.From, StringComparison.Ordinal)).ToArray();
        if (label.Length < Readable || fits.Length == 0) return null;
        var (from, to) = dice.Pick(fits);
        var at = label.IndexOf(from, StringComparison.Ordinal);
        return label[..at] + to + label[(at + from.Length)..] + Open(rest, dice);
    }

    /// <summary>Cyrillic letters, as punycode writes them (RFC 5890).</summary>
    public static string? International(string domain, Dice dice)
    {
        var (label, rest) = Split(domain);
        var at = Enumerable.Range(0, label.Length).Where(i => Latin.Contains(label[i], StringComparison.Ordinal)).ToArray();
        if (label.Length < Readable || at.Length == 0) return null;
        var text = label.ToCharArray();
        foreach (var i in dice.Some(at, dice.Between(1, at.Length))) text[i] = Cyrillic[Latin.IndexOf(text[i], StringComparison.Ordinal)];
        return new IdnMapping().GetAscii(new string(text) + Open(rest, dice));
    }

    public static string? Suffix(string domain, Dice dice)
    {
        var (label, rest) = Split(domain);
        var other = dice.Pick(Suffixes);
        return label.Length < Readable || rest == "." + other ? null : $"{label}.{other}";
    }

    public static string? Combination(string domain, Dice dice) => Combine(domain, Listed, dice);

    public static string? UnlistedCombination(string domain, Dice dice) => Combine(domain, Unlisted, dice);

    /// <summary>parliament-uk.com: the whole name with its dots as hyphens.</summary>
    public static string? WholeName(string domain, Dice dice) => $"{domain.Replace('.', '-')}.{dice.Pick(Suffixes)}";

    /// <summary>parliament.uk.documents-portal.example: the true name below another's.</summary>
    public static string? Subdomain(string domain, Dice dice) => $"{domain}.{dice.Pick(Unlisted)}-{dice.Pick(["portal", "service", "hub"])}{dice.Below(99)}.example";

    private static string? Combine(string domain, string[] words, Dice dice)
    {
        var (label, rest) = Split(domain);
        if (label.Length < Readable) return null;
        var hyphen = dice.Chance(70) ? "-" : "";
        var made = dice.Chance(70) ? label + hyphen + dice.Pick(words) : dice.Pick(words) + hyphen + label;
        return made + (dice.Chance(50) ? Open(rest, dice) : "." + dice.Pick(Suffixes));
    }

    private static string? Edit(string domain, Dice dice, Func<string, int, string> edit)
    {
        var (label, rest) = Split(domain);
        if (label.Length < Readable || IsClosed(domain)) return null;
        for (var tries = 0; tries < 20; tries++)
        {
            var made = edit(label, dice.Between(1, label.Length - 1));
            if (made != label && made.Length >= 3 && made[^1] != '-' && !made.Contains("--", StringComparison.Ordinal)) return made + rest;
        }
        return null;
    }

    private static string Open(string suffix, Dice dice)
    {
        if (!IsClosed(suffix)) return suffix;
        var labels = suffix.Split('.');
        return dice.Pick([$"-{labels[1]}.{labels[^1]}", $"-{labels[1]}.{labels[^1]}", $".{labels[^1]}", $"-{labels[1]}.com", ".com", ".org"]);
    }

    private static bool IsClosed(string domain) => domain.Split('.') is { Length: >= 3 } labels && labels[^2] is ("gov" or "govt" or "gc" or "go" or "ac");

    private static (string Label, string Tail) Split(string domain)
    {
        var dot = domain.IndexOf('.', StringComparison.Ordinal);
        return (domain[..dot], domain[dot..]);
    }
}
