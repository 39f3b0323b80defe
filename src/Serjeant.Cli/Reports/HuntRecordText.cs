using Serjeant.Hunts;
using Serjeant.Hunts.Watches;
using Serjeant.Reports;
using Serjeant.Reports.Hunts;
using Spectre.Console;

namespace Serjeant.Cli.Reports;

/// <summary>What is on record of hunts and watches: as text, or one JSON object a line.</summary>
internal static class HuntRecordText
{
    private const int Selectors = 8;

    public static void WriteHunts(IReadOnlyList<Hunt> hunts, string format, IAnsiConsole console)
    {
        if (format == "jsonl")
        {
            foreach (var hunt in hunts) Console.Out.WriteLine(ReportLines.Line(json =>
            {
                json.WriteString("kind", "hunt");
                json.WriteNumber("number", hunt.Number);
                json.WriteString("sort", hunt.Kind.ToString());
                json.WriteString("at", hunt.At);
                json.WriteString("by", hunt.By);
                json.WriteString("reason", hunt.Reason);
                json.WriteString("tip", hunt.Source);
                json.WriteString("digest", hunt.Digest);
                json.WriteNumber("sought", hunt.Sought);
                json.WriteNumber("refused", hunt.Refused);
                json.WriteNumber("messages", hunt.Messages);
                json.WriteNumber("others", hunt.Others);
                json.WriteNumber("people", hunt.People);
                json.WriteNumber("over", hunt.Over);
            }));
            return;
        }
        if (hunts.Count == 0)
        {
            console.Write(new Text("No hunt is on record.\n"));
            return;
        }
        var table = new Table { Border = TableBorder.Simple, Expand = true }
            .AddColumn(new TableColumn("").RightAligned().NoWrap().PadLeft(0)).AddColumn(new TableColumn("When (UTC)").NoWrap()).AddColumn("Who").AddColumn("Why")
            .AddColumn(new TableColumn("Sought").RightAligned().NoWrap()).AddColumn(new TableColumn("Found").RightAligned().NoWrap()).AddColumn(new TableColumn("People").RightAligned().NoWrap());
        foreach (var hunt in hunts)
        {
            var window = HuntAccount.Tell(hunt.Window);
            table.AddRow(
                new Text(Wording.Number(hunt.Number)), new Text(Wording.ShortMoment(hunt.At)), new Text(MailText.Show(hunt.By, 60)),
                new Text(MailText.Show(hunt.Reason.Length == 0 ? "not said" : hunt.Reason, 200) + (window.Length > 0 ? $" ({window})" : "")),
                new Text(Wording.Number(hunt.Sought)), new Text(Wording.Number(hunt.Messages) + (hunt.Others > 0 ? $" + {Wording.Number(hunt.Others)}" : "")), new Text(Wording.Number(hunt.People)));
        }
        console.Write(table);
    }

    public static void WriteWatches(IReadOnlyList<Watch> watches, IReadOnlyList<WatchSighting> sightings, string format, IAnsiConsole console)
    {
        var seen = sightings.GroupBy(s => s.Watch).ToDictionary(g => g.Key, g => g.Select(s => s.Message).Distinct().Count());
        if (format == "jsonl")
        {
            foreach (var watch in watches) Console.Out.WriteLine(ReportLines.Line(json =>
            {
                json.WriteString("kind", "watch");
                json.WriteNumber("number", watch.Number);
                json.WriteString("since", watch.Since);
                json.WriteString("by", watch.By);
                json.WriteString("reason", watch.Reason);
                json.WriteString("tip", watch.Source);
                json.WriteStartArray("sought");
                foreach (var (text, _) in watch.Sought) json.WriteStringValue(text);
                json.WriteEndArray();
                json.WriteNumber("messages", seen.GetValueOrDefault(watch.Number));
                if (watch.Ended is { } ended) json.WriteString("ended", ended);
                json.WriteString("endedBy", watch.EndedBy);
            }));
            return;
        }
        if (watches.Count == 0) console.Write(new Text("Nothing is watched for.\n"));
        foreach (var watch in watches)
        {
            var state = watch.Ended is { } ended
                ? $"ended {Wording.ShortMoment(ended)} by {MailText.Show(watch.EndedBy, 60)}"
                : $"seen in {Wording.Count(seen.GetValueOrDefault(watch.Number), "message", "messages")}";
            console.Write(new Markup($"[bold]{Wording.Number(watch.Number)}[/] {Markup.Escape($"since {Wording.ShortMoment(watch.Since)} by {MailText.Show(watch.By, 60)}: {MailText.Show(watch.Reason, 200)} ({state})")}"));
            console.WriteLine();
            foreach (var (text, _) in watch.Sought.Take(Selectors)) console.Write(new Padder(new Text(MailText.Defang(text, 160)), new Padding(4, 0, 0, 0)));
            var count = watch.Sought.Count();
            if (count > Selectors) console.Write(new Padder(new Text($"and {Wording.Number(count - Selectors)} more: see --format jsonl"), new Padding(4, 0, 0, 0)));
            if (watch.Ended is null && count == 0)
                console.Write(new Padder(new Text(watch.Tips.IsEmpty ? "its selectors cannot be read: the key they were sealed under is gone" : "nothing: all that was sought links too much"), new Padding(4, 0, 0, 0)));
        }
    }
}
