using System.Collections.Immutable;
using Serjeant.Judgement;

namespace Serjeant.Hunts.Lookups;

/// <summary>A message with what found it, while a hunt goes on.</summary>
internal sealed class Draft
{
    public List<int> Answers { get; } = [];

    public SelectorRole Roles { get; set; }

    public HashSet<string> Alike { get; } = new(StringComparer.Ordinal);

    public int Strength { get; set; }
}

/// <summary>Entries that a hunt has looked at, each read once, and which of them the window holds.</summary>
internal sealed class EntryCatalogue(IIndexStore index, IHuntStore? campaigns, HuntWindow window)
{
    /// <summary>Above this, entries are read again where they are needed again.</summary>
    private const int Most = 500_000;

    private readonly Dictionary<uint, IndexEntry?> _entries = [];

    /// <summary>Messages asked for that are no longer there.</summary>
    public long Gone { get; private set; }

    /// <summary>Null where it was deleted.</summary>
    public IndexEntry? Find(uint number)
    {
        if (_entries.TryGetValue(number, out var known)) return known;
        var entry = index.FindEntry(number);
        if (entry is null) Gone++;
        if (_entries.Count < Most) _entries[number] = entry;
        return entry;
    }

    /// <summary>Undated messages are in every window: nobody can say that they are not.</summary>
    public bool Holds(IndexEntry entry) => entry.Date is not { } date || window.Holds(date);

    public ImmutableArray<HuntedMessage> ToMessages(Dictionary<uint, Draft> found)
    {
        var messages = new List<HuntedMessage>(found.Count);
        foreach (var (number, draft) in found)
            if (Find(number) is { } entry)
                messages.Add(Message(number, entry) with { Answers = [.. draft.Answers], Roles = draft.Roles, Alike = [.. draft.Alike.Order(StringComparer.Ordinal)], Strength = draft.Strength });
        return [.. InOrder(messages).OrderByDescending(m => m.Strength)];
    }

    /// <summary>As something that no selector found.</summary>
    public HuntedMessage Message(uint number, IndexEntry entry) =>
        new(number, entry, [], SelectorRole.None, campaigns?.FindCampaign(entry.Id), campaigns?.FindFinding(entry.Id) ?? Finding.Ordinary);

    /// <summary>By date, undated last, then by number.</summary>
    public static ImmutableArray<HuntedMessage> InOrder(IEnumerable<HuntedMessage> messages) =>
        [.. messages.OrderBy(m => m.Entry.Date ?? DateTimeOffset.MaxValue).ThenBy(m => m.Entry.Date is null).ThenBy(m => m.Number)];
}
