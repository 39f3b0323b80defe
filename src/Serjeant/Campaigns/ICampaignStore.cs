using Serjeant.Values;

namespace Serjeant.Campaigns;

/// <summary>Which message belongs to which campaign, kept so that names of campaigns stay.</summary>
public interface ICampaignStore
{
    /// <summary>Campaign identifier by member, of all earlier scans; members whose records were deleted since are among them.</summary>
    IReadOnlyDictionary<Sha256, string> ReadMembership();

    /// <summary>Replaces the memberships of messages whose records are there, and adds merges (old identifier, new identifier) to those recorded.</summary>
    void Save(IEnumerable<(string Campaign, Sha256 Message)> membership, IEnumerable<(string Old, string Into)> merges, DateTimeOffset at);

    /// <summary>Old identifier, the one it went into, and when.</summary>
    IReadOnlyList<(string Old, string Into, DateTimeOffset At)> ReadMerges();
}
