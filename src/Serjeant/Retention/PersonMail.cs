using Serjeant.Campaigns;
using Serjeant.Hunts;
using Serjeant.Values;

namespace Serjeant.Retention;

/// <summary>Finds all messages that were written to or by a person, or name one of the person's addresses, by what is left of them.</summary>
public sealed class PersonMail(IFlowStore store)
{
    public IEnumerable<Sha256> Find(PersonSelection person)
    {
        ArgumentNullException.ThrowIfNull(person);
        var found = new HashSet<Sha256>();
        foreach (var message in store.ReadAll())
            if (Concerns(message, person)) found.Add(message.Id);
        foreach (var (_, entry) in Entries(person)) found.Add(entry.Id);
        return found;
    }

    /// <summary>Entries that name the person as a target, or have an address of the person.</summary>
    internal Dictionary<uint, IndexEntry> Entries(PersonSelection person)
    {
        var found = new Dictionary<uint, IndexEntry>();
        if (person.Id.Length > 0)
            foreach (var (number, entry) in store.ReadEntries())
                if (person.HasTarget(entry.Targets)) found[number] = entry;
        foreach (var posting in Postings(person))
            if (!found.ContainsKey(posting.Number) && store.FindEntry(posting.Number) is { } entry) found[posting.Number] = entry;
        return found;
    }

    internal IEnumerable<Posting> Postings(PersonSelection person) =>
        person.Keys(store.Keys) is { Count: > 0 } keys ? store.Find(keys, CancellationToken.None) : [];

    internal static bool Concerns(KeptMessage message, PersonSelection person) =>
        person.HasTarget(message.Targets) || person.HasAddress(message.From) || message.Recipients.Any(person.HasAddress)
        || message.ReplyTo.Any(person.HasAddress) || message.Quotes.Any(person.HasAddress)
        || message.Imitations.Any(i => (person.Id.Length > 0 && i.Imitated == person.Id) || person.HasAddress(i.TrueAddress) || person.HasAddress(i.FalseAddress));
}
