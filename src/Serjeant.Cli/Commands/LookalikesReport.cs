using System.Text;
using Serjeant.Registers.LookAlikes;
using Serjeant.Reports;
using Spectre.Console;

namespace Serjeant.Cli.Commands;

/// <summary>Imitations as a terminal shows them, from 80 columns: for each target its imitations, the surest first.</summary>
internal static class LookalikesReport
{
    private const int PlainColumns = 100, PerTarget = 25, Targets = 200, Narrowest = 60;

    /// <summary>Columns that kind, weight and the space between take.</summary>
    private const int Fixed = 26;

    public static void Write(IReadOnlyList<(string Name, LookAlike Answer)> found, TextWriter output)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Ansi = AnsiSupport.No, ColorSystem = ColorSystemSupport.NoColors, Interactive = InteractionSupport.No, Out = new AnsiConsoleOutput(output) });
        console.Profile.Width = PlainColumns;
        Write(found, console);
    }

    public static void Write(IReadOnlyList<(string Name, LookAlike Answer)> found, IAnsiConsole console)
    {
        var groups = found.DistinctBy(f => f.Name).GroupBy(f => f.Answer.Target)
            .OrderByDescending(g => g.Max(f => f.Answer.Weight.Value)).ThenBy(g => g.Key.Name, StringComparer.Ordinal).ToArray();
        foreach (var group in groups.Take(Targets))
        {
            var target = group.Key;
            var owner = target.Owner == target.Name ? "" : $"  {Markup.Escape(MailText.Show(target.Owner, 50))}";
            console.Write(new Markup($"[bold]{Markup.Escape(MailText.Show(target.Name, 60))}[/]{owner}  [dim]{Wording.Count(group.Count(), "imitation", "imitations")}[/]"));
            console.WriteLine();
            Rows(console, [.. group.OrderByDescending(f => f.Answer.Weight.Value).ThenBy(f => f.Name, StringComparer.Ordinal)]);
            console.WriteLine();
        }
        if (groups.Length > Targets) console.WriteLine($"and {Wording.Count(groups.Length - Targets, "target", "targets")} more: see --format jsonl");
        if (groups.Length == 0) console.WriteLine("No name imitates anybody protected.");
    }

    private static void Rows(IAnsiConsole console, (string Name, LookAlike Answer)[] rows)
    {
        var room = Math.Max(Narrowest, console.Profile.Width) - Fixed;
        foreach (var (name, answer) in rows.Take(PerTarget))
        {
            // Names are ASCII, defanged, so that nobody follows one by a slip.
            var shown = MailText.Defang(name, 120);
            if (shown.Length > room) shown = shown[..(room - 1)] + "…";
            console.Write(new Text($"  {shown.PadRight(room)}{Kind(answer.Kind),-14}{Wording.Weight(answer.Weight.Value),8}"));
            console.WriteLine();
            console.Write(new Text($"    {MailText.Show(answer.Explanation, 160)}", new Style(decoration: Decoration.Dim)));
            console.WriteLine();
        }
        if (rows.Length > PerTarget) console.WriteLine($"  and {Wording.Number(rows.Length - PerTarget)} more");
    }

    /// <summary>TldSwap to "tld swap".</summary>
    private static string Kind(LookAlikeKind kind)
    {
        var words = new StringBuilder();
        foreach (var c in kind.ToString())
        {
            if (char.IsUpper(c) && words.Length > 0) words.Append(' ');
            words.Append(char.ToLowerInvariant(c));
        }
        return words.ToString();
    }
}
