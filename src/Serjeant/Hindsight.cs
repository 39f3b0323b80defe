using System.Collections.Immutable;
using Serjeant.Campaigns;
using Serjeant.Hunts;
using Serjeant.Hunts.Knowledge;
using Serjeant.Hunts.Watches;
using Serjeant.Judgement;
using Serjeant.Reports;
using Serjeant.Signals;
using Serjeant.Values;

namespace Serjeant;

/// <summary>
/// What follows a reckoning: notes what hunts must know of it, asks the index for what is watched, and hunts what was learned back through old
/// mail.
/// </summary>
public sealed class Hindsight(House house, IFlowStore store, TimeProvider time)
{
    /// <param name="reckoning">Of all that is kept.</param>
    /// <param name="judged">The current scan's messages.</param>
    /// <param name="cancellation">Ends it; what was noted so far stays.</param>
    public async Task<Learned> MakeAsync(Reckoning reckoning, IEnumerable<JudgedMessage> judged, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(reckoning);
        store.NoteCampaigns(reckoning.Campaigns.Select(Note));
        new WatchHunt(new Hunter(store, store, house, time), store).Make(store.ReadWatches(), cancellation);
        var sighted = store.ReadSightings().Select(s => s.Message).ToHashSet();
        var (loose, seen) = (new List<KeptMessage>(), new HashSet<Sha256>());
        foreach (var (message, assessment, campaign) in judged.Select(m => (m.Message, m.Assessment, m.CampaignId)))
        {
            cancellation.ThrowIfCancellationRequested();
            if (sighted.Contains(message.Id)) seen.Add(message.Id);
            if (campaign is null && assessment.Finding != Finding.Ordinary && !message.Imitations.IsEmpty) loose.Add(message);
        }
        var known = new KnowledgeMaker(house, store.Find).Make(reckoning.Campaigns, loose);
        var members = reckoning.Campaigns.ToDictionary(c => c.Id, c => c.Messages, StringComparer.Ordinal);
        var back = new LookBackMaker(store, store, time).Make(known, c => members.GetValueOrDefault(c, ImmutableArray<Sha256>.Empty), cancellation);
        await store.CommitAsync(CancellationToken.None).ConfigureAwait(false);
        return new(new WatchAlertMaker(store, store).Make(seen.Contains), back);
    }

    private static CampaignNote Note(Campaign campaign) => new(
        campaign.Id, campaign.Assessment.Finding, Phrase.Join(CampaignAccount.Title(campaign)), campaign.Messages.Length,
        Math.Max(campaign.Recipients, campaign.Targets.Length), campaign.FirstSeen, campaign.LastSeen);
}

/// <summary>What a scan's mail and its reckoning gave beyond themselves.</summary>
/// <param name="Watched">What is watched for and was seen in the scan.</param>
/// <param name="Back">What new knowledge found in old mail.</param>
public sealed record Learned(ImmutableArray<WatchAlert> Watched, LookBack Back);
