using System.Collections.Immutable;
using Serjeant.Campaigns;
using Serjeant.Hunts;
using Serjeant.Values;

namespace Serjeant.Retention;

/// <summary>What is to be deleted of one person.</summary>
/// <param name="Person">Who.</param>
/// <param name="Whole">Messages of which all goes.</param>
/// <param name="Parted">Records as they are to be: without the person.</param>
/// <param name="Entries">Entries as they are to be.</param>
/// <param name="Postings">What the index must no longer say.</param>
/// <param name="Unmasked">Messages that wore the person's name, from whose records that was taken.</param>
public sealed record ErasurePlan(
    PersonSelection Person, ImmutableArray<Sha256> Whole, ImmutableArray<KeptMessage> Parted, ImmutableArray<(uint Number, IndexEntry Entry)> Entries,
    ImmutableArray<(SelectorKey Key, uint Number)> Postings, ImmutableArray<Sha256> Unmasked);

/// <summary>What <see cref="Erasure"/> did.</summary>
/// <param name="Removals">What was deleted, or freed of the person.</param>
/// <param name="Evidence">Suspect or hostile messages that the person wrote: they stay, as evidence.</param>
public sealed record ErasureOutcome(ImmutableArray<Removal> Removals, long Evidence);

/// <summary>
/// Deletes one person's data: mail to that person alone goes whole, and ordinary mail by that person; mail to several loses the person. A
/// legal hold on any of it stops all of it. Suspect and hostile mail that the person wrote stays (GDPR Art. 17(3)(e)).
/// </summary>
public sealed class Erasure(IFlowStore store)
{
    /// <exception cref="SerjeantException">A hold covers some of it.</exception>
    public ErasureOutcome Apply(PersonSelection person, DateTimeOffset now, string by)
    {
        ArgumentNullException.ThrowIfNull(person);
        var (count, standings, cover) = (new RemovalCount(), store.ReadStandings(), new HoldCover(store));
        var whole = new HashSet<Sha256>();
        var (parted, unmasked) = (new List<KeptMessage>(), new List<Sha256>());
        var concerned = new HashSet<Sha256>();
        long evidence = 0;
        foreach (var message in store.ReadAll())
        {
            if (!PersonMail.Concerns(message, person)) continue;
            var retained = ClassOf(message.Id);
            if (person.HasAddress(message.From) && retained != RetentionClass.Ordinary)
            {
                evidence++;
                continue;
            }
            concerned.Add(message.Id);
            if (person.HasAddress(message.From) || IsToNobodyElse(message, person))
            {
                whole.Add(message.Id);
                count.Add("record", retained, message.Date);
                continue;
            }
            parted.Add(Parting.Of(message, person, out var unmask));
            if (unmask) unmasked.Add(message.Id);
            count.Add("record freed of the person", retained, message.Date);
        }
        var entries = new List<(uint, IndexEntry)>();
        var postings = Postings(person);
        foreach (var (number, entry) in new PersonMail(store).Entries(person).OrderBy(e => e.Key))
        {
            var (retained, roles) = (ClassOf(entry.Id), postings.GetValueOrDefault(number) ?? []);
            var wrote = roles.Exists(p => p.Role.HasFlag(SelectorRole.Author));
            if (wrote && retained != RetentionClass.Ordinary)
            {
                if (store.Find(entry.Id) is null) evidence++;
                postings.Remove(number);
                continue;
            }
            concerned.Add(entry.Id);
            if (!whole.Contains(entry.Id) && store.Find(entry.Id) is null && (wrote || IsToNobodyElse(entry, person, roles))) whole.Add(entry.Id);
            count.Add(whole.Contains(entry.Id) ? "entry" : "entry freed of the person", retained, entry.Date);
            if (!whole.Contains(entry.Id)) entries.Add((number, entry with { Targets = entry.Targets.Remove(person.Id) }));
        }
        Refuse(cover, concerned);
        var plan = new ErasurePlan(person, [.. whole], [.. parted], [.. entries], [.. postings.SelectMany(p => p.Value.Select(one => (one.Key, one.Number)))], [.. unmasked]);
        var removed = count.Removals;
        store.Forget(plan, further => Proof.After(store.LastProof(), now, by, "forget", null, removed = Removal.Sum([.. count.Removals, .. further])));
        return new(removed, evidence);

        RetentionClass ClassOf(Sha256 id) => standings.TryGetValue(id, out var standing) ? standing.Class : RetentionClass.Ordinary;
    }

    private static void Refuse(HoldCover cover, HashSet<Sha256> concerned)
    {
        if (cover.IsEmpty) return;
        var names = concerned.SelectMany(id => cover.Of(id, null)).GroupBy(name => name, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal).ToList();
        if (names.Count == 0) return;
        throw new SerjeantException($"A legal hold stops this: {string.Join(", ", names.Select(g => $"{g.Key} ({g.Count()} messages)"))}. Nothing was deleted. Release it with 'serjeant hold release' when its reason is gone.", retryHelps: false);
    }

    private Dictionary<uint, List<Posting>> Postings(PersonSelection person) =>
        new PersonMail(store).Postings(person).GroupBy(p => p.Number).ToDictionary(g => g.Key, g => g.ToList());

    private static bool IsToNobodyElse(KeptMessage message, PersonSelection person) =>
        (person.HasTarget(message.Targets) || message.Recipients.Any(person.HasAddress))
        && message.Targets.All(t => t == person.Id) && message.Recipients.All(person.HasAddress);

    /// <summary>The entry does not tell who else got it, but how many did.</summary>
    private static bool IsToNobodyElse(IndexEntry entry, PersonSelection person, List<Posting> roles) =>
        entry.Targets.All(t => t == person.Id) && (!entry.Targets.IsEmpty || roles.Exists(p => p.Role.HasFlag(SelectorRole.Recipient)))
        && entry.Recipients <= roles.Count(p => p.Role.HasFlag(SelectorRole.Recipient));
}
