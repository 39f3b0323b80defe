using System.Collections.Immutable;
using Serjeant.Judgement;

namespace Serjeant.Reports;

/// <summary>What a scan found, in one plain sentence, the same in every format.</summary>
public static class ScanAccount
{
    public static ImmutableArray<Phrase> Tell(ScanReport report)
    {
        var summary = report.Summary;
        var said = ImmutableArray.CreateBuilder<Phrase>();
        if (summary.Messages == 0)
            return [Phrase.Words(summary.Deleted > 0 ? "Of all mail in what was given the records were deleted when their time was over." : summary.Unreadable == 0 ? "There is no mail in what was given." : "No message could be read.")];
        if (summary.Hostile == 0 && summary.Suspect == 0 && report.Outbound.IsEmpty && report.Campaigns.All(c => c.Assessment.Finding == Finding.Ordinary))
            return [Phrase.Words("Nothing hostile or suspect was found in "), Phrase.Figure(Wording.Count(summary.Messages, "message", "messages")), Phrase.Words(".")];
        said.Add(Phrase.Words("Of "));
        said.Add(Phrase.Figure(Wording.Count(summary.Messages, "message", "messages")));
        said.Add(Phrase.Words(", "));
        said.Add(Phrase.Figure(summary.Hostile));
        said.Add(Phrase.Words(summary.Hostile == 1 ? " is judged hostile and " : " are judged hostile and "));
        said.Add(Phrase.Figure(summary.Suspect));
        said.Add(Phrase.Words(" suspect"));
        TellCampaigns(report, said);
        if (!report.Outbound.IsEmpty)
        {
            said.Add(Phrase.Words("; "));
            said.Add(Phrase.Figure(Wording.Count(report.Outbound.Length, "mailbox or server of ours", "mailboxes or servers of ours")));
            said.Add(Phrase.Words(" sent mail that is not like its own"));
        }
        said.Add(Phrase.Words("."));
        return said.ToImmutable();
    }

    private static void TellCampaigns(ScanReport report, ImmutableArray<Phrase>.Builder said)
    {
        var hostile = report.Campaigns.Where(c => c.Assessment.Finding == Finding.Hostile).ToArray();
        if (hostile.Length == 0)
        {
            said.Add(Phrase.Words("; no hostile campaign was found"));
            return;
        }
        var people = hostile.SelectMany(c => c.Targets).Distinct(StringComparer.Ordinal).Count();
        said.Add(Phrase.Words("; "));
        said.Add(Phrase.Figure(Wording.Count(hostile.Length, "hostile campaign", "hostile campaigns")));
        if (report.Roster.People.IsEmpty || people == 0)
        {
            said.Add(Phrase.Words(hostile.Length == 1 ? " was found" : " were found"));
            return;
        }
        said.Add(Phrase.Words(" reached "));
        said.Add(Phrase.Figure($"{Wording.Number(people)} of the {Wording.Count(report.Roster.People.Length, "person", "people")}"));
        said.Add(Phrase.Words(" on the roster"));
    }
}
