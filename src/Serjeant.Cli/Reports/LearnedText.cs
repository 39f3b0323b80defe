using Serjeant.Reports;
using Serjeant.Reports.Hunts;
using Spectre.Console;

namespace Serjeant.Cli.Reports;

/// <summary>What a scan saw of what is watched, and what it learned for old mail, on a terminal.</summary>
internal static class LearnedText
{
    private const int Watched = 20, Back = 10, Names = 3;

    public static void Write(ScanReport report, Func<string, string> nameOf, IAnsiConsole console)
    {
        if (!report.Watched.IsEmpty)
        {
            Heading(console, "Watched selectors were seen");
            foreach (var alert in report.Watched.Take(Watched)) Line(console, TerminalReport.Sentence(LearnedAccount.Tell(alert)), alert.People, nameOf);
            if (report.Watched.Length > Watched) More(console, $"and {Wording.Count(report.Watched.Length - Watched, "selector", "selectors")} more: see --format html or jsonl");
        }
        if (report.Back.Finds.IsEmpty) return;
        console.WriteLine();
        console.Write(new Markup(TerminalReport.Sentence(LearnedAccount.Tell(report.Back))));
        console.WriteLine();
        foreach (var find in report.Back.Finds.Take(Back)) Line(console, TerminalReport.Sentence(LearnedAccount.Tell(find)), find.People, nameOf);
        if (report.Back.Finds.Length > Back) More(console, $"and {Wording.Count(report.Back.Finds.Length - Back, "find", "finds")} more: see --format html or jsonl");
    }

    private static void Line(IAnsiConsole console, string sentence, IReadOnlyList<string> people, Func<string, string> nameOf)
    {
        var names = string.Join(", ", people.Take(Names).Select(p => MailText.Defang(nameOf(p), 60)));
        var more = people.Count > Names ? $" and {Wording.Number(people.Count - Names)} more" : "";
        console.Write(new Padder(new Markup(people.Count == 0 ? sentence : $"{sentence} [dim]{Markup.Escape(names + more)}[/]"), new Padding(2, 0, 0, 0)));
    }

    private static void Heading(IAnsiConsole console, string text)
    {
        console.WriteLine();
        console.Write(new Markup($"[bold]{Markup.Escape(text)}[/]"));
        console.WriteLine();
    }

    private static void More(IAnsiConsole console, string text)
    {
        console.Write(new Padder(new Text(text, new Style(decoration: Decoration.Dim)), new Padding(2, 0, 0, 0)));
    }
}
