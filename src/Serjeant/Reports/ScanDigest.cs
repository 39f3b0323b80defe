using System.Collections.Immutable;
using Serjeant.Judgement;
using Serjeant.Registers;
using Serjeant.Signals.Impersonation;
using Serjeant.Sources;

namespace Serjeant.Reports;

/// <summary>
/// One pass over a scan that gathers what reports for people show. Its memory grows with what was found, not with the number of
/// ordinary messages.
/// </summary>
public sealed class ScanDigest
{
    private readonly Dictionary<string, Person> _people = new(StringComparer.Ordinal);

    public ScanDigest(ScanReport report, ReportLimits limits, CancellationToken cancellation)
    {
        var found = new Dictionary<string, CampaignDigest>(StringComparer.Ordinal);
        var mailings = new Dictionary<string, Mailing>(StringComparer.Ordinal);
        foreach (var campaign in report.Campaigns)
        {
            if (campaign.Assessment.Finding == Finding.Ordinary)
            {
                if (mailings.Count < limits.Rows) mailings.TryAdd(campaign.Id, new Mailing(campaign));
                MailingCount++;
            }
            else if (found.Count < limits.Campaigns && found.TryAdd(campaign.Id, new CampaignDigest(campaign, limits.MessagesPerCampaign)))
                Campaigns.Add(found[campaign.Id]);
            else
                Further.Add(campaign);
        }
        Mailings = [.. mailings.Values];
        var further = Further.Select(c => c.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var person in report.Roster.People) _people.TryAdd(person.Id, person);
        var loose = new Weightiest(limits.Messages);
        foreach (var judged in report.Messages)
        {
            cancellation.ThrowIfCancellationRequested();
            if (judged.CampaignId is { } id)
            {
                if (found.TryGetValue(id, out var campaign))
                {
                    campaign.Add(judged);
                    continue;
                }
                if (mailings.TryGetValue(id, out var mailing) && mailing.Subject.Length == 0)
                    (mailing.Name, mailing.Subject, mailing.Service) = (judged.Message.FromName, judged.Message.Subject, judged.Message.MailingService);
                if (further.Contains(id)) continue;
            }
            if (judged.Assessment.Finding != Finding.Ordinary) loose.Add(judged);
        }
        Loose = loose.ByWeight();
        LooseCount = loose.Count;
        LooseImitations = ImitationAccount.Pairs(Loose.SelectMany(m => m.Message.Imitations).GroupBy(i => i).OrderByDescending(g => g.Count()).Select(g => g.Key));
        foreach (var unreadable in report.Unreadable)
        {
            if (UnreadableCount++ < limits.Rows) Unreadable.Add(unreadable);
        }
    }

    /// <summary>Hostile and suspect campaigns with a section of their own, in the report's order.</summary>
    public List<CampaignDigest> Campaigns { get; } = [];

    /// <summary>Hostile and suspect campaigns beyond the bound.</summary>
    public List<Campaigns.Campaign> Further { get; } = [];

    public IReadOnlyList<Mailing> Mailings { get; }

    public long MailingCount { get; }

    /// <summary>Hostile and suspect messages outside those campaigns, the weightiest first.</summary>
    public IReadOnlyList<JudgedMessage> Loose { get; }

    public long LooseCount { get; }

    /// <summary>Whose names those messages wear, the most frequent first.</summary>
    public ImmutableArray<Imitation> LooseImitations { get; }

    public List<Unreadable> Unreadable { get; } = [];

    public long UnreadableCount { get; }

    /// <summary>The person's name, or the identifier where the roster does not know it (any more).</summary>
    public string NameOf(string person) => _people.TryGetValue(person, out var known) ? known.Name : person;

    public bool Has(string person, string attribute)
    {
        if (_people.TryGetValue(person, out var known))
            foreach (var own in known.Attributes)
                if (string.Equals(own.ToString(), attribute, StringComparison.Ordinal)) return true;
        return false;
    }
}
