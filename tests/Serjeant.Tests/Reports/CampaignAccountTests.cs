using System.Text;
using Serjeant.Campaigns;
using Serjeant.Reports;
using Xunit;

namespace Serjeant.Tests.Reports;

public sealed class CampaignAccountTests
{
    [Fact]
    public void Accounts_read_as_verified()
    {
        var report = ReportFixture.Make();
        var text = new StringBuilder();
        text.Append(Phrase.Join(ScanAccount.Tell(report))).Append("\n\n");
        foreach (var campaign in report.Campaigns)
            text.Append(Phrase.Join(CampaignAccount.Title(campaign))).Append('\n').Append(Phrase.Join(CampaignAccount.Tell(campaign))).Append("\n\n");
        Look.Verify("accounts.txt", text.ToString());
    }

    [Fact]
    public void A_scan_without_findings_says_so() =>
        Assert.Equal("Nothing hostile or suspect was found in 12\u00A0messages.", Phrase.Join(ScanAccount.Tell(ReportFixture.Make() with
        {
            Summary = new(12, 12, 0, 1, 1, 1, 1, 12, 0, 0),
            Campaigns = [],
        })));

    [Fact]
    public void Mail_in_our_names_to_others_is_told_as_such() =>
        Assert.Equal("1 message tells of mail that went to others; it wears the name of Ada Okoro: from ada.okoro.office@mailbox[.]example in place of ada.okoro@house[.]example.",
            Phrase.Join(CampaignAccount.Tell(ReportFixture.Make().Campaigns[2] with
            {
                Kind = CampaignKind.ImpersonationTowardsOthers,
                Imitations = [.. ReportFixture.Make().Campaigns[2].Imitations.Take(1)],
                FirstSeen = null,
                LastSeen = null,
            })));

    [Fact]
    public void A_campaign_of_which_nothing_is_known_still_has_a_sentence() =>
        Assert.Equal("0 messages from no author that can be read reached nobody whose address can be read.",
            Phrase.Join(CampaignAccount.Tell(new Campaign { Id = "c-0", Messages = [], Assessment = ReportFixture.Ordinary() })));
}
