using System.Collections.Immutable;
using Serjeant.Reports;
using Serjeant.Reports.Comparisons;
using Serjeant.Signals.Impersonation;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Serjeant.Cli.Reports;

/// <summary>
/// The true and the false in two columns, for terminals from 60 columns up. What differs is bold and underlined; where the terminal shows no
/// such thing, carets stand beneath it. The reasons follow in words.
/// </summary>
internal static class ImitationBlock
{
    private const int Label = 9, Between = 3, WidestSide = 46;

    /// <param name="most">Pairs shown before "and n more".</param>
    /// <param name="width">Columns that the block may take.</param>
    /// <param name="styled">The terminal shows bold and underlined text.</param>
    public static IEnumerable<IRenderable> Of(ImmutableArray<Imitation> imitations, int most, int width, bool styled)
    {
        var pairs = ImitationAccount.Pairs(imitations);
        foreach (var imitation in pairs.Take(most))
        {
            yield return Text.Empty;
            foreach (var line in Of(imitation, width, styled)) yield return line;
        }
        if (pairs.Length > most)
            yield return new Markup($"[dim]and {Wording.Count(pairs.Length - most, "more pair", "more pairs")} of names and addresses: see --format html[/]");
    }

    private static IEnumerable<IRenderable> Of(Imitation imitation, int width, bool styled)
    {
        var side = Math.Min(WidestSide, (width - Label - Between) / 2);
        var names = SideBySide.OfNames(imitation.TrueName, imitation.FalseName);
        var addresses = SideBySide.OfAddresses(imitation.TrueAddress, imitation.FalseAddress);
        yield return new Markup(TerminalReport.Sentence(ImitationAccount.Headline(imitation)) + ":");
        yield return new Markup($"{"",Label}{"really".PadRight(side + Between)}{(imitation.Manner == ImitationManner.ReplyTo ? "where answers go" : "in the mail")}", new Style(decoration: Decoration.Dim));
        foreach (var line in Rows("name", names, side, styled)) yield return line;
        foreach (var line in Rows("address", addresses, side, styled)) yield return line;
        foreach (var reason in addresses.Reasons.Concat(names.Reasons))
            yield return new Padder(new Text("\u2260 " + reason), new Padding(Label, 0, 0, 0));
    }

    private static IEnumerable<Markup> Rows(string label, SideBySide sides, int width, bool styled)
    {
        var truth = SideLine.Wrap(sides.Differences.Select(d => (d.True, d.MarkTrue)), width);
        var guise = SideLine.Wrap(sides.Differences.Select(d => (d.False, d.MarkFalse)), width);
        for (var i = 0; i < Math.Max(truth.Count, guise.Count); i++)
        {
            var (left, right) = (i < truth.Count ? truth[i] : SideLine.Empty, i < guise.Count ? guise[i] : SideLine.Empty);
            yield return new Markup($"[dim]{(i == 0 ? label : "").PadRight(Label)}[/]{left.Markup(width + Between)}{right.Markup(0)}");
            if (!styled && (left.Marked || right.Marked))
                yield return new Markup($"{"",Label}{left.Carets(width + Between)}{right.Carets(0)}".TrimEnd());
        }
    }
}
