using System.Collections.Immutable;
using System.Security.Cryptography;
using Serjeant.Facts;
using Serjeant.Registers.LookAlikes;
using Serjeant.Signals;
using Serjeant.Values;

namespace Serjeant.Campaigns;

/// <summary>
/// With whom this house really writes, learned from sent and received mail and held as keyed hashes; only the domains of organisations are
/// held in clear, since look-alikes are looked up among them. Built by one pass over all kept mail in any order.
/// </summary>
internal sealed class Correspondents(House house)
{
    /// <summary>Addresses told apart: beyond them no new ones are learned, at some 150 bytes each.</summary>
    private const int MaximumAddresses = 1_000_000;

    private const int MaximumProtected = 20_000, MaximumName = 200, MinimumName = 6, MaximumBearers = 8;

    private readonly KeyedHash _hash = new(BitConverter.ToInt64(RandomNumberGenerator.GetBytes(sizeof(long))));
    private readonly Dictionary<ulong, Correspondence> _addresses = [];
    private readonly Dictionary<string, Correspondence> _domains = new(StringComparer.Ordinal);

    /// <summary>Display name to the addresses that show it: a mask shows it too.</summary>
    private readonly Dictionary<ulong, HashSet<ulong>> _names = [];

    /// <summary>Mailbox here and address there.</summary>
    private readonly HashSet<ulong> _pairs = [];

    private LookAlikeIndex? _lookAlikes;

    public void Add(KeptMessage message)
    {
        if (message.Date is not { } date || message.Channel != MessageChannel.Received || message.Bulk || message.DiscussionList || message.Kind is not (MessageKind.Ordinary or MessageKind.Calendar)) return;
        var ticks = date.UtcTicks;
        if (message.Outbound)
        {
            foreach (var recipient in message.Recipients)
                Note(recipient, message.From, "", message, ticks, sent: true);
        }
        else if (message.Aligned)
        {
            Note(message.From, "", message.FromName, message, ticks, sent: false);
            foreach (var recipient in message.Recipients) Pair(recipient, message.From);
        }
    }

    /// <summary>What is known of an address; null where nothing is.</summary>
    public Correspondence? Find(string address) => _addresses.GetValueOrDefault(Address(address));

    public Correspondence? Find(DomainName domain) => _domains.GetValueOrDefault(domain.Name);

    /// <summary>Whether one of these mailboxes here has written with an address there.</summary>
    public bool WriteTogether(ImmutableArray<string> mailboxes, ulong address)
    {
        foreach (var mailbox in mailboxes)
            if (_pairs.Contains(_hash.Of(_hash.Of(mailbox), address))) return true;
        return false;
    }

    /// <summary>
    /// The one established correspondent who shows a name from another address; null where nobody or several do. Case, accents and order do not count.
    /// </summary>
    public Correspondence? FindByName(string name, string otherThan)
    {
        if (Name(name) is not { } key || !_names.TryGetValue(key, out var bearers) || bearers.Count > MaximumBearers) return null;
        var itself = Address(otherThan);
        Correspondence? found = null;
        foreach (var bearer in bearers)
        {
            if (bearer == itself || _addresses[bearer] is not { Established: true } known) continue;
            if (found is not null) return null;
            found = known;
        }
        return found;
    }

    /// <summary>The established correspondent's domain that another looks like; ask only when all mail is added.</summary>
    public LookAlike? FindLookAlike(DomainName domain) => domain.IsEmpty ? null : (_lookAlikes ??= Index()).Find(domain);

    public ulong Address(string address) => _hash.Of(address);

    private void Note(string address, string mailbox, string name, KeptMessage message, long ticks, bool sent)
    {
        if (!EmailAddress.TryParse(address, out var parsed) || house.Roster.IsOwn(parsed.Domain)) return;
        var key = Address(address);
        if (!_addresses.TryGetValue(key, out var known))
        {
            if (_addresses.Count == MaximumAddresses) return;
            _addresses[key] = known = new();
        }
        known.Note(message.Id, ticks, sent);
        if (mailbox.Length > 0) Pair(mailbox, address);
        if (Name(name) is { } shown)
        {
            if (!_names.TryGetValue(shown, out var bearers)) _names[shown] = bearers = [];
            if (bearers.Count <= MaximumBearers) bearers.Add(key);
        }
        if (house.WarningLists.IsFreemail(parsed.Domain) || house.WarningLists.IsSharedHosting(parsed.Domain)) return;
        var registrable = parsed.Domain.Registrable.Name;
        if (!_domains.TryGetValue(registrable, out var domain)) _domains[registrable] = domain = new();
        domain.Note(message.Id, ticks, sent);
    }

    private void Pair(string mailbox, string address) => _pairs.Add(_hash.Of(_hash.Of(mailbox), Address(address)));

    /// <summary>The words of a name in one order; null for what is no name of a person: a single word names a firm or nobody.</summary>
    private ulong? Name(string name)
    {
        if (name.Length is < MinimumName or > MaximumName) return null;
        var words = Folding.Fold(name).Split((char[])[' ', '.', ',', '\'', '"', '-'], StringSplitOptions.RemoveEmptyEntries);
        if (words.Length is < 2 or > 6) return null;
        Array.Sort(words, StringComparer.Ordinal);
        return _hash.Of(string.Join(' ', words));
    }

    private LookAlikeIndex Index()
    {
        var established = _domains.Where(d => d.Value.Established)
            .OrderByDescending(d => d.Value.Exchanged).ThenBy(d => d.Key, StringComparer.Ordinal).Take(MaximumProtected);
        var own = house.Roster.Bodies.Concat(house.Roster.Outlets).Concat(house.Roster.Correspondents).SelectMany(o => o.Domains);
        return new(established.Select(d => new ProtectedName(d.Key, d.Key, ProtectedKind.Correspondent)), own);
    }
}
