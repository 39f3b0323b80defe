using Serjeant.Values;

namespace Serjeant.Retention;

/// <summary>Something beside the messages that keeps what may tell of people: what others told us, traces, hunts. One for each topic of a store, so that one command reaches all.</summary>
public interface IForgetful
{
    /// <summary>As the policy, the proofs and the output name it, in lower case.</summary>
    string Topic { get; }

    /// <summary>Deletes what is older than the policy lets it be.</summary>
    /// <returns>How many things were, or would be, deleted.</returns>
    long Expire(DateTimeOffset before, bool dryRun);

    /// <summary>Deletes what belongs to messages whose records were deleted.</summary>
    void Lapse(IReadOnlyList<Sha256> messages);

    /// <summary>Deletes what tells of one person.</summary>
    /// <param name="person">Who.</param>
    /// <param name="unmasked">Messages that wore the person's name, from whose records that was taken.</param>
    /// <returns>How many things were deleted or changed.</returns>
    long Forget(PersonSelection person, IReadOnlyList<Sha256> unmasked);
}
