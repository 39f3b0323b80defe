using System.Collections.Immutable;

namespace Serjeant.Hunts.Lookups;

/// <summary>Gathers what hangs on the same campaigns as the messages found, though nothing that was sought is in it.</summary>
internal sealed class CampaignGathering(IIndexStore index, IHuntStore campaigns, EntryCatalogue entries, HuntLimits limits, long bound)
{
    public ImmutableArray<HuntedCampaign> Make(ImmutableArray<HuntedMessage> found, CancellationToken cancellation)
    {
        var numbers = found.Select(m => m.Number).ToHashSet();
        var gathered = new List<HuntedCampaign>();
        foreach (var group in found.Where(m => m.Campaign is not null).GroupBy(m => m.Campaign!, StringComparer.Ordinal))
        {
            cancellation.ThrowIfCancellationRequested();
            gathered.Add(Gather(group.Key, group.Count(), numbers));
        }
        return [.. gathered.OrderByDescending(c => c.Found).ThenByDescending(c => c.Members).ThenBy(c => c.Id, StringComparer.Ordinal)];
    }

    private HuntedCampaign Gather(string campaign, int found, HashSet<uint> numbers)
    {
        var note = campaigns.FindNote(campaign);
        var most = (int)Math.Min(bound, limits.Members);
        var members = campaigns.FindMembers(campaign, most + 1);
        if (members.Count > most) return new(campaign, note, found, Math.Max(note?.Messages ?? 0, members.Count), true, [], 0);
        var (others, elsewhen) = (new List<HuntedMessage>(), 0);
        foreach (var member in members)
        {
            if (index.NumberOf(member) is not { } number || numbers.Contains(number) || entries.Find(number) is not { } entry) continue;
            if (entries.Holds(entry)) others.Add(entries.Message(number, entry));
            else elsewhen++;
        }
        return new(campaign, note, found, members.Count, false, EntryCatalogue.InOrder(others), elsewhen);
    }
}
