using Serjeant.Hunts;
using Serjeant.Judgement;
using Serjeant.Reports;
using Serjeant.Reports.Hunts;
using Serjeant.Traces;
using Spectre.Console;

namespace Serjeant.Cli.Reports;

/// <summary>A hunt as a terminal shows it, from 60 columns up: people first, since they are to be told. Bounded; the JSON lines hold everything.</summary>
internal sealed class HuntText : IHuntReport
{
    private const int People = 40, Exposures = 12, Answers = 15, Campaigns = 8, Messages = 20, Refusals = 12, Unreadable = 5, PlainColumns = 100;

    /// <summary>Cells of the message table that the date and the space between columns take.</summary>
    private const int FixedColumns = 24;

    /// <summary>Writes plain text of 100 columns, for files and pipes.</summary>
    public void Write(HuntReport report, TextWriter output, CancellationToken cancellation = default)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = AnsiSupport.No,
            ColorSystem = ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
            Out = new AnsiConsoleOutput(output),
        });
        console.Profile.Width = PlainColumns;
        Write(report, console);
    }

    public static void Write(HuntReport report, IAnsiConsole console)
    {
        console.WriteLine();
        console.Write(new Markup(TerminalReport.Sentence(HuntAccount.Tell(report))));
        console.WriteLine();
        if (HuntAccount.TellExposures(report) is { Length: > 0 } exposures)
        {
            console.Write(new Text($"By what logs show: {exposures}."));
            console.WriteLine();
        }
        WritePeople(report, console);
        WriteExposures(report, console);
        WriteAnswers(report.Result, console);
        WriteCampaigns(report.Result, console);
        WriteMessages(report, console);
        WriteRefused(report, console);
        WriteRecord(report, console);
    }

    private static void WritePeople(HuntReport report, IAnsiConsole console)
    {
        var result = report.Result;
        if (result.People.IsEmpty) return;
        Heading(console, "Who received it");
        var table = new Table { Border = TableBorder.Simple, Expand = true }
            .AddColumn(new TableColumn("Person").PadLeft(0)).AddColumn(new TableColumn("Found").RightAligned().NoWrap()).AddColumn(new TableColumn("Same\u00A0c.").RightAligned().NoWrap())
            .AddColumn(new TableColumn("First, last").NoWrap()).AddColumn(new TableColumn("Exposure").NoWrap());
        // Who is exposed is to be told first.
        foreach (var person in result.People.OrderByDescending(p => report.StateOf(p.Id)).Take(People))
            table.AddRow(
                new Text(Safe(report.NameOf(person.Id), 60)), Number(person.Found), Number(person.Others),
                new Text(Wording.ShortDate(person.First) is var first && Wording.ShortDate(person.Last) is var last && first == last ? first : $"{first}\n{last}"), Exposed(report, person.Id));
        console.Write(table);
        if (result.People.Length > People) More(console, $"and {Wording.Count(result.People.Length - People, "person", "people")} more: see --format html or jsonl");
        if (result.Elsewhere > 0) More(console, $"Beyond the roster {Wording.Count(result.Elsewhere, "address", "addresses")} received it, counted once for each message.");
    }

    private static Markup Exposed(HuntReport report, string person)
    {
        var marked = Marked(report.StateOf(person));
        return new(report.Exposures?.GetValueOrDefault(person)?.First is { } first ? $"{marked} {Wording.ShortDate(first)}" : marked);
    }

    private static string Marked(ExposureState state) => state switch
    {
        ExposureState.Leaked => $"[bold red]{HuntAccount.Tell(state)}[/]",
        ExposureState.Proxied => $"[yellow]{HuntAccount.Tell(state)}[/]",
        _ => HuntAccount.Tell(state),
    };

    /// <summary>Why each of them is said to be exposed: too long for a cell.</summary>
    private static void WriteExposures(HuntReport report, IAnsiConsole console)
    {
        if (report.Exposures is null) return;
        Exposure[] told = [.. report.Result.People.Select(p => report.Exposures.GetValueOrDefault(p.Id)).OfType<Exposure>()
            .Where(e => e.State is ExposureState.Leaked or ExposureState.Proxied or ExposureState.PreFetched).OrderByDescending(e => e.State)];
        if (told.Length == 0) return;
        Heading(console, "What logs show");
        foreach (var exposure in told.Take(Exposures))
            console.Write(new Padder(
                new Markup($"{Marked(exposure.State)} {Markup.Escape(Safe(report.NameOf(exposure.Person), 60))}: {Markup.Escape(Safe(exposure.Reason, 300))}"), new Padding(2, 0, 0, 0)));
        if (told.Length > Exposures) More(console, $"  and {Wording.Count(told.Length - Exposures, "person", "people")} more: see --format html or jsonl");
    }

    private static void WriteAnswers(HuntResult result, IAnsiConsole console)
    {
        var seen = result.Answers.Where(a => a.Messages > 0 || a.Kind != AnswerKind.Told).OrderBy(a => a.Kind).ThenByDescending(a => a.Messages).ToArray();
        if (seen.Length == 0) return;
        Heading(console, "What was sought");
        var table = new Table { Border = TableBorder.Simple, Expand = true }
            .AddColumn(new TableColumn("Sought").PadLeft(0)).AddColumn("Answer").AddColumn("From");
        foreach (var answer in seen.Take(Answers))
        {
            var from = answer.Origin.Reference.Length > 0 ? answer.Origin.Reference : answer.Origin.Name;
            table.AddRow(new Text(Safe(answer.Text, 100)), new Text(HuntAccount.Tell(answer)), new Text(Safe(from, 80)));
        }
        if (seen.All(a => a.Origin.Reference.Length == 0 && a.Origin.Name.Length == 0)) Without(table, 2);
        console.Write(table);
        if (seen.Length > Answers) More(console, $"and {Wording.Number(seen.Length - Answers)} more that were seen: see --format html or jsonl");
    }

    private static void Without(Table table, int column)
    {
        // The last column is empty where nobody says where a tip comes from.
        table.Columns[column].Header = Text.Empty;
        table.Columns[column].Width = 0;
        table.Columns[column].Padding = new Padding(0, 0, 0, 0);
    }

    private static void WriteCampaigns(HuntResult result, IAnsiConsole console)
    {
        if (result.Campaigns.IsEmpty) return;
        Heading(console, "Campaigns they belong to");
        foreach (var campaign in result.Campaigns.Take(Campaigns))
        {
            var words = campaign.Note is { } note ? $"{Word(note.Finding)} " : "";
            var others = campaign.TooWide ? "; too large to list the others" : campaign.Others.IsEmpty ? "" : $"; [bold]{Wording.Number(campaign.Others.Length)}[/] others have nothing of what was sought";
            var elsewhen = campaign.Elsewhen > 0 ? $", {Wording.Number(campaign.Elsewhen)} more lie outside the time asked for" : "";
            console.Write(new Padder(
                new Markup($"{words}{Markup.Escape(MailText.Show(campaign.Id, 40))} {Markup.Escape(MailText.Show(campaign.Note?.Title ?? "", 100))}: {Wording.Number(campaign.Found)} of {Wording.Count(campaign.Members, "message", "messages")} found{others}{elsewhen}."),
                new Padding(2, 0, 0, 0)));
        }
        if (result.Campaigns.Length > Campaigns) More(console, $"  and {Wording.Count(result.Campaigns.Length - Campaigns, "campaign", "campaigns")} more");
    }

    private static void WriteMessages(HuntReport report, IAnsiConsole console)
    {
        var result = report.Result;
        var shown = result.Messages.Concat(result.Undated).Take(Messages).ToArray();
        if (shown.Length == 0) return;
        Heading(console, "Messages found");
        var table = new Table { Border = TableBorder.Simple, Expand = true }
            .AddColumn(new TableColumn("Date").PadLeft(0).NoWrap()).AddColumn("From").AddColumn("To").AddColumn("Lies in");
        var room = Math.Max(30, console.Profile.Width - FixedColumns) / 3;
        foreach (var message in shown)
        {
            var places = report.Places(message.Number);
            table.AddRow(
                new Text(Wording.ShortDate(message.Entry.Date)), new Text(TerminalReport.Cut(message.Entry.SenderDomain.Length == 0 ? "no author" : message.Entry.SenderDomain, room)),
                new Text(TerminalReport.Cut(To(report, message), room)), new Text(places.Count == 0 ? Whence(message) : Short($"{MailText.Show(places[0].Source, 400)}#{places[0].Ordinal}", room)));
        }
        console.Write(table);
        if (result.Found > shown.Length) More(console, $"and {Wording.Count(result.Found - shown.Length, "message", "messages")} more: see --format html or jsonl");
        if (result.Elsewhen > 0) More(console, $"{Wording.Count(result.Elsewhen, "message", "messages")} outside the time asked for.");
    }

    private static string Whence(HuntedMessage message) => ImitationAccount.Tell(message.Entry.Channel) is { Length: > 0 } told ? told : "no file that is still there";

    private static string To(HuntReport report, HuntedMessage message)
    {
        var people = message.Entry.Targets;
        var others = message.Entry.Recipients - people.Length;
        if (people.IsEmpty) return others > 0 ? $"{Wording.Count(others, "address", "addresses")} not on the roster" : "nobody named";
        var names = Safe(report.NameOf(people[0]), 60);
        if (people.Length > 1) names += $" and {Wording.Number(people.Length - 1)} more";
        return others > 0 ? $"{names}, {Wording.Count(others, "other address", "other addresses")}" : names;
    }

    /// <summary>The end of a path is what tells files apart.</summary>
    private static string Short(string place, int most) => place.Length <= most ? place : "\u2026" + place[^(most - 1)..];

    private static void WriteRefused(HuntReport report, IAnsiConsole console)
    {
        var refusals = report.Result.Refusals.ToArray();
        if (refusals.Length > 0)
        {
            Heading(console, "What could not be used");
            foreach (var refusal in refusals.Take(Refusals))
            {
                var many = refusal.Count > 1 ? $" ({Wording.Number(refusal.Count)} of them)" : "";
                console.Write(new Padder(new Text($"{MailText.Show(refusal.Place, 60)}: {Safe(refusal.Text, 80)}{many}: {refusal.Reason}{(refusal.Partial ? " The rest of it was sought." : "")}"), new Padding(2, 0, 0, 0)));
            }
            if (refusals.Length > Refusals) More(console, $"  and {Wording.Count(refusals.Length - Refusals, "entry", "entries")} more: see --format html or jsonl");
        }
        if (report.Unreadable.Count == 0) return;
        console.WriteLine();
        console.Write(new Text($"Not readable: {Wording.Count(report.Unreadable.Count, "place", "places")}."));
        console.WriteLine();
        foreach (var unreadable in report.Unreadable.Take(Unreadable))
            console.Write(new Padder(new Text($"{MailText.Show(unreadable.Place.ToString(), 160)}: {MailText.Show(unreadable.Reason, 160)}"), new Padding(2, 0, 0, 0)));
        if (report.Unreadable.Count > Unreadable) More(console, $"  and {Wording.Count(report.Unreadable.Count - Unreadable, "place", "places")} more");
    }

    private static void WriteRecord(HuntReport report, IAnsiConsole console)
    {
        var hunt = report.Result.Hunt;
        console.WriteLine();
        var seconds = report.Seconds is { } taken ? $" in {Wording.Duration(taken)}" : "";
        var record = hunt.Number > 0 ? $"Hunt {Wording.Number(hunt.Number)} is on record" : "Nothing was kept";
        console.Write(new Text($"{record}; {Wording.Count(hunt.Over, "message", "messages")} looked through{seconds}."));
        console.WriteLine();
    }

    private static void Heading(IAnsiConsole console, string text)
    {
        console.WriteLine();
        console.Write(new Markup($"[bold]{Markup.Escape(text)}[/]"));
        console.WriteLine();
    }

    private static void More(IAnsiConsole console, string text)
    {
        console.Write(new Text(text, new Style(decoration: Decoration.Dim)));
        console.WriteLine();
    }

    private static string Word(Finding finding) => finding switch
    {
        Finding.Hostile => "[bold red]hostile[/]",
        Finding.Suspect => "[yellow]suspect[/]",
        _ => "ordinary",
    };

    private static Text Number(int number) => new(Wording.Number(number));

    private static string Safe(string text, int length) => MailText.Defang(text, length);
}
