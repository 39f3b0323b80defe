using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Serjeant.Values;

namespace Serjeant.Campaigns;

/// <summary>
/// Finds which messages belong together. It always looks at all mail that is kept, in an order of its own, so the result depends
/// neither on the order of reading nor on how many scans brought the mail in; only names of groups are carried from scan to scan.
/// </summary>
/// <param name="neighbours">Messages after it in a bucket (by date) with which each is compared; some further off and the bucket's first come on top.</param>
public sealed class CampaignLinker(int neighbours = 8)
{
    public CampaignGroups Link(IEnumerable<KeptMessage> messages, IReadOnlyDictionary<Sha256, string> membership, CancellationToken cancellation = default) =>
        Link(messages.Select(Linkable.Of), membership, cancellation);

    /// <param name="bears">Whether a message that went to others counts (<see cref="Claims.Bear"/>); asked after all messages were read.</param>
    public CampaignGroups Link(IEnumerable<KeptMessage> messages, IReadOnlyDictionary<Sha256, string> membership, Func<Sha256, bool> bears, CancellationToken cancellation = default) =>
        Link(messages.Select(Linkable.Of), membership, bears, cancellation);

    /// <param name="messages">All messages that are kept, outbound ones too, in any order; read once.</param>
    /// <param name="membership">Of earlier scans: <see cref="ICampaignStore.ReadMembership"/>.</param>
    public CampaignGroups Link(IEnumerable<Linkable> messages, IReadOnlyDictionary<Sha256, string> membership, CancellationToken cancellation = default) =>
        Link(messages, membership, null, cancellation);

    private CampaignGroups Link(IEnumerable<Linkable> messages, IReadOnlyDictionary<Sha256, string> membership, Func<Sha256, bool>? bears, CancellationToken cancellation)
    {
        var table = LinkTable.Read(messages, bears, cancellation);
        var (links, compared) = Compare(table, cancellation);
        var count = links.Count;
        var groups = Gather(Cohesion.Join(table.Count, links, cancellation), table);
        var members = groups.ConvertAll(g => g.Select(m => table.Ids[m]).ToImmutableArray());
        var (names, merges) = CampaignNames.Give(members, membership);
        return new(
            [.. groups.Select((g, i) => new CampaignGroup(names[i], members[i], Shared(table, g))).OrderByDescending(g => g.Messages.Length).ThenBy(g => g.Id, StringComparer.Ordinal)],
            merges)
        {
            Considered = table.Count,
            Compared = compared,
            Links = count,
        };
    }

    /// <summary>Compares each message with those that stand near it in the buckets of its traits: cost stays near linear.</summary>
    private (List<MessageLink> Links, long Compared) Compare(LinkTable table, CancellationToken cancellation)
    {
        var weigher = new PairWeigher(table);
        var links = new List<MessageLink>();
        var place = table.Starts.ToArray(); // of the current message in each bucket
        var candidates = new List<int>();
        var members = CollectionsMarshal.AsSpan(table.Members);
        var compared = 0L;
        for (var message = 0; message < table.Count; message++)
        {
            if ((message & 0xfff) == 0) cancellation.ThrowIfCancellationRequested();
            candidates.Clear();
            foreach (var trait in table.Traits(message))
            {
                var at = place[trait]++;
                if (!LinkWeights.Gathers(table.Kinds[trait], table.Weights[trait])) continue;
                var (start, end) = (table.Starts[trait], table.Starts[trait + 1]);
                for (var i = at + 1; i < end && i <= at + neighbours; i++) candidates.Add(members[i]);
                // Further off in growing steps: waves of one campaign lie apart, with other mail between them.
                for (var step = 2 * neighbours; at + step < end; step *= 2) candidates.Add(members[at + step]);
                if (at > start + neighbours) candidates.Add(members[start]);
            }
            candidates.Sort();
            var previous = -1;
            foreach (var candidate in candidates)
            {
                if (candidate == previous) continue;
                previous = candidate;
                compared++;
                if (weigher.Weigh(message, candidate) is > 0 and var weight)
                    links.Add(new(Math.Min(message, candidate), Math.Max(message, candidate), weight));
            }
        }
        return (links, compared);
    }

    /// <summary>
    /// Groups of three and more, and of two that nothing but a mailing or an identical attachment explains. One message is enough where it went to
    /// others in our people's names: of most such mail we shall never see more than one.
    /// </summary>
    private static List<int[]> Gather(int[] groupOf, LinkTable table)
    {
        var groups = new SortedDictionary<int, List<int>>();
        var sizes = new int[groupOf.Length];
        foreach (var group in groupOf) sizes[group]++;
        for (var message = 0; message < groupOf.Length; message++)
        {
            if (sizes[groupOf[message]] < 2 && !table.Marks[message].HasFlag(LinkMarks.Claimed)) continue;
            if (!groups.TryGetValue(groupOf[message], out var members)) groups[groupOf[message]] = members = [];
            members.Add(message);
        }
        return [.. groups.Values.Where(g => g.Count > 2 || g.Exists(m => table.Marks[m].HasFlag(LinkMarks.Claimed)) || table.Recipients[g[0]] != table.Recipients[g[1]]).Select(g => g.ToArray())];
    }

    private static ImmutableArray<SharedTrait> Shared(LinkTable table, int[] group)
    {
        const int Most = 24;
        var counts = new Dictionary<int, int>();
        foreach (var message in group)
            foreach (var trait in table.Traits(message))
                CollectionsMarshal.GetValueRefOrAddDefault(counts, trait, out _)++;
        return
        [
            .. counts.Where(c => c.Value * 3 >= group.Length && c.Value >= 2)
                .OrderByDescending(c => table.Weights[c.Key] * c.Value).ThenBy(c => c.Key).Take(Most)
                .Select(c => new SharedTrait(table.Kinds[c.Key], table.Keys[c.Key], c.Value, table.Starts[c.Key + 1] - table.Starts[c.Key] - c.Value)),
        ];
    }
}
