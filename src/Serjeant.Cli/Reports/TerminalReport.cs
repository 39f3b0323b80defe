using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Serjeant.Judgement;
using Serjeant.Reports;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Serjeant.Cli.Reports;

/// <summary>
/// The scan as a terminal shows it, from 60 columns up, with or without colour. Nothing out of mail reaches the terminal as markup or
/// as a control sequence.
/// </summary>
internal sealed class TerminalReport(ReportLimits limits) : IReport
{
    private const int Decisive = 5, Campaigns = 12, Messages = 20, PerCampaign = 4, Rows = 10, Worn = 6, PairsPerCampaign = 2, PlainColumns = 100;

    /// <summary>Cells of the message table that finding, weight, date and the space between take.</summary>
    private const int FixedColumns = 38;

    /// <summary>Cells of a panel that its border and padding take.</summary>
    private const int PanelColumns = 4;

    public TerminalReport() : this(ReportLimits.Default) { }

    /// <summary>Writes plain text of 100 columns, for files and pipes.</summary>
    public void Write(ScanReport report, TextWriter output, CancellationToken cancellation = default)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = AnsiSupport.No,
            ColorSystem = ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
            Out = new AnsiConsoleOutput(output),
        });
        console.Profile.Width = PlainColumns;
        Write(report, console, cancellation);
    }

    public void Write(ScanReport report, IAnsiConsole console, CancellationToken cancellation = default)
    {
        var scan = new ScanDigest(report, limits with { Campaigns = Campaigns, MessagesPerCampaign = Messages, Messages = Messages }, cancellation);
        console.WriteLine();
        console.Write(new Markup(Sentence(ScanAccount.Tell(report))));
        console.WriteLine();
        for (var i = 0; i < scan.Campaigns.Count; i++)
        {
            console.WriteLine();
            console.Write(Panel(scan.Campaigns[i], i + 1, console.Profile.Width - PanelColumns, console.Profile.Capabilities.Ansi));
        }
        if (scan.Further.Count > 0)
            More(console, $"and {Wording.Count(scan.Further.Count, "smaller campaign", "smaller campaigns")} more");
        OutboundBlock.Write(console, report);
        WriteMessages(console, report, scan);
        WriteWorn(console, scan);
        LearnedText.Write(report, scan.NameOf, console);
        WriteOrdinary(console, report, scan);
        WriteUnreadable(console, scan, report.Summary.Deleted);
    }

    private static Panel Panel(CampaignDigest digest, int number, int width, bool styled)
    {
        var campaign = digest.Campaign;
        var lines = new List<IRenderable> { new Markup(Sentence(CampaignAccount.Tell(campaign))) };
        foreach (var shared in campaign.Shared.Skip(1).Take(2))
            lines.Add(new Padder(new Markup("Also: " + Sentence(CampaignAccount.Share(shared)) + "."), new Padding(0, 0, 0, 0)));
        foreach (var (channel, count) in digest.ByChannel)
            if (ImitationAccount.Tell(channel) is { Length: > 0 } told)
                lines.Add(new Text($"{Wording.Count(count, "of its messages was", "of its messages were")} {told}."));
        lines.AddRange(ImitationBlock.Of(campaign.Imitations, PairsPerCampaign, width, styled));
        lines.Add(Text.Empty);
        lines.Add(new Text($"{Upper(Wording.Likelihood(campaign.Assessment.Probability))} to be hostile ({Wording.Probability(campaign.Assessment.Probability)}):"));
        var signals = new Grid().AddColumn(new GridColumn().RightAligned().NoWrap().PadRight(2)).AddColumn(new GridColumn().PadRight(0));
        foreach (var signal in campaign.Assessment.Signals.Take(Decisive))
            signals.AddRow(new Text(Wording.Weight(signal.Weight.Value)), new Text(Safe(signal.Line, 240)));
        var rest = campaign.Assessment.Signals.Length - Decisive;
        if (rest > 0)
            signals.AddRow(Text.Empty, new Markup($"[dim]and {Wording.Count(rest, "lighter signal", "lighter signals")}[/]"));
        lines.Add(signals);
        var hostile = campaign.Assessment.Finding == Finding.Hostile;
        return new Panel(new Rows(lines))
        {
            Header = new PanelHeader($" {number.ToString(CultureInfo.InvariantCulture)} {Word(campaign.Assessment.Finding)} {Markup.Escape(MailText.Show(campaign.Id, 40))} "),
            Border = hostile ? BoxBorder.Heavy : BoxBorder.Rounded,
            BorderStyle = new Style(hostile ? Color.Red : Color.Yellow),
            Padding = new Padding(1, 0, 1, 0),
            Expand = true,
        };
    }

    private static void WriteMessages(IAnsiConsole console, ScanReport report, ScanDigest scan)
    {
        // A large campaign would fill the table with near-copies of one message.
        var shown = scan.Campaigns.SelectMany(c => c.Messages.OrderByDescending(m => m.Assessment.Total.Value).Take(PerCampaign)).Concat(scan.Loose)
            .Where(m => m.Assessment.Finding != Finding.Ordinary)
            .OrderByDescending(m => m.Assessment.Total.Value).Take(Messages).ToArray();
        if (shown.Length == 0) return;
        console.WriteLine();
        var table = new Table { Border = TableBorder.Simple, Expand = true }
            .AddColumn(new TableColumn("").NoWrap().PadLeft(0)).AddColumn(new TableColumn("Decibans").RightAligned().NoWrap())
            .AddColumn(new TableColumn("Date").NoWrap()).AddColumn("From").AddColumn("Subject");
        var room = Math.Max(24, console.Profile.Width - FixedColumns);
        var (from, subject) = (room * 9 / 20, room - room * 9 / 20);
        foreach (var judged in shown)
        {
            var message = judged.Message;
            table.AddRow(
                new Markup(Word(judged.Assessment.Finding)), new Text(Wording.Weight(judged.Assessment.Total.Value)),
                new Text(Wording.ShortDate(message.Date)), new Text(Cut(message.From.Length == 0 ? "no author" : message.From, from)),
                new Text(Cut(message.Subject.Length == 0 ? "(no subject)" : message.Subject, subject)));
        }
        console.Write(table);
        var rest = report.Summary.Hostile + report.Summary.Suspect - shown.Length;
        if (rest > 0)
            More(console, $"and {Wording.Count(rest, "message", "messages")} more: see --format html or jsonl");
    }

    /// <summary>The two sides for messages outside campaigns; those within stand in the panels.</summary>
    private static void WriteWorn(IAnsiConsole console, ScanDigest scan)
    {
        if (scan.LooseImitations.IsEmpty) return;
        console.WriteLine();
        console.Write(new Markup("[bold]In somebody\u2019s name, outside campaigns[/]"));
        console.WriteLine();
        console.Write(new Rows(ImitationBlock.Of(scan.LooseImitations, Worn, console.Profile.Width, console.Profile.Capabilities.Ansi)));
    }

    private static void WriteOrdinary(IAnsiConsole console, ScanReport report, ScanDigest scan)
    {
        var summary = report.Summary;
        console.WriteLine();
        var mailings = scan.MailingCount > 0 ? $", {Wording.Count(scan.MailingCount, "mass mailing", "mass mailings")} among them" : "";
        console.Write(new Text($"Ordinary: {Wording.Count(summary.Ordinary, "message", "messages")}{mailings}."));
        console.WriteLine();
        // What an earlier scan read was not read now: no rate then.
        var rate = summary.Seconds > 0 && summary.New > 0 && summary.New == summary.Messages ? $", {Wording.Number((long)Math.Min(1e15, summary.Messages / summary.Seconds))} messages a second" : "";
        console.Write(new Text($"Read: {Wording.Bytes(summary.Bytes)} in {Wording.Duration(summary.Seconds)}{rate}; {Wording.Number(summary.New)} new."));
        console.WriteLine();
    }

    private static void WriteUnreadable(IAnsiConsole console, ScanDigest scan, long deleted)
    {
        if (deleted > 0)
        {
            console.Write(new Text($"Not judged: {Wording.Count(deleted, "message", "messages")} whose records were deleted when their time was over, or on request."));
            console.WriteLine();
        }
        if (scan.UnreadableCount == 0) return;
        console.Write(new Text($"Not readable: {Wording.Count(scan.UnreadableCount, "place", "places")}."));
        console.WriteLine();
        foreach (var unreadable in scan.Unreadable.Take(Rows))
            console.Write(new Padder(new Text($"{MailText.Show(unreadable.Place.ToString(), 160)}: {MailText.Show(unreadable.Reason, 160)}"), new Padding(2, 0, 0, 0)));
        if (scan.UnreadableCount > Rows)
            More(console, $"  and {Wording.Count(scan.UnreadableCount - Rows, "place", "places")} more");
    }

    private static void More(IAnsiConsole console, string text)
    {
        console.Write(new Text(text, new Style(decoration: Decoration.Dim)));
        console.WriteLine();
    }

    /// <summary>Findings told by words first, so that nothing is lost without colour.</summary>
    private static string Word(Finding finding) => finding switch
    {
        Finding.Hostile => "[bold red]hostile[/]",
        Finding.Suspect => "[yellow]suspect[/]",
        _ => "ordinary",
    };

    internal static string Sentence(ImmutableArray<Phrase> phrases)
    {
        var text = new StringBuilder();
        for (var i = 0; i < phrases.Length; i++)
        {
            // A comma would otherwise begin a line where the name before it ends one: a line may break between two styles.
            var taken = i > 0 && phrases[i - 1].Kind != PhraseKind.Words && StartsWithStop(phrases[i]) ? 1 : 0;
            var words = phrases[i].Text[taken..] + (phrases[i].Kind != PhraseKind.Words && i + 1 < phrases.Length && StartsWithStop(phrases[i + 1]) ? phrases[i + 1].Text[..1] : "");
            text.Append(phrases[i].Kind switch
            {
                PhraseKind.Figure => $"[bold]{Markup.Escape(words)}[/]",
                PhraseKind.Quoted => $"[italic]{Markup.Escape(words)}[/]",
                _ => Markup.Escape(words),
            });
        }
        return text.ToString();

        static bool StartsWithStop(Phrase phrase) => phrase is { Kind: PhraseKind.Words, Text: [';' or ',' or ':' or '.', ..] };
    }

    /// <summary>One line of a table: cut to the cells that it takes on a terminal, not to its letters.</summary>
    internal static string Cut(string text, int cells)
    {
        var segment = new Segment(Safe(text, 200));
        return segment.CellCount() <= cells ? segment.Text : Segment.Truncate(segment, cells - 1)?.Text.TrimEnd() + "…";
    }

    private static string Upper(string words) => char.ToUpperInvariant(words[0]) + words[1..];

    private static string Safe(string text, int length) => MailText.Defang(text, length);
}
