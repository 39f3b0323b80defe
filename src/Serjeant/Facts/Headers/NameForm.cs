using System.Globalization;
using System.Text;

namespace Serjeant.Facts.Headers;

/// <summary>What is wrong with the form of names and domains that a sender shows: what no ordinary program writes, and eyes do not see.</summary>
internal static class NameForm
{
    /// <summary>Characters of a display name that are read.</summary>
    public const int MaximumName = 500;

    /// <summary>Marks kept on one letter: four are the most that a script in use stacks.</summary>
    private const int MaximumMarks = 8;

    private static readonly IdnMapping Idn = new() { AllowUnassigned = true };

    /// <summary>The name with at most eight marks on a letter, so that a thousand do not push the rest out of sight; the same string where there are no more.</summary>
    public static string WithFewerMarks(string name)
    {
        if (Ascii.IsValid(name)) return name;
        StringBuilder? result = null;
        var marks = 0;
        for (var i = 0; i < name.Length && (result?.Length ?? i) <= MaximumName; i++)
        {
            marks = IsMark(name[i]) ? marks + 1 : 0;
            if (marks > MaximumMarks) result ??= new(name, 0, i, MaximumName);
            else result?.Append(name[i]);
        }
        return result?.ToString() ?? name;
    }

    public static void Note(SenderFacts sender, Oddities oddities)
    {
        foreach (var mailbox in sender.From) Note(mailbox, "From", oddities);
        foreach (var mailbox in sender.ReplyTo) Note(mailbox, "Reply-To", oddities);
    }

    private static void Note(Mailbox mailbox, string field, Oddities oddities)
    {
        if (mailbox.DisplayName.Length >= MaximumName) oddities.Add(OddityKind.TooLong, $"name in {field}");
        if (!Ascii.IsValid(mailbox.DisplayName)) NoteCharacters(mailbox.DisplayName, field, oddities);
        var domain = mailbox.Domain.IsEmpty ? "" : mailbox.Domain.Name;
        for (var at = domain.IndexOf("xn--", StringComparison.Ordinal); at >= 0; at = domain.IndexOf("xn--", at + 4, StringComparison.Ordinal))
        {
            if (at > 0 && domain[at - 1] != '.') continue;
            var end = domain.IndexOf('.', at);
            if (!IsReadable(end < 0 ? domain[at..] : domain[at..end])) oddities.Add(OddityKind.InvalidPunycode, field);
        }
    }

    private static void NoteCharacters(string name, string field, Oddities oddities)
    {
        var marks = 0;
        foreach (var rune in name.EnumerateRunes())
        {
            if (rune.Value is (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069)) oddities.Add(OddityKind.DirectionControls, field);
            // A lone half of a surrogate pair comes as U+FFFD, and so does what a charset could not say.
            if (rune.Value == 0xFFFD || Rune.GetUnicodeCategory(rune) is UnicodeCategory.OtherNotAssigned or UnicodeCategory.PrivateUse) oddities.Add(OddityKind.UnassignedCharacters, field);
            marks = rune.IsBmp && IsMark((char)rune.Value) ? marks + 1 : 0;
            if (marks == MaximumMarks) oddities.Add(OddityKind.StackedMarks, field);
        }
    }

    private static bool IsMark(char c) => c >= 0x300 && char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark;

    private static bool IsReadable(string label)
    {
        try
        {
            return Idn.GetUnicode(label).Length > 0;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
