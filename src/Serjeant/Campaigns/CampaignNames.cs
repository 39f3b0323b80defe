using System.Collections.Immutable;
using Serjeant.Values;

namespace Serjeant.Campaigns;

/// <summary>
/// Gives groups their identifiers. A group keeps the identifier that its members had; where it holds several, the oldest stays and the
/// others are recorded as merged; where a group fell apart, the part with most of the members keeps the name.
/// </summary>
internal static class CampaignNames
{
    private sealed record Vote(string Old, int Group)
    {
        public int Members { get; set; }

        /// <summary>Place in the group of the earliest member that had the name.</summary>
        public int Earliest { get; set; }
    }

    /// <param name="groups">Members of each, by date and identity.</param>
    public static (string[] Names, ImmutableArray<(string Old, string Into)> Merges) Give(IReadOnlyList<ImmutableArray<Sha256>> groups, IReadOnlyDictionary<Sha256, string> membership)
    {
        var votes = Count(groups, membership);
        // Each old name to the group that has most of its members; the group whose member is earliest decides a tie.
        var owners = votes.GroupBy(v => v.Old, StringComparer.Ordinal)
            .Select(same => same.OrderByDescending(v => v.Members).ThenBy(v => v.Earliest).ThenBy(v => groups[v.Group][0]).First())
            .ToLookup(v => v.Group);
        var names = new string[groups.Count];
        var merges = ImmutableArray.CreateBuilder<(string, string)>();
        foreach (var owned in owners)
        {
            var order = owned.OrderBy(v => v.Earliest).ThenByDescending(v => v.Members).ThenBy(v => v.Old, StringComparer.Ordinal).ToArray();
            names[owned.Key] = order[0].Old;
            merges.AddRange(order.Skip(1).Select(v => (v.Old, order[0].Old)));
        }
        var used = new HashSet<string>(membership.Values, StringComparer.Ordinal);
        for (var group = 0; group < names.Length; group++)
            names[group] ??= New(groups[group], used);
        merges.Sort((a, b) => string.CompareOrdinal(a.Item1, b.Item1));
        return (names, merges.ToImmutable());
    }

    private static List<Vote> Count(IReadOnlyList<ImmutableArray<Sha256>> groups, IReadOnlyDictionary<Sha256, string> membership)
    {
        var votes = new List<Vote>();
        for (var group = 0; group < groups.Count; group++)
        {
            var mine = new Dictionary<string, Vote>(StringComparer.Ordinal);
            for (var i = 0; i < groups[group].Length; i++)
            {
                if (!membership.TryGetValue(groups[group][i], out var old)) continue;
                if (!mine.TryGetValue(old, out var vote)) mine[old] = vote = new(old, group) { Earliest = i };
                vote.Members++;
            }
            votes.AddRange(mine.Values);
        }
        return votes;
    }

    /// <summary>"c-" and the first twelve digits of the earliest member whose name is still free.</summary>
    private static string New(ImmutableArray<Sha256> members, HashSet<string> used)
    {
        foreach (var member in members)
        {
            var name = "c-" + member.ToString()[..12];
            if (used.Add(name)) return name;
        }
        var whole = "c-" + Sha256.Of(members[0].ToArray()).ToString()[..12];
        used.Add(whole);
        return whole;
    }
}
