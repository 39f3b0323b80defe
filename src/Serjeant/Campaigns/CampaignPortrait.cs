using System.Collections.Immutable;
using Serjeant.Judgement;
using Serjeant.Signals.Impersonation;
using Serjeant.Values;

namespace Serjeant.Campaigns;

/// <summary>What was counted over the members of a group, in one pass that keeps only counts.</summary>
internal sealed class CampaignPortrait
{
    /// <summary>Where answers go, and of whom a subject speaks, is no name that the sender wears.</summary>
    private static readonly string[] NoMasks = ["impersonation.reply-elsewhere", "impersonation.reply-other-domain", "impersonation.contact-elsewhere", "impersonation.brand-in-subject",
        "impersonation.person-namesake", "impersonation.name-through-service", "impersonation.body-claim"];

    public int Messages { get; private set; }

    public int Bulk { get; private set; }

    public int Aligned { get; private set; }

    public int AlignedWithUnsubscribe { get; private set; }

    /// <summary>Members that are suspect or hostile by themselves.</summary>
    public int Suspect { get; private set; }

    /// <summary>Members that are hostile by themselves.</summary>
    public int Hostile { get; private set; }

    /// <summary>Members that borrow somebody's name (signals impersonation.* that say so).</summary>
    public int Masked { get; private set; }

    /// <summary>Members that wear the name of one of our people or bodies.</summary>
    public int InOurNames { get; private set; }

    /// <summary>Members that went to others, not to us.</summary>
    public int ToOthers { get; private set; }

    public DateTimeOffset? First { get; private set; }

    public DateTimeOffset? Last { get; private set; }

    /// <summary>Author's account (<see cref="KeptMessage.Account"/>) and how many members it has.</summary>
    public Dictionary<string, int> Senders { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, int> Identities { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, int> CallbackHosts { get; } = new(StringComparer.Ordinal);

    /// <summary>Mailing services with the accounts on each that are borne out: what From or a copied header claims is none.</summary>
    public Dictionary<string, HashSet<string>> Services { get; } = new(StringComparer.Ordinal);

    public HashSet<string> Targets { get; } = new(StringComparer.Ordinal);

    public HashSet<string> Recipients { get; } = new(StringComparer.Ordinal);

    /// <summary>Registrable domains that sent it: signatures, return paths, hosts at the hand-over.</summary>
    public HashSet<string> Infrastructure { get; } = new(StringComparer.Ordinal);

    /// <summary>What each evidence of a mask said, with its count.</summary>
    public Dictionary<string, int> Masks { get; } = new(StringComparer.Ordinal);

    /// <summary>Whose names members wear, with how many members.</summary>
    public Dictionary<Imitation, int> Imitations { get; } = [];

    public void Add(KeptMessage message, Finding finding, Claims claims)
    {
        Messages++;
        if (message.Bulk) Bulk++;
        if (message.Aligned) Aligned++;
        if (message.Aligned && message.Unsubscribe) AlignedWithUnsubscribe++;
        if (finding != Finding.Ordinary) Suspect++;
        if (finding == Finding.Hostile) Hostile++;
        if (message.Date is { } date)
        {
            if (First is null || date < First) First = date;
            if (Last is null || date > Last) Last = date;
        }
        Count(Senders, message.Account);
        Count(Identities, message.SenderIdentity);
        foreach (var host in message.CallbackHosts) Count(CallbackHosts, host);
        // Where the service does not show the account, the address it writes from stands for it, if it is borne out.
        if (message.MailingService is { } service && (message.ServiceAccount ?? (message.Aligned ? message.Account : null)) is { Length: > 0 } account)
        {
            if (!Services.TryGetValue(service, out var accounts)) Services[service] = accounts = new(StringComparer.Ordinal);
            accounts.Add(account);
        }
        Targets.UnionWith(message.Targets);
        Recipients.UnionWith(message.Recipients);
        AddMasks(message);
        var ours = claims.OfOurs(message);
        if (!ours.IsEmpty) InOurNames++;
        if (message.Channel != MessageChannel.Received) ToOthers++;
        foreach (var imitation in message.Imitations.Where(i => i.Kind is ImitatedKind.Outlet or ImitatedKind.Correspondent).Concat(ours)) Imitations[imitation] = Imitations.GetValueOrDefault(imitation) + 1;
        foreach (var trait in message.Traits)
            if (trait.Kind is TraitKind.DkimDomain or TraitKind.ReturnPathDomain) Infrastructure.Add(trait.Value);
            else if (trait.Kind == TraitKind.OriginHost && DomainName.TryParse(trait.Value.Replace('#', '0'), out var host)) Infrastructure.Add(host.Registrable.Name);
    }

    public static ImmutableArray<string> MostFirst(Dictionary<string, int> counts) =>
        [.. counts.OrderByDescending(c => c.Value).ThenBy(c => c.Key, StringComparer.Ordinal).Select(c => c.Key)];

    private void AddMasks(KeptMessage message)
    {
        var masked = false;
        foreach (var signal in message.Signals)
        {
            if (!signal.Code.StartsWith("impersonation.", StringComparison.Ordinal) || NoMasks.Contains(signal.Code)) continue;
            masked = true;
            Count(Masks, signal.Evidence);
        }
        if (masked) Masked++;
    }

    private static void Count(Dictionary<string, int> counts, string value)
    {
        if (value.Length == 0) return;
        counts[value] = counts.GetValueOrDefault(value) + 1;
    }
}
