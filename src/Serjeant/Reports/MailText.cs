using System.Globalization;
using System.Text;

namespace Serjeant.Reports;

/// <summary>
/// Text out of mail made fit to be shown: what is invisible or turns the line round is written out, lengths are bounded, and names
/// of hosts can no longer be clicked or fetched by whatever displays them.
/// </summary>
public static class MailText
{
    /// <summary>Characters kept of one piece of text where nothing else is said.</summary>
    public const int DefaultLength = 300;

    /// <summary>More marks than this on one letter serve to overprint the lines around, not to write any language.</summary>
    internal const int Marks = 3;

    private const int NoBreakSpace = 0xA0;

    /// <summary>
    /// White space folded to single spaces; control, bidirectional, zero-width, private and unassigned characters as &lt;U+202E&gt;;
    /// cut with "…" after <paramref name="length"/> characters.
    /// </summary>
    public static string Show(string text, int length = DefaultLength)
    {
        if (IsPlain(text, length)) return text;
        var shown = new StringBuilder(Math.Min(text.Length, length) + 16);
        var marks = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            if (shown.Length >= length)
                return shown.Append('…').ToString();
            if (Rune.IsWhiteSpace(rune) && rune.Value != NoBreakSpace)
            {
                marks = 0;
                if (shown.Length > 0 && shown[^1] != ' ') shown.Append(' ');
                continue;
            }
            var category = Rune.GetUnicodeCategory(rune);
            marks = category is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark ? marks + 1 : 0;
            if (IsHidden(category) || marks > Marks)
                shown.Append(CultureInfo.InvariantCulture, $"<U+{rune.Value:X4}>");
            else
                shown.Append(rune.ToString());
        }
        return shown.ToString().TrimEnd(' ');
    }

    /// <summary>As <see cref="Show"/>, with hosts and numeric addresses as evil[.]example and web schemes as hxxp.</summary>
    public static string Defang(string text, int length = DefaultLength)
    {
        var shown = Show(text, length);
        if (!shown.AsSpan().ContainsAny('.', ':')) return shown;
        var defanged = new StringBuilder(shown.Length + 16);
        for (var i = 0; i < shown.Length;)
        {
            var end = i;
            while (end < shown.Length && IsNamePart(shown[end])) end++;
            if (end == i)
            {
                defanged.Append(shown[i++]);
                continue;
            }
            var word = shown.AsSpan(i, end - i);
            if (shown.AsSpan(end).StartsWith("://"))
            {
                // The colon of an unknown scheme goes with the word.
                var known = Scheme(word);
                defanged.Append(known ?? $"{word}[:]");
                if (known is null) end++;
            }
            else if (IsHost(word) && !shown.AsSpan(end).StartsWith("@"))
                defanged.Append(word.ToString().Replace(".", "[.]", StringComparison.Ordinal));
            else
                defanged.Append(word);
            i = end;
        }
        return defanged.ToString();
    }

    private static bool IsPlain(string text, int length)
    {
        if (text.Length > length) return false;
        var before = ' ';
        foreach (var c in text)
        {
            if (c is < ' ' or > '~' || c == ' ' && before == ' ') return false;
            before = c;
        }
        return text.Length == 0 || before != ' ';
    }

    internal static bool IsHidden(UnicodeCategory category) => category
        is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse
        or UnicodeCategory.OtherNotAssigned or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;

    internal static bool IsNamePart(char c) => char.IsLetterOrDigit(c) || c is '.' or '-' or '_';

    private static string? Scheme(ReadOnlySpan<char> word) =>
        word.Equals("http", StringComparison.OrdinalIgnoreCase) ? "hxxp"
        : word.Equals("https", StringComparison.OrdinalIgnoreCase) ? "hxxps"
        : null;

    /// <summary>Dotted, and the last label has two letters or more (a name), or four numbers (an address). "3.5" is neither.</summary>
    internal static bool IsHost(ReadOnlySpan<char> word)
    {
        word = word.Trim('.');
        var dot = word.LastIndexOf('.');
        if (dot < 0) return false;
        var last = word[(dot + 1)..];
        var letters = 0;
        foreach (var c in last)
            if (!char.IsAsciiDigit(c)) letters++;
        return letters >= 2 || letters == 0 && word.Count('.') >= 3;
    }
}
