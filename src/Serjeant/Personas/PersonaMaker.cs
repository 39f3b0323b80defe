using System.Collections.Immutable;
using Serjeant.Campaigns;
using Serjeant.Judgement;
using Serjeant.Registers;
using Serjeant.Signals.Impersonation;
using Serjeant.Values;

namespace Serjeant.Personas;

/// <summary>A kept message with what the reckoning makes of it.</summary>
/// <param name="Finding">Of the message with everything that is known.</param>
/// <param name="Campaign">Null where it belongs to none.</param>
public readonly record struct ReckonedMessage(KeptMessage Message, Finding Finding, string? Campaign);

/// <summary>
/// Makes the register of personas: whose names are worn, from where, how and towards whom. What was received counts where the judgement bears it out
/// (suspect or hostile), so that a namesake's ordinary letters stay out; what others told us of counts by itself.
/// </summary>
/// <param name="roster">With the addresses that people allowed.</param>
/// <param name="claims">Which messages that others told us of count.</param>
public sealed class PersonaMaker(Roster roster, Claims claims)
{
    private const int MostNames = 8, MostSignatures = 4, MostSources = 50;

    /// <summary>Those with most messages first, then by name.</summary>
    public ImmutableArray<Persona> Make(IEnumerable<ReckonedMessage> messages, IEnumerable<Testimony> testimonies, IEnumerable<Guise> guises, IEnumerable<SpoofedRow> rows)
    {
        ArgumentNullException.ThrowIfNull(messages);
        var told = testimonies.ToLookup(t => t.Message);
        var shown = guises.ToDictionary(g => g.Message);
        var drafts = new Dictionary<(ImitatedKind, string), Draft>();
        foreach (var reckoned in messages)
        {
            if (reckoned.Message.Outbound) continue;
            var ours = claims.OfOurs(reckoned.Message).ToArray();
            foreach (var worn in ours.Where(i => !i.IsToldByPerson(ours)).GroupBy(i => (i.Kind, i.Imitated)))
            {
                var sources = told[reckoned.Message.Id];
                var received = reckoned.Message.Channel == MessageChannel.Received;
                if (received && reckoned.Finding == Finding.Ordinary && !sources.Any()) continue;
                var draft = DraftOf(drafts, worn.Key.Kind, worn.Key.Imitated, worn.First().TrueName, worn.First().TrueAddress);
                foreach (var imitation in worn.DistinctBy(i => i.FalseAddress.ToLowerInvariant()))
                    draft.Add(imitation, reckoned, sources, shown.GetValueOrDefault(reckoned.Message.Id), !received && !claims.Bear(reckoned.Message));
            }
        }
        foreach (var domain in rows.GroupBy(r => r.Domain))
        {
            var body = roster.Bodies.FirstOrDefault(b => b.Ours && b.Domains.Any(domain.Key.IsWithin));
            DraftOf(drafts, ImitatedKind.Body, body?.Name ?? domain.Key.Name, body?.Name ?? domain.Key.Name, domain.Key.Name).Add(domain);
        }
        return [.. drafts.Values.Select(d => d.ToPersona()).OrderByDescending(p => p.TowardsUs + p.TowardsOthers).ThenBy(p => p.Name, StringComparer.Ordinal).ThenBy(p => p.Id, StringComparer.Ordinal)];
    }

    private Draft DraftOf(Dictionary<(ImitatedKind, string), Draft> drafts, ImitatedKind kind, string id, string name, string address)
    {
        if (drafts.TryGetValue((kind, id), out var known)) return known;
        ImmutableArray<string> addresses = address.Length == 0 ? [] : [address];
        if (kind == ImitatedKind.Person && roster.People.FirstOrDefault(p => p.Id == id) is { } person) (name, addresses) = (person.Name, [.. person.Official.Select(a => a.ToString())]);
        else if (kind == ImitatedKind.Body && roster.Bodies.FirstOrDefault(b => b.Name == id) is { } body) addresses = [.. body.Domains.Select(d => d.Name)];
        return drafts[(kind, id)] = new(kind, id, name, addresses);
    }

    private sealed class Draft(ImitatedKind kind, string id, string name, ImmutableArray<string> addresses)
    {
        private readonly Dictionary<string, Side> _sides = new(StringComparer.Ordinal);
        private readonly List<SpoofingSource> _spoofed = [];
        private readonly HashSet<Sha256> _us = [], _others = [];

        public void Add(Imitation imitation, ReckonedMessage reckoned, IEnumerable<Testimony> sources, Guise? guise, bool unproven)
        {
            var key = imitation.FalseAddress.Length > 0 ? imitation.FalseAddress.ToLowerInvariant() : "\0" + Folding.Fold(imitation.FalseName);
            if (!_sides.TryGetValue(key, out var side)) _sides[key] = side = new(imitation.FalseAddress);
            side.Add(imitation, reckoned, sources, guise, unproven);
            if (reckoned.Message.Channel == MessageChannel.Received) _us.Add(reckoned.Message.Id);
            else if (!unproven) _others.Add(reckoned.Message.Id);
        }

        public void Add(IEnumerable<SpoofedRow> rows)
        {
            foreach (var source in rows.GroupBy(r => (r.Domain, Source: r.Source?.ToString() ?? "")))
                _spoofed.Add(new(source.Key.Domain.Name, source.First().Source, SpoofedRow.Sum(source), SpoofedRow.Sum(source.Where(r => r.Forwarded)),
                    [.. source.Select(r => r.Reporter).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)], source.Min(r => r.Begin), source.Max(r => r.End)));
        }

        public Persona ToPersona() => new()
        {
            Kind = kind,
            Id = id,
            Name = name,
            TrueAddresses = addresses,
            TowardsUs = _us.Count,
            TowardsOthers = _others.Count,
            FalseSides = [.. _sides.Values.Select(s => s.ToFalseSide()).OrderByDescending(s => s.TowardsUs + s.TowardsOthers).ThenBy(s => s.Address, StringComparer.Ordinal)],
            SpoofedBy = [.. _spoofed.OrderByDescending(s => s.Messages).ThenBy(s => s.Source?.ToString(), StringComparer.Ordinal)],
        };
    }

    private sealed class Side(string address)
    {
        private readonly Dictionary<string, int> _names = new(StringComparer.Ordinal), _signatures = new(StringComparer.Ordinal), _claims = new(StringComparer.Ordinal);
        private readonly SortedSet<ImitationManner> _manners = [];
        private readonly SortedSet<string> _campaigns = new(StringComparer.Ordinal);
        private readonly List<Testimony> _sources = [];
        private DateTimeOffset? _first, _last;
        private int _us, _others, _unproven;

        public void Add(Imitation imitation, ReckonedMessage reckoned, IEnumerable<Testimony> sources, Guise? guise, bool unproven)
        {
            Count(_names, imitation.FalseName);
            _manners.Add(imitation.Manner);
            if (guise is not null)
            {
                Count(_signatures, guise.Signature);
                foreach (var claim in guise.Claims) Count(_claims, claim);
            }
            if (reckoned.Campaign is { } campaign) _campaigns.Add(campaign);
            _sources.AddRange(sources);
            if (reckoned.Message.Date is { } date)
            {
                if (_first is null || date < _first) _first = date;
                if (_last is null || date > _last) _last = date;
            }
            if (reckoned.Message.Channel == MessageChannel.Received) _us++;
            else if (unproven) _unproven++;
            else _others++;
        }

        public FalseSide ToFalseSide() => new()
        {
            Address = address,
            Names = MostFirst(_names, MostNames),
            Manners = [.. _manners],
            Signatures = MostFirst(_signatures, MostSignatures),
            Claims = MostFirst(_claims, int.MaxValue),
            First = _first,
            Last = _last,
            TowardsUs = _us,
            TowardsOthers = _others,
            Unproven = _unproven,
            Sources = [.. _sources.DistinctBy(t => (t.Message, t.Reporter)).OrderBy(t => t.Grade.Source + t.Grade.Item).ThenBy(t => t.Entered).ThenBy(t => t.By, StringComparer.Ordinal).Take(MostSources)],
            Campaigns = [.. _campaigns],
        };

        private static ImmutableArray<string> MostFirst(Dictionary<string, int> counts, int most) =>
            [.. counts.OrderByDescending(c => c.Value).ThenBy(c => c.Key, StringComparer.Ordinal).Select(c => c.Key).Take(most)];

        private static void Count(Dictionary<string, int> counts, string value)
        {
            if (value.Length > 0) counts[value] = counts.GetValueOrDefault(value) + 1;
        }
    }
}
