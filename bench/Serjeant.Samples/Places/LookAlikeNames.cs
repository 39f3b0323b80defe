using System.Globalization;

namespace Serjeant.Samples.Places;

/// <summary>Makes names of hosts that the eye takes for another's.</summary>
internal static class LookAlikeNames
{
    private static readonly (string True, string False)[] Latin = [("m", "rn"), ("w", "vv"), ("d", "cl"), ("l", "1"), ("i", "l"), ("o", "0"), ("n", "m"), ("u", "v")];

    private static readonly (string True, string False)[] Cyrillic = [("a", "\u0430"), ("e", "\u0435"), ("o", "\u043E"), ("p", "\u0440"), ("c", "\u0441")];

    /// <summary>One letter, or two, in place of one of the first label.</summary>
    public static string Edited(string domain, Dice dice) => Swapped(domain, dice.Pick([.. Latin.Where(p => Label(domain).Contains(p.True, StringComparison.Ordinal))]));

    /// <summary>One Cyrillic letter in place of a Latin one, as mail carries it (RFC 3492).</summary>
    public static string Homograph(string domain, Dice dice) =>
        new IdnMapping().GetAscii(Swapped(domain, dice.Pick([.. Cyrillic.Where(p => Label(domain).Contains(p.True, StringComparison.Ordinal))])));

    private static string Swapped(string domain, (string True, string False) pair)
    {
        var at = domain.IndexOf(pair.True, StringComparison.Ordinal);
        return $"{domain[..at]}{pair.False}{domain[(at + pair.True.Length)..]}";
    }

    private static string Label(string domain) => domain.Split('.')[0];
}
