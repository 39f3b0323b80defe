using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace Serjeant.Hunts.Lookups;

/// <summary>Who on the roster received what.</summary>
internal static class PeopleTable
{
    /// <summary>Those who received most of what was sought first, then of what hangs on it.</summary>
    public static ImmutableArray<HuntedPerson> Make(ImmutableArray<HuntedMessage> found, ImmutableArray<HuntedCampaign> campaigns)
    {
        var rows = new Dictionary<string, Row>(StringComparer.Ordinal);
        foreach (var message in found) Add(rows, message, found: true);
        foreach (var message in campaigns.SelectMany(c => c.Others)) Add(rows, message, found: false);
        return
        [
            .. rows.Select(r => new HuntedPerson(r.Key, r.Value.Found, r.Value.Others, r.Value.First, r.Value.Last, [.. r.Value.Campaigns.Order(StringComparer.Ordinal)]))
                .OrderByDescending(p => p.Found).ThenByDescending(p => p.Others).ThenBy(p => p.First ?? DateTimeOffset.MaxValue).ThenBy(p => p.Id, StringComparer.Ordinal),
        ];
    }

    private static void Add(Dictionary<string, Row> rows, HuntedMessage message, bool found)
    {
        foreach (var person in message.Entry.Targets)
        {
            ref var row = ref CollectionsMarshal.GetValueRefOrAddDefault(rows, person, out _);
            row ??= new();
            if (found) row.Found++;
            else row.Others++;
            if (message.Campaign is { } campaign) row.Campaigns.Add(campaign);
            if (message.Entry.Date is not { } date) continue;
            if (row.First is not { } first || date < first) row.First = date;
            if (row.Last is not { } last || date > last) row.Last = date;
        }
    }

    private sealed class Row
    {
        public int Found { get; set; }

        public int Others { get; set; }

        public DateTimeOffset? First { get; set; }

        public DateTimeOffset? Last { get; set; }

        public HashSet<string> Campaigns { get; } = new(StringComparer.Ordinal);
    }
}
