using Serjeant.Hunts.Watches;
using Serjeant.Judgement;
using Serjeant.Values;

namespace Serjeant.Hunts;

/// <summary>Keeps the record of hunts, what is watched, and what a hunt must know of campaigns. Durable from the next commit on.</summary>
public interface IHuntStore
{
    /// <summary>Adds a hunt to the record; nothing is ever taken from it.</summary>
    /// <returns>Its number.</returns>
    long Record(Hunt hunt);

    /// <summary>Whether everybody who hunts must say why; so it is until somebody decides otherwise.</summary>
    bool NeedsReason { get; }

    void RequireReason(bool needed);

    /// <summary>The record, in the order in which hunts were made.</summary>
    IReadOnlyList<Hunt> ReadHunts();

    /// <summary>Keeps selectors to be watched for, sealed under the house's key.</summary>
    /// <returns>The watch's number.</returns>
    long Add(Watch watch);

    /// <summary>Ends a watch and forgets its selectors; who watched, when and why stays on record.</summary>
    /// <returns>Whether there was such a watch, still open.</returns>
    bool EndWatch(long number, string by, DateTimeOffset at);

    /// <summary>All watches, ended ones without selectors.</summary>
    IReadOnlyList<Watch> ReadWatches();

    /// <returns>Whether the message was not known to have been sighted by this watch and selector.</returns>
    bool Add(WatchSighting sighting);

    /// <summary>What open watches sighted, by watch, then in the order of sighting.</summary>
    IReadOnlyList<WatchSighting> ReadSightings();

    /// <summary>Keys of the knowledge that was hunted backwards already.</summary>
    IReadOnlySet<SelectorKey> ReadHunted();

    void NoteHunted(IEnumerable<SelectorKey> keys);

    /// <summary>Replaces what was noted of campaigns.</summary>
    void NoteCampaigns(IEnumerable<CampaignNote> notes);

    CampaignNote? FindNote(string campaign);

    /// <summary>Ordinary where nothing else was noted.</summary>
    Finding FindFinding(Sha256 message);

    /// <summary>The campaign a message belongs to by the last reckoning; null where to none.</summary>
    string? FindCampaign(Sha256 message);

    /// <summary>The members of a campaign by the last reckoning, at most so many, in no order.</summary>
    IReadOnlyList<Sha256> FindMembers(string campaign, int most);
}
