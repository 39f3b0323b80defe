using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace Serjeant.Reports.Comparisons;

/// <summary>One letter as a reader meets it: a character with the marks on it, and how it is shown.</summary>
/// <param name="Text">The character and its marks, composed.</param>
/// <param name="Shown">Fit to be shown: what cannot be seen is written out, the dots of hosts stand in brackets.</param>
/// <param name="Hidden">Not to be seen by itself: control, bidirectional, zero-width; or one mark too many.</param>
internal readonly record struct Letter(string Text, string Shown, bool Hidden = false)
{
    /// <summary>Letters looked at: a line and a half of the widest terminal, and no name is longer.</summary>
    public const int Most = 128;

    /// <summary>The text's first <see cref="Most"/> letters, white space folded, "…" after the last where there are more.</summary>
    /// <param name="mailbox">The text stands before an @, where a dot makes no host.</param>
    public static ImmutableArray<Letter> Read(string text, bool mailbox = false)
    {
        var letters = new List<Letter>();
        var marks = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune))
            {
                if (letters.Count > 0 && letters[^1].Text != " ") letters.Add(new(" ", " "));
                marks = 0;
                continue;
            }
            var category = Rune.GetUnicodeCategory(rune);
            var mark = category is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark;
            if (mark && marks < MailText.Marks && letters.Count > 0 && !letters[^1].Hidden)
            {
                var whole = (letters[^1].Text + rune).Normalize(NormalizationForm.FormC);
                letters[^1] = new(whole, whole);
                marks++;
                continue;
            }
            if (letters.Count >= Most)
            {
                letters.Add(new("…", "…"));
                break;
            }
            if (!mark) marks = 0;
            var written = rune.ToString();
            letters.Add(mark || MailText.IsHidden(category) ? new(written, string.Create(CultureInfo.InvariantCulture, $"<U+{rune.Value:X4}>"), true) : new(written, written));
        }
        while (letters.Count > 0 && letters[^1].Text == " ") letters.RemoveAt(letters.Count - 1);
        if (!mailbox) Defang(letters);
        return [.. letters];
    }

    /// <summary>As <see cref="MailText.Defang"/> does it, letter by letter: nothing that displays it can make a link of it.</summary>
    private static void Defang(List<Letter> letters)
    {
        for (var i = 0; i < letters.Count;)
        {
            var end = i;
            while (end < letters.Count && MailText.IsNamePart(letters[end].Shown[0])) end++;
            if (end == i)
            {
                if (letters[i].Text == ":") letters[i] = letters[i] with { Shown = "[:]" };
                i++;
                continue;
            }
            var word = string.Concat(letters.Skip(i).Take(end - i).Select(l => l.Text[0]));
            if (MailText.IsHost(word) && (end == letters.Count || letters[end].Text != "@"))
                for (var at = i; at < end; at++)
                    if (letters[at].Text == ".") letters[at] = letters[at] with { Shown = "[.]" };
            i = end;
        }
    }
}
