using System.Collections.Immutable;
using System.Globalization;

namespace Serjeant.Reports.Comparisons;

/// <summary>
/// A true name or address beside the one that imitates it: which letters differ, and in words why. What it holds is fit to be shown
/// (<see cref="MailText"/>) but not escaped. Any text is taken, of any length; the first <see cref="Letter.Most"/> letters are looked at.
/// </summary>
/// <param name="Differences">In reading order; their true sides together are the true text, their false sides the false one.</param>
/// <param name="Reasons">One line for each difference, in words that need no colour: "rn in place of m". Empty where nothing is to be said.</param>
public sealed record SideBySide(ImmutableArray<Difference> Differences, ImmutableArray<string> Reasons)
{
    /// <summary>Below this share of letters in common, in per cent, marks on single letters would be chance.</summary>
    private const int Kindred = 60;

    /// <summary>Reasons listed; beyond that a name is another name.</summary>
    private const int MostReasons = 6;

    public static SideBySide OfNames(string truth, string guise)
    {
        ArgumentNullException.ThrowIfNull(truth);
        ArgumentNullException.ThrowIfNull(guise);
        var (left, right) = (Letter.Read(truth), Letter.Read(guise));
        if (left.IsEmpty || right.IsEmpty) return Plain(left, right);
        if (Words(left) is var ours && Words(right) is var theirs && !ours.SequenceEqual(theirs) && ours.Order(StringComparer.Ordinal).SequenceEqual(theirs.Order(StringComparer.Ordinal)))
            return Plain(left, right) with { Reasons = ["the same words in another order"] };
        // A title or a middle name left out is no disguise.
        ImmutableArray<Difference> differences = [.. Alignment.Of(left, right).Select(d =>
            d is { Kind: DifferenceKind.LeftOut, True: [' ', ..] or [.., ' '] } ? d with { Kind = DifferenceKind.None } : d)];
        if (Agreement(differences, left.Length, right.Length) < Kindred && !Contains(differences)) return Plain(left, right);
        return new(differences, ReasonsOf(differences));
    }

    /// <summary>Takes a domain on either side as well: then only the domains are compared. Punycode is read, and said to be punycode.</summary>
    public static SideBySide OfAddresses(string truth, string guise)
    {
        ArgumentNullException.ThrowIfNull(truth);
        ArgumentNullException.ThrowIfNull(guise);
        if (truth.Length == 0 || guise.Length == 0) return Plain(Letter.Read(truth), Letter.Read(guise));
        var (left, right) = (Parts.Of(truth), Parts.Of(guise));
        var differences = ImmutableArray.CreateBuilder<Difference>();
        var reasons = ImmutableArray.CreateBuilder<string>();
        if (left.Local.Length > 0 && right.Local.Length > 0)
        {
            differences.AddRange(Near(left.Local, right.Local, mailbox: true));
            reasons.AddRange(ReasonsOf(differences).Select(r => r.Length > 0 ? r : "another mailbox name"));
            differences.Add(new(DifferenceKind.None, "@", "@"));
        }
        else
            differences.Add(new(DifferenceKind.None, At(left.Local), At(right.Local)));
        var domain = Domains.Compare(left.Domain, right.Domain);
        differences.AddRange(domain.Differences);
        reasons.AddRange(domain.Reasons);
        return new(differences.ToImmutable(), [.. reasons.Take(MostReasons)]);

        static string At(string local) => local.Length == 0 ? "" : string.Concat(Letter.Read(local, mailbox: true).Select(l => l.Shown)) + "@";
    }

    /// <summary>Letter by letter where the two are kindred, else as one whole.</summary>
    internal static ImmutableArray<Difference> Near(string truth, string guise, bool mailbox = false)
    {
        var (left, right) = (Letter.Read(truth, mailbox), Letter.Read(guise, mailbox));
        var differences = Alignment.Of(left, right);
        if (Contains(differences) || Agreement(differences, left.Length, right.Length) >= Kindred) return differences;
        return [new(DifferenceKind.Other, Shown(left), Shown(right))];
    }

    /// <summary>The true text stands whole within the false one.</summary>
    private static bool Contains(ImmutableArray<Difference> differences) =>
        differences.All(d => d.Kind is DifferenceKind.None or DifferenceKind.Inserted) && differences.Count(d => d.True.Length > 0) == 1;

    /// <returns>One line a difference; an empty one for <see cref="DifferenceKind.Other"/>, which the caller words.</returns>
    internal static ImmutableArray<string> ReasonsOf(IEnumerable<Difference> differences) =>
        [.. differences.Where(d => d.Kind != DifferenceKind.None).Select(Reason).Distinct(StringComparer.Ordinal).Take(MostReasons)];

    private static string Reason(Difference difference) => difference.Kind switch
    {
        DifferenceKind.LookAlike or DifferenceKind.Mark => $"{LetterNames.Of(difference.False)} in place of {LetterNames.Beside(difference.True, difference.False)}",
        DifferenceKind.Replaced => $"\u201C{difference.False}\u201D in place of \u201C{difference.True}\u201D",
        DifferenceKind.Inserted => $"\u201C{difference.False.Trim()}\u201D added",
        DifferenceKind.Invisible => $"a character that cannot be seen added: {difference.False}",
        DifferenceKind.LeftOut => $"\u201C{difference.True.Trim()}\u201D left out",
        DifferenceKind.Swapped => $"\u201C{difference.False}\u201D in place of \u201C{difference.True}\u201D: two letters swapped",
        DifferenceKind.OtherEnding => $"ends in {difference.False}, not in {difference.True}",
        _ => "",
    };

    /// <summary>How many of both sides' letters have their like on the other, in per cent.</summary>
    private static int Agreement(ImmutableArray<Difference> differences, int left, int right)
    {
        var agreed = 0;
        foreach (var difference in differences)
            if (difference.Kind is DifferenceKind.None or DifferenceKind.LookAlike or DifferenceKind.Mark or DifferenceKind.Swapped)
                agreed += Count(difference.True) + Count(difference.False);
        return 100 * agreed / Math.Max(1, left + right);

        static int Count(string shown) => new StringInfo(shown.Replace("[.]", ".", StringComparison.Ordinal)).LengthInTextElements;
    }

    private static SideBySide Plain(ImmutableArray<Letter> left, ImmutableArray<Letter> right) => new([new(DifferenceKind.None, Shown(left), Shown(right))], []);

    private static string Shown(ImmutableArray<Letter> letters) => string.Concat(letters.Select(l => l.Shown));

    private static string[] Words(ImmutableArray<Letter> letters) =>
        string.Concat(letters.Select(l => l.Text)).ToLowerInvariant().Split([' ', ',', '.', ';', '(', ')', '"', '\''], StringSplitOptions.RemoveEmptyEntries);

    private readonly record struct Parts(string Local, string Domain)
    {
        public static Parts Of(string text)
        {
            if (text.Length > 2000) text = text[..2000];
            var at = text.LastIndexOf('@');
            return at < 0 ? new("", text) : new(text[..at], text[(at + 1)..]);
        }
    }
}
