using Serjeant.Values;

namespace Serjeant.Retention;

/// <summary>Which messages the holds in force cover.</summary>
public sealed class HoldCover
{
    private readonly List<(string Name, HashSet<Sha256> Messages)> _messages = [];
    private readonly List<(string Name, string Campaign)> _campaigns = [];
    private readonly List<Hold> _dates = [];
    private readonly IReadOnlyDictionary<Sha256, string> _membership = new Dictionary<Sha256, string>();
    private readonly IFlowStore _store;

    public HoldCover(IFlowStore store)
    {
        ArgumentNullException.ThrowIfNull(store);
        _store = store;
        var holds = store.ReadHolds().Where(h => h.InForce).ToList();
        if (holds.Exists(h => h.Scope == HoldScope.Campaign)) _membership = store.ReadMembership();
        foreach (var hold in holds)
        {
            if (hold.Scope == HoldScope.Dates) _dates.Add(hold);
            else if (hold.Scope == HoldScope.Campaign) _campaigns.Add((hold.Name, Followed(hold.Subject)));
            else if (hold.Scope == HoldScope.Message) _messages.Add((hold.Name, Sha256.TryParse(hold.Subject, out var id) ? [id] : []));
            else _messages.Add((hold.Name, new PersonMail(store).Find(PersonSelection.Read(hold.Subject)).ToHashSet()));
        }
    }

    public bool IsEmpty => _messages.Count + _campaigns.Count + _dates.Count == 0;

    /// <summary>Names of the holds that cover a message.</summary>
    /// <param name="id">Which message.</param>
    /// <param name="date">Its date if known; else it is looked up.</param>
    public IEnumerable<string> Of(Sha256 id, DateTimeOffset? date)
    {
        foreach (var (name, messages) in _messages)
            if (messages.Contains(id)) yield return name;
        foreach (var (name, campaign) in _campaigns)
            if (_membership.GetValueOrDefault(id) == campaign) yield return name;
        if (_dates.Count == 0) yield break;
        date ??= DateOf(_store, id);
        foreach (var hold in _dates)
            // What has no date may be of any time.
            if (date is null || ((hold.From is null || date >= hold.From) && (hold.To is null || date < hold.To))) yield return hold.Name;
    }

    /// <summary>A message's date from its record, else from its entry.</summary>
    internal static DateTimeOffset? DateOf(IFlowStore store, Sha256 id) => store.NumberOf(id) is { } number && store.FindEntry(number) is { } entry ? entry.Date : store.Find(id)?.Date;

    /// <summary>The campaign that this one went into since.</summary>
    private string Followed(string campaign)
    {
        foreach (var (old, into, _) in _store.ReadMerges())
            if (old == campaign) campaign = into;
        return campaign;
    }
}
