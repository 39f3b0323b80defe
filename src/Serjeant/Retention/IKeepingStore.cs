using Serjeant.Hunts;
using Serjeant.Values;

namespace Serjeant.Retention;

/// <summary>What a store offers so that things are kept no longer than they may be, and no shorter than they must. Each of the changes is whole or not at all, and durable when it returns.</summary>
public interface IKeepingStore : IStandingStore
{
    /// <summary>All messages of which anything is kept, in the order in which they came; as it was when reading began.</summary>
    IEnumerable<KeptMark> ReadKept();

    /// <summary>All entries of the index, by number.</summary>
    IEnumerable<(uint Number, IndexEntry Entry)> ReadEntries();

    /// <summary>Deletes records, or all that is kept, of messages, with the proof of it. None is taken in again by a later scan; their memberships stay for as long as their entries.</summary>
    void Drop(IReadOnlyList<DroppedMessage> messages, Proof proof);

    /// <summary>Deletes what further topics keep beyond their terms.</summary>
    /// <returns>What was deleted, by topic; what nothing was deleted of is left out.</returns>
    IReadOnlyList<Removal> Expire(RetentionPolicy policy, DateTimeOffset now, bool dryRun);

    /// <summary>Deletes what is kept of one person, in every topic.</summary>
    /// <param name="plan">What of the messages.</param>
    /// <param name="prove">Makes the proof of what the topics deleted beside it.</param>
    void Forget(ErasurePlan plan, Func<IReadOnlyList<Removal>, Proof> prove);

    /// <summary>Adds a hold, or releases the one of that name.</summary>
    void Add(Hold hold);

    /// <summary>All holds, those released too, in the order in which they were placed.</summary>
    IReadOnlyList<Hold> ReadHolds();

    void Add(Proof proof);

    /// <summary>Null where nothing was ever deleted.</summary>
    Proof? LastProof();

    /// <summary>All proofs, in order.</summary>
    IReadOnlyList<Proof> ReadProofs();

    /// <summary>Sees to it that nothing of what was deleted can be read out of the store's files any more.</summary>
    void Scrub();
}

/// <summary>That something of a message is kept.</summary>
/// <param name="Id">Which message.</param>
/// <param name="Kept">The day on which it was first read.</param>
/// <param name="Date">As <see cref="Campaigns.KeptMessage.Date"/>; null also where the record is gone.</param>
/// <param name="HasRecord">The working record is there.</param>
public readonly record struct KeptMark(Sha256 Id, DateOnly Kept, DateTimeOffset? Date, bool HasRecord);

/// <summary>A message to delete something of.</summary>
/// <param name="Id">Which message.</param>
/// <param name="All">The index entry too, and all else.</param>
public readonly record struct DroppedMessage(Sha256 Id, bool All);
