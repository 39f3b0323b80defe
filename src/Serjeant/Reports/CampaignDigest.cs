using Serjeant.Campaigns;
using Serjeant.Values;

namespace Serjeant.Reports;

/// <summary>What the messages of one campaign add to it for a report: when, from which account, to whom. Bounded by the campaign's own size.</summary>
public sealed class CampaignDigest(Campaign campaign, int kept)
{
    /// <summary>Place of accounts that are not among the campaign's own.</summary>
    public const int OtherSender = -1;

    private readonly Dictionary<string, int> _senders = Index(campaign.Senders);
    private readonly HashSet<Sha256> _seen = [];
    private readonly Weightiest _weightiest = new(kept);

    public Campaign Campaign { get; } = campaign;

    /// <summary>Different messages met in this scan; the campaign may have more from earlier ones.</summary>
    public int Seen => _seen.Count;

    /// <summary>Messages by account and day (days since 1 January 1).</summary>
    public Dictionary<(int Sender, int Day), int> ByDay { get; } = [];

    /// <summary>Messages by account and person.</summary>
    public Dictionary<(int Sender, string Person), int> ByPerson { get; } = [];

    /// <summary>Messages by account that reached nobody on the roster.</summary>
    public Dictionary<int, int> ToOthers { get; } = [];

    /// <summary>Messages by the way they came into our hands.</summary>
    public SortedDictionary<MessageChannel, int> ByChannel { get; } = [];

    /// <summary>The first display name seen of each account.</summary>
    public Dictionary<int, string> Names { get; } = [];

    public IReadOnlyList<JudgedMessage> Messages => _weightiest.ByDate();

    public void Add(JudgedMessage judged)
    {
        var message = judged.Message;
        if (!_seen.Add(message.Id)) return;
        _weightiest.Add(judged);
        var sender = _senders.GetValueOrDefault(message.Account, OtherSender);
        if (message.FromName.Length > 0) Names.TryAdd(sender, message.FromName);
        ByChannel[message.Channel] = ByChannel.GetValueOrDefault(message.Channel) + 1;
        if (message.Date is { } date)
            Count(ByDay, (sender, DateOnly.FromDateTime(date.UtcDateTime).DayNumber));
        foreach (var person in message.Targets)
            Count(ByPerson, (sender, person));
        if (message.Targets.IsEmpty) Count(ToOthers, sender);
    }

    private static void Count<T>(Dictionary<T, int> counts, T key) where T : notnull =>
        counts[key] = counts.GetValueOrDefault(key) + 1;

    private static Dictionary<string, int> Index(IEnumerable<string> senders)
    {
        var index = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var sender in senders) index.TryAdd(sender, index.Count);
        return index;
    }
}

/// <summary>An ordinary mass mailing: what its first message shows.</summary>
public sealed record Mailing(Campaign Campaign)
{
    public string Name { get; internal set; } = "";

    public string Subject { get; internal set; } = "";

    public string? Service { get; internal set; }
}
