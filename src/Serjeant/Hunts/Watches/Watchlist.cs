using System.Runtime.InteropServices;
using Serjeant.Hunts.Tips;

namespace Serjeant.Hunts.Watches;

/// <summary>
/// Holds every message that a scan reads against everything that is watched: selectors by their keys, wildcards by what the message lists.
/// Patterns of several messages are asked of the index once the scan is done (<see cref="WatchHunt"/>). Not changed once made: safe to share.
/// </summary>
public sealed class Watchlist
{
    private readonly Dictionary<SelectorKey, List<Item>> _keys = [];
    private readonly List<(Item Item, Sought Sought)> _wildcards = [];
    private readonly SelectorKeys _make;

    /// <param name="watches">Ended ones count for nothing.</param>
    /// <param name="keys">Under which the messages' selectors are hashed.</param>
    public Watchlist(IEnumerable<Watch> watches, SelectorKeys keys)
    {
        ArgumentNullException.ThrowIfNull(watches);
        _make = keys;
        foreach (var watch in watches)
        {
            if (watch.Ended is not null) continue;
            var place = 0;
            foreach (var tip in watch.Tips)
            {
                for (var i = 0; i < tip.Sought.Length; i++) Add(watch.Number, place + i, tip.Sought[i]);
                place += tip.Sought.Length + tip.Patterns.Length + tip.Likenesses.Length;
            }
        }
    }

    public bool IsEmpty => _keys.Count == 0 && _wildcards.Count == 0;

    /// <summary>What of it is in the message: each thing watched for once.</summary>
    public IEnumerable<WatchSighting> Find(IndexedMessage message)
    {
        ArgumentNullException.ThrowIfNull(message);
        return IsEmpty ? [] : Look(message);
    }

    private IEnumerable<WatchSighting> Look(IndexedMessage message)
    {
        var seen = new Dictionary<(long, int), SelectorRole>();
        foreach (var (key, role) in message.Occurrences)
            if (_keys.TryGetValue(key, out var items))
                foreach (var item in items)
                    if (item.Fits(role)) CollectionsMarshal.GetValueRefOrAddDefault(seen, (item.Watch, item.Place), out _) |= role;
        foreach (var (item, sought) in _wildcards)
            if (RoleOf(message, sought) is { } role) seen[(item.Watch, item.Place)] = role;
        return seen.Select(s => new WatchSighting(s.Key.Item1, message.Entry.Id, s.Key.Item2, s.Value));
    }

    private void Add(long watch, int place, Sought sought)
    {
        var item = new Item(watch, place, sought.Roles);
        if (!sought.All.IsEmpty)
        {
            _wildcards.Add((item, sought));
            return;
        }
        foreach (var key in sought.Any.Select(_make.Of).Distinct())
        {
            if (!_keys.TryGetValue(key, out var items)) _keys[key] = items = new(1);
            items.Add(item);
        }
    }

    /// <summary>Null where a part is missing.</summary>
    private SelectorRole? RoleOf(IndexedMessage message, Sought sought)
    {
        var role = SelectorRole.None;
        if (!sought.Any.IsEmpty)
        {
            var any = SelectorRole.None;
            foreach (var selector in sought.Any) any |= RoleOf(message, _make.Of(selector), sought);
            if (any == SelectorRole.None) return null;
            role |= any;
        }
        foreach (var wildcard in sought.All)
        {
            var any = SelectorRole.None;
            foreach (var listed in message.Listed)
                if (listed.Kind == wildcard.Kind && wildcard.Matches(listed.Value)) any |= RoleOf(message, _make.Of(listed), sought);
            if (any == SelectorRole.None) return null;
            role |= any;
        }
        return role;
    }

    private static SelectorRole RoleOf(IndexedMessage message, SelectorKey key, Sought sought)
    {
        var place = message.Occurrences.AsSpan().BinarySearch(new Sorted(key));
        return place >= 0 && sought.Fits(message.Occurrences[place].Role) ? message.Occurrences[place].Role : SelectorRole.None;
    }

    private readonly record struct Item(long Watch, int Place, SelectorRole Roles)
    {
        public bool Fits(SelectorRole role) => Roles == SelectorRole.None || (role & Roles) != 0;
    }

    private readonly struct Sorted(SelectorKey key) : IComparable<Occurrence>
    {
        public int CompareTo(Occurrence other) => key.CompareTo(other.Key);
    }
}
