using System.Globalization;
using Serjeant.Campaigns;
using Serjeant.Personas.Unwrapping;
using Serjeant.Personas;
using Serjeant.Reports;
using Serjeant.Signals.Impersonation;
using Spectre.Console;

namespace Serjeant.Cli.Reports;

/// <summary>Tells the person who entered a report what it came to: whom it imitates, the true and the false side, what hangs on it.</summary>
internal static class ReportText
{
    public static void Write(IReadOnlyList<ReportEntry> entries, IAnsiConsole console)
    {
        foreach (var entry in entries)
        {
            console.Write(new Markup($"[bold]{Markup.Escape(MailText.Show(entry.Place, 160))}[/]"));
            console.WriteLine();
            var grid = new Grid().AddColumn(new GridColumn().NoWrap().PadLeft(2).PadRight(2)).AddColumn(new GridColumn().PadRight(0));
            foreach (var (label, text) in Lines(entry)) grid.AddRow(new Markup($"[dim]{label}[/]"), new Text(text));
            console.Write(grid);
            console.WriteLine();
        }
        var problems = entries.Count(e => e.Unreadable is not null);
        if (problems > 0) console.Write(new Text($"Not readable: {Wording.Count(problems, "place", "places")}; all else is kept.\n"));
    }

    private static IEnumerable<(string Label, string Text)> Lines(ReportEntry entry)
    {
        if (entry.Unreadable is { } reason) return [("cannot be read", Safe(reason))];
        if (entry.Claim is not { } claim) return Aggregate(entry);
        return Of(entry, claim);
    }

    private static IEnumerable<(string Label, string Text)> Of(ReportEntry entry, Claim claim)
    {
        var message = entry.Kept ?? claim.Message;
        yield return ("found", $"{Form(claim)}: \u201c{Safe(message.Subject.Length == 0 ? "no subject" : message.Subject)}\u201d, {(message.Date is { } date ? Wording.Date(date) : "no date")}");
        var ours = message.Imitations.Where(i => i.Kind is ImitatedKind.Person or ImitatedKind.Body).ToList();
        if (ours.Count == 0)
            yield return ("pretends to be", "nobody of ours that could be found" + (claim.Remark.Length > 0 ? $": {claim.Remark}" : "") + ". The report is kept.");
        foreach (var imitation in ours.Where(i => !i.IsToldByPerson(ours)).Take(4))
        {
            yield return ("pretends to be", $"{Safe(imitation.TrueName)} ({Safe(imitation.Imitated)})");
            yield return ("  true", Safe(imitation.TrueAddress.Length == 0 ? "no address on the roster" : imitation.TrueAddress));
            yield return ("  false", $"{Safe(Both(imitation))}; {PersonaWords.Manner(imitation.Manner)}: {Safe(imitation.Explanation)}");
        }
        var told = claim.Testimony;
        yield return ("told by", $"{Safe(told.By)}, graded {told.Grade} ({told.Grade.Words}); entered by {Safe(told.EnteredBy)}; "
            + (entry.NewEvidence ? "new evidence" : "known from this source already, counted once") + (entry.Sources.Length > 1 ? $"; {entry.Sources.Length} sources in all" : ""));
        if (ours.Count > 0 && !entry.Bears) yield return ("weighs nothing", PersonaWords.Unproven);
        if (entry.Campaign is { } campaign) yield return ("campaign", Tell(entry, campaign));
        else if (ours.Count > 0) yield return ("campaign", "none");
    }

    private static string Tell(ReportEntry entry, Campaign campaign)
    {
        var step = entry.Step switch { CampaignStep.Started => "started ", CampaignStep.Joined => "joined ", _ => "stays in " };
        var hanging = new List<string>();
        if (entry.TowardsUs > 0) hanging.Add($"{Wording.Count(entry.TowardsUs, "message", "messages")} to our own people");
        if (entry.TowardsOthers > 0) hanging.Add($"{Wording.Count(entry.TowardsOthers, "other message", "other messages")} to others");
        return $"{step}{campaign.Id}, {PersonaWords.Kind(campaign.Kind)}, {campaign.Assessment.Finding.ToString().ToLowerInvariant()}"
            + (hanging.Count == 0 ? "; nothing else hangs on it" : $"; with it: {string.Join(" and ", hanging)}{(Wording.Span(campaign.FirstSeen, campaign.LastSeen) is { Length: > 0 } span ? ", " + span : "")}");
    }

    private static IEnumerable<(string Label, string Text)> Aggregate(ReportEntry entry)
    {
        yield return ("found", $"{Wording.Count(entry.Aggregates, "DMARC aggregate report", "DMARC aggregate reports")}, {Wording.Count(entry.Rows.Length, "row", "rows")} of which failed for a domain of ours, {Wording.Number(entry.NewRows)} new");
        foreach (var row in entry.Rows.OrderByDescending(r => r.Count).Take(8))
            yield return ("  false", string.Create(CultureInfo.InvariantCulture, $"{row.Count} messages as {Safe(row.Domain.Name)} from {row.Source?.ToString() ?? "an address not told"}, {row.Disposition}{(row.Forwarded ? ", passed on" : "")}; counted by {Safe(row.Reporter)}"));
    }

    private static string Form(Claim claim) => claim.Message.Channel == MessageChannel.Returned
        ? "an original that was returned"
        : claim.Testimony.Form switch
        {
            LayerForm.Attached => "an attached message",
            LayerForm.Quoted => "a message written out in a forward",
            LayerForm.Headers => "headers",
            _ => "the message itself",
        };

    private static string Both(Imitation imitation) =>
        imitation.FalseName.Length == 0 ? imitation.FalseAddress : imitation.FalseAddress.Length == 0 ? $"{imitation.FalseName}, without an address" : $"{imitation.FalseName} <{imitation.FalseAddress}>";

    private static string Safe(string text) => MailText.Defang(text, 300);
}
