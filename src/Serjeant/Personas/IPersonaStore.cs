using Serjeant.Campaigns;

namespace Serjeant.Personas;

/// <summary>
/// Keeps what others told us of mail in our people's names, and what people decided about addresses. Nothing is ever overwritten. Durable
/// from the next commit on (<see cref="IMessageStore.CommitAsync"/>).
/// </summary>
public interface IPersonaStore
{
    /// <summary>
    /// Keeps a message that went to others, outside of any scan: it stands in no file of ours. One that was received by us as well, or kept
    /// before by the same reading, stays as it is.
    /// </summary>
    /// <returns>Whether the message was new.</returns>
    bool Keep(KeptMessage message);

    /// <summary>Adds a testimony. The same reporter on the same message again changes nothing, unless grade or note differ: then the later counts, and both are kept.</summary>
    /// <returns>Whether it was a new piece of evidence: this reporter had not told of this message.</returns>
    bool Add(Testimony testimony);

    /// <summary>Keeps what a message showed beside the name; the latest reading of a message counts.</summary>
    void Add(Guise guise);

    /// <returns>Whether the row was new: the same report that comes twice counts once.</returns>
    bool Add(SpoofedRow row);

    void Add(AddressDecision decision);

    /// <summary>Notes which roster was used last, so that nobody has to name it again.</summary>
    void NoteRoster(string path);

    /// <summary>The roster used last; null where there was none.</summary>
    string? ReadRoster();

    /// <summary>The one that counts of each reporter on each message, in the order in which they came.</summary>
    IReadOnlyList<Testimony> ReadTestimonies();

    IReadOnlyList<Guise> ReadGuises();

    /// <summary>In the order in which they came.</summary>
    IReadOnlyList<SpoofedRow> ReadSpoofed();

    /// <summary>All decisions, in the order in which they were made.</summary>
    IReadOnlyList<AddressDecision> ReadDecisions();
}
