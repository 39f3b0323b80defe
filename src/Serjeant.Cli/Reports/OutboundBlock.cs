using System.Globalization;
using Serjeant.Judgement;
using Serjeant.Outbound;
using Serjeant.Reports;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Serjeant.Cli.Reports;

/// <summary>What left our own servers, for a terminal.</summary>
internal static class OutboundBlock
{
    private const int Most = 6, Decisive = 5;

    public static void Write(IAnsiConsole console, ScanReport report)
    {
        if (report.Outbound.IsEmpty) return;
        console.WriteLine();
        console.Write(new Markup($"[bold]{OutboundAccount.Title}[/]"));
        console.WriteLine();
        foreach (var finding in report.Outbound.Take(Most)) console.Write(Panel(finding));
        console.Write(new Text(OutboundAccount.Guide, new Style(decoration: Decoration.Dim)));
        console.WriteLine();
        if (report.Outbound.Length > Most)
        {
            console.Write(new Text(string.Create(CultureInfo.InvariantCulture, $"and {report.Outbound.Length - Most} more: see --format html or jsonl"), new Style(decoration: Decoration.Dim)));
            console.WriteLine();
        }
    }

    private static Panel Panel(OutboundFinding finding)
    {
        var signals = new Grid().AddColumn(new GridColumn().RightAligned().NoWrap().PadRight(2)).AddColumn(new GridColumn().PadRight(0));
        foreach (var signal in finding.Assessment.Signals.Take(Decisive))
            signals.AddRow(new Text(Wording.Weight(signal.Weight.Value)), new Text(MailText.Defang(signal.Line, 240)));
        var hostile = finding.Assessment.Finding == Finding.Hostile;
        return new Panel(new Rows(new List<IRenderable> { new Markup(TerminalReport.Sentence(OutboundAccount.Tell(finding))), signals }))
        {
            Header = new PanelHeader($" {(hostile ? "[bold red]hostile[/]" : "[yellow]suspect[/]")} {Markup.Escape(MailText.Defang(finding.Unit, 60))} "),
            Border = hostile ? BoxBorder.Heavy : BoxBorder.Rounded,
            BorderStyle = new Style(hostile ? Color.Red : Color.Yellow),
            Padding = new Padding(1, 0, 1, 0),
            Expand = true,
        };
    }
}
