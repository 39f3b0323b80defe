using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Serjeant.Values;

namespace Serjeant.Reports.Comparisons;

/// <summary>
/// The cheapest way from one row of letters to another (Damerau 1964, with swaps of neighbours), in which letters that look alike, one
/// for one or two for one, cost less than letters that do not. At most <see cref="Letter.Most"/> letters a side: no input is slow.
/// </summary>
internal static class Alignment
{
    private const int Change = 10, Alike = 4, Marked = 2, Unseen = 3;

    private readonly record struct Step(int Cost, byte Down, byte Across, DifferenceKind Kind);

    public static ImmutableArray<Difference> Of(ImmutableArray<Letter> truth, ImmutableArray<Letter> guise)
    {
        var looks = (True: Looks(truth), False: Looks(guise));
        var best = new Step[truth.Length + 1, guise.Length + 1];
        for (var i = 0; i <= truth.Length; i++)
            for (var j = 0; j <= guise.Length; j++)
                if (i + j > 0) best[i, j] = Cheapest(best, truth, guise, looks.True, looks.False, i, j);
        var steps = new List<Difference>();
        for (int i = truth.Length, j = guise.Length; i + j > 0;)
        {
            var step = best[i, j];
            steps.Add(new(step.Kind, Shown(truth, i - step.Down, i), Shown(guise, j - step.Across, j)));
            (i, j) = (i - step.Down, j - step.Across);
        }
        steps.Reverse();
        return Joined(steps);
    }

    private static Step Cheapest(Step[,] best, ImmutableArray<Letter> truth, ImmutableArray<Letter> guise, Sight[] trueLooks, Sight[] falseLooks, int i, int j)
    {
        var found = new Step(int.MaxValue, 0, 0, DifferenceKind.None);
        void Try(int cost, byte down, byte across, DifferenceKind kind)
        {
            var whole = best[i - down, j - across].Cost + cost;
            if (whole < found.Cost) found = new(whole, down, across, kind);
        }
        // First, and cheaper when they go on: of equal ways the one that leaves words whole is the one a reader would see.
        if (j > 0)
        {
            var kind = guise[j - 1].Hidden ? DifferenceKind.Invisible : DifferenceKind.Inserted;
            Try(guise[j - 1].Hidden ? Unseen : j > 1 && best[i, j - 1].Kind == kind ? Change - 1 : Change, 0, 1, kind);
        }
        if (i > 0) Try(i > 1 && best[i - 1, j].Kind == DifferenceKind.LeftOut ? Change - 1 : Change, 1, 0, DifferenceKind.LeftOut);
        if (i > 0 && j > 0)
        {
            var (likeness, cost) = Compare(truth[i - 1], guise[j - 1], trueLooks[i - 1].One == falseLooks[j - 1].One);
            Try(cost, 1, 1, likeness);
            if (j > 1 && trueLooks[i - 1].One == falseLooks[j - 2].Two) Try(Alike, 1, 2, DifferenceKind.LookAlike);
            if (i > 1 && trueLooks[i - 2].Two == falseLooks[j - 1].One) Try(Alike, 2, 1, DifferenceKind.LookAlike);
            if (i > 1 && j > 1 && Same(truth[i - 1], guise[j - 2]) && Same(truth[i - 2], guise[j - 1]) && !Same(truth[i - 1], truth[i - 2]))
                Try(Change, 2, 2, DifferenceKind.Swapped);
        }
        return found;
    }

    private static (DifferenceKind Kind, int Cost) Compare(Letter truth, Letter guise, bool alike)
    {
        if (Same(truth, guise)) return (DifferenceKind.None, 0);
        if (truth.Hidden || guise.Hidden) return (DifferenceKind.Replaced, Change);
        // A mark left out by somebody without the key for it is no disguise; one put on is.
        if (Bare(truth.Text) is { } bare && bare == Bare(guise.Text))
            return (guise.Text.Length >= truth.Text.Length && !Ascii.IsValid(guise.Text) ? DifferenceKind.Mark : DifferenceKind.None, Marked);
        return alike ? (DifferenceKind.LookAlike, Alike) : (DifferenceKind.Replaced, Change);
    }

    public static bool Same(Letter a, Letter b) => string.Equals(a.Text, b.Text, StringComparison.OrdinalIgnoreCase);

    /// <summary>The character below its marks, in lower case.</summary>
    private static string Bare(string letter)
    {
        Rune.DecodeFromUtf16(letter.Normalize(NormalizationForm.FormD), out var first, out _);
        return Rune.ToLowerInvariant(first).ToString();
    }

    /// <summary>What the eye makes of each letter, and of each with the next one.</summary>
    private static Sight[] Looks(ImmutableArray<Letter> letters)
    {
        var looks = new Sight[letters.Length];
        for (var i = 0; i < letters.Length; i++)
        {
            var next = i + 1 < letters.Length && !letters[i].Hidden && !letters[i + 1].Hidden ? letters[i + 1].Text : null;
            // Something that cannot be equal to any look stands where there is none.
            looks[i] = new(
                letters[i].Hidden ? $"\0{i}" : Look.Of(letters[i].Text.ToLower(CultureInfo.InvariantCulture)),
                next is null ? $"\0\0{i}" : Look.Of((letters[i].Text + next).ToLower(CultureInfo.InvariantCulture)));
        }
        return looks;
    }

    private readonly record struct Sight(string One, string Two);

    private static ImmutableArray<Difference> Joined(List<Difference> steps)
    {
        var joined = ImmutableArray.CreateBuilder<Difference>();
        foreach (var step in steps)
        {
            if (joined.Count > 0 && joined[^1].Kind == step.Kind
                && step.Kind is DifferenceKind.None or DifferenceKind.Inserted or DifferenceKind.LeftOut or DifferenceKind.Replaced)
                joined[^1] = joined[^1] with { True = joined[^1].True + step.True, False = joined[^1].False + step.False };
            else
                joined.Add(step);
        }
        Whole(joined);
        return [.. joined.SelectMany(Spaced)];
    }

    /// <summary>A single letter that happens to agree between others that do not would only tear the mark.</summary>
    private static void Whole(ImmutableArray<Difference>.Builder pieces)
    {
        for (var i = 1; i + 1 < pieces.Count; i++)
        {
            if (pieces[i] is not { Kind: DifferenceKind.None, True.Length: 1 } || !Plain(pieces[i - 1].Kind) || !Plain(pieces[i + 1].Kind)) continue;
            pieces[i - 1] = new(DifferenceKind.Replaced, pieces[i - 1].True + pieces[i].True + pieces[i + 1].True, pieces[i - 1].False + pieces[i].False + pieces[i + 1].False);
            pieces.RemoveAt(i);
            pieces.RemoveAt(i--);
            if (i > 0) i--;
        }
        for (var i = 0; i + 1 < pieces.Count; i++)
            if (Plain(pieces[i].Kind) && Plain(pieces[i + 1].Kind))
            {
                pieces[i] = new(DifferenceKind.Replaced, pieces[i].True + pieces[i + 1].True, pieces[i].False + pieces[i + 1].False);
                pieces.RemoveAt(i-- + 1);
            }

        static bool Plain(DifferenceKind kind) => kind is DifferenceKind.Replaced or DifferenceKind.Inserted or DifferenceKind.LeftOut;
    }

    /// <summary>A mark on the space before an added word would only blur it.</summary>
    private static IEnumerable<Difference> Spaced(Difference difference)
    {
        var added = difference.Kind == DifferenceKind.Inserted ? difference.False : "";
        var word = added.Trim(' ');
        if (word.Length is 0 || word.Length == added.Length) return [difference];
        var start = added.IndexOf(word, StringComparison.Ordinal);
        Difference[] all = [new(DifferenceKind.None, "", added[..start]), difference with { False = word }, new(DifferenceKind.None, "", added[(start + word.Length)..])];
        return all.Where(d => d.False.Length > 0);
    }

    private static string Shown(ImmutableArray<Letter> letters, int from, int to) => string.Concat(letters[from..to].Select(l => l.Shown));
}
