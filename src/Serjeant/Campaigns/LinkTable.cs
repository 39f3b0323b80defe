using System.Collections.Immutable;
using Serjeant.Values;

namespace Serjeant.Campaigns;

/// <summary>
/// All linkable messages in compact columns, ordered by date (undated last) and identity, whatever the order of reading. Of each
/// message only traits stay that another one has too and that weigh something: some 150 bytes a message.
/// </summary>
internal sealed class LinkTable
{
    private LinkTable(Sha256[] ids, long[] dates, long[] identities, long[] recipients, LinkMarks[] marks)
    {
        Ids = ids;
        Dates = dates;
        Identities = identities;
        Recipients = recipients;
        Marks = marks;
    }

    public Sha256[] Ids { get; }

    /// <summary>UTC ticks; <see cref="long.MaxValue"/> where a message has no date.</summary>
    public long[] Dates { get; }

    public long[] Identities { get; }

    /// <summary>A hash of all recipients: equal where two messages went to the same.</summary>
    public long[] Recipients { get; }

    public LinkMarks[] Marks { get; }

    /// <summary>Authors to whom our own people have written.</summary>
    public bool[] Known { get; private set; } = [];

    /// <summary>By trait: a sender, domain or reply address that is known to be false, since somebody told us. All that has it belongs together.</summary>
    public List<bool> Condemned { get; } = [];

    public int Count => Ids.Length;

    /// <summary>Kind by trait; traits are numbered by kind, then by key, so every list of them is in order.</summary>
    public List<TraitKind> Kinds { get; } = [];

    public List<uint> Keys { get; } = [];

    public List<float> Weights { get; } = [];

    /// <summary>Members of trait t in order: <see cref="Members"/>[<see cref="Starts"/>[t] .. Starts[t + 1]].</summary>
    public List<int> Starts { get; } = [0];

    public List<int> Members { get; } = [];

    /// <summary>Traits of message m: <see cref="TraitsOf"/>[<see cref="TraitStarts"/>[m] .. TraitStarts[m + 1]].</summary>
    public int[] TraitStarts { get; private set; } = [];

    public int[] TraitsOf { get; private set; } = [];

    public ReadOnlySpan<int> Traits(int message) => TraitsOf.AsSpan(TraitStarts[message], TraitStarts[message + 1] - TraitStarts[message]);

    public static LinkTable Read(IEnumerable<Linkable> messages, CancellationToken cancellation) => Read(messages, null, cancellation);

    /// <param name="messages">Read once.</param>
    /// <param name="bears">Whether a message that went to others counts; asked after the last message was read.</param>
    public static LinkTable Read(IEnumerable<Linkable> messages, Func<Sha256, bool>? bears, CancellationToken cancellation)
    {
        var kinds = Enum.GetValues<TraitKind>();
        var columns = new List<ulong>[kinds.Length]; // key in the upper half, message in the lower
        for (var i = 0; i < columns.Length; i++) columns[i] = [];
        var (ids, dates, identities, authors, recipients, marks) = (new List<Sha256>(), new List<long>(), new List<long>(), new List<long>(), new List<long>(), new List<LinkMarks>());
        var written = new HashSet<long>();
        foreach (var message in messages)
        {
            if ((ids.Count & 0xfff) == 0) cancellation.ThrowIfCancellationRequested();
            if (message.Marks.HasFlag(LinkMarks.Outbound)) written.UnionWith(message.Recipients);
            if ((message.Marks & (LinkMarks.Outbound | LinkMarks.Reaction)) != 0) continue;
            foreach (var trait in message.Traits)
                if ((int)trait.Kind < columns.Length)
                    columns[(int)trait.Kind].Add(((ulong)SharedTrait.Fold(trait.Hash) << 32) | (uint)ids.Count);
            ids.Add(message.Id);
            dates.Add(message.Date?.UtcTicks ?? long.MaxValue);
            identities.Add(message.Identity);
            authors.Add(message.Author);
            recipients.Add(Combine(message.Recipients));
            marks.Add(message.Marks);
        }
        cancellation.ThrowIfCancellationRequested();
        for (var i = 0; i < marks.Count; i++)
            if (marks[i].HasFlag(LinkMarks.Claimed) && bears?.Invoke(ids[i]) != true)
                marks[i] &= ~(LinkMarks.Claimed | LinkMarks.FalseAddress | LinkMarks.FalseDomain | LinkMarks.FalseReply);
        return Order(columns, ids, dates, identities, authors, recipients, marks, written);
    }

    private static LinkTable Order(
        List<ulong>[] columns, List<Sha256> ids, List<long> dates, List<long> identities, List<long> authors, List<long> recipients, List<LinkMarks> marks, HashSet<long> written)
    {
        var order = new int[ids.Count];
        for (var i = 0; i < order.Length; i++) order[i] = i;
        Array.Sort(order, (a, b) => dates[a] != dates[b] ? dates[a].CompareTo(dates[b]) : ids[a].CompareTo(ids[b]));
        // The same bytes given twice are one message.
        var rank = new int[order.Length];
        var kept = new List<int>(order.Length);
        foreach (var i in order)
        {
            if (kept.Count > 0 && ids[kept[^1]] == ids[i])
            {
                rank[i] = -1;
                continue;
            }
            rank[i] = kept.Count;
            kept.Add(i);
        }
        var table = new LinkTable([.. kept.Select(i => ids[i])], [.. kept.Select(i => dates[i])], [.. kept.Select(i => identities[i])], [.. kept.Select(i => recipients[i])], [.. kept.Select(i => marks[i])])
        {
            Known = [.. kept.Select(i => authors[i] != 0 && written.Contains(authors[i]))],
        };
        for (var kind = 0; kind < columns.Length; kind++)
        {
            table.AddKind((TraitKind)kind, columns[kind], rank);
            columns[kind] = [];
        }
        table.Members.TrimExcess();
        table.IndexByMessage();
        return table;
    }

    private void AddKind(TraitKind kind, List<ulong> column, int[] rank)
    {
        var entries = new ulong[column.Count];
        var count = 0;
        foreach (var entry in column)
            if (rank[(int)(uint)entry] is >= 0 and var place)
                entries[count++] = (entry & 0xffff_ffff_0000_0000) | (uint)place;
        Array.Sort(entries, 0, count);
        var identities = new HashSet<long>();
        for (var start = 0; start < count;)
        {
            var end = start;
            var having = 0;
            identities.Clear();
            for (; end < count && entries[end] >> 32 == entries[start] >> 32; end++)
            {
                if (end > start && entries[end] == entries[end - 1]) continue;
                having++;
                if (identities.Count <= LinkWeights.CommonIdentities) identities.Add(Identities[(int)(uint)entries[end]]);
            }
            if (having >= 2 && LinkWeights.Of(kind, Count, having, identities.Count) is > 0.25f and var weight)
            {
                for (var i = start; i < end; i++)
                    if (i == start || entries[i] != entries[i - 1]) Members.Add((int)(uint)entries[i]);
                Kinds.Add(kind);
                Keys.Add((uint)(entries[start] >> 32));
                Weights.Add(weight);
                Condemned.Add(IsCondemned(kind));
                Starts.Add(Members.Count);
            }
            start = end;
        }
    }

    /// <summary>Of the trait whose members were added last.</summary>
    private bool IsCondemned(TraitKind kind)
    {
        var by = kind switch
        {
            TraitKind.SenderAddress => LinkMarks.FalseAddress,
            TraitKind.SenderDomain => LinkMarks.FalseDomain,
            TraitKind.ReplyTo => LinkMarks.FalseReply,
            _ => LinkMarks.None,
        };
        if (by == LinkMarks.None) return false;
        for (var i = Starts[^1]; i < Members.Count; i++)
            if (Marks[Members[i]].HasFlag(by | LinkMarks.Claimed)) return true;
        return false;
    }

    private void IndexByMessage()
    {
        var starts = new int[Count + 1];
        foreach (var member in Members) starts[member + 1]++;
        for (var i = 0; i < Count; i++) starts[i + 1] += starts[i];
        var traits = new int[Members.Count];
        var next = starts[..^1];
        for (var trait = 0; trait < Kinds.Count; trait++)
            for (var i = Starts[trait]; i < Starts[trait + 1]; i++)
                traits[next[Members[i]]++] = trait;
        TraitStarts = starts;
        TraitsOf = traits;
    }

    private static long Combine(ImmutableArray<long> recipients)
    {
        var sum = 0L;
        foreach (var recipient in recipients) sum = unchecked(sum + recipient); // whatever their order
        return sum;
    }
}
