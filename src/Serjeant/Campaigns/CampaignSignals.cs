using System.Collections.Immutable;
using System.Globalization;
using Serjeant.Registers;
using Serjeant.Signals;
using Serjeant.Values;

namespace Serjeant.Campaigns;

/// <summary>What only the whole campaign shows, for and against; the weights are data (data/signals).</summary>
internal sealed class CampaignSignals(House house, Contacts contacts)
{
    private const int RotatingIdentities = 3, SteadyDays = 60, StrangerDays = 30;
    private const double SmallQ = 0.001, LargeRatio = 3, MostMembers = 0.9, ManyMembers = 0.5, SomeMembers = 0.2;

    public const string SteadySenderCode = "campaign.steady-sender", CorrespondentCode = "campaign.correspondent";

    private const string HostileMembersCode = "campaign.hostile-members", SuspectMembersCode = "campaign.suspect-members";

    private readonly Dictionary<string, Person> _people = house.Roster.People.DistinctBy(p => p.Id).ToDictionary(p => p.Id, StringComparer.Ordinal);

    public ImmutableArray<Signal> Find(CampaignPortrait portrait, ImmutableArray<SharedAttribute> shared, ImmutableArray<RecipientToken> tokens, CampaignGroup group)
    {
        var signals = ImmutableArray.CreateBuilder<Signal>();
        void Add(string code, string? evidence)
        {
            if (evidence is not null) signals.Add(new(code, evidence.Length > 300 ? evidence[..300] : evidence));
        }
        Add("campaign.rotating-senders", RotatingSenders(portrait, group));
        Add("campaign.rotating-accounts", RotatingAccounts(portrait));
        Add("campaign.per-recipient-callback", PerRecipientCallback(portrait, tokens));
        Add("campaign.address-in-foreign-link", AddressInForeignLink(portrait, tokens));
        Add("campaign.shared-rare-attribute", SharedRareAttribute(shared));
        Add("campaign.strangers", Strangers(portrait));
        Add("campaign.family-reached", FamilyReached(portrait));
        if (Many(portrait.Hostile, portrait)) Add(HostileMembersCode, Text($"{portrait.Hostile} of {portrait.Messages} messages are hostile by themselves"));
        else if (Many(portrait.Suspect, portrait)) Add(SuspectMembersCode, Text($"{portrait.Suspect} of {portrait.Messages} messages are suspect or worse by themselves"));
        Add("campaign.borrowed-mask", portrait.Masked >= 2 && portrait.Masked >= SomeMembers * portrait.Messages
            ? Text($"{portrait.Masked} of {portrait.Messages} messages do, for example: {CampaignPortrait.MostFirst(portrait.Masks)[0]}") : null);
        Add(SteadySenderCode, SteadySender(portrait));
        Add("campaign.open-sender", OpenSender(portrait));
        Add(CorrespondentCode, Correspondent(portrait));
        return signals.ToImmutable();
    }

    /// <summary>Whether a signal only repeats what members are by themselves.</summary>
    public static bool IsOfMembers(string code) => code is HostileMembersCode or SuspectMembersCode;

    private static bool Many(int having, CampaignPortrait portrait) => having >= 2 && having >= ManyMembers * portrait.Messages;

    private static string? RotatingSenders(CampaignPortrait portrait, CampaignGroup group)
    {
        if (portrait.Identities.Count < RotatingIdentities || portrait.Identities.Values.Max() > MostMembers * portrait.Messages) return null;
        var kinds = new List<string>();
        foreach (var trait in group.Shared)
            if (trait.Members >= ManyMembers * portrait.Messages && Word(trait.Kind) is { } word && !kinds.Contains(word)) kinds.Add(word);
        return Text($"{portrait.Identities.Count} senders who have nothing to do with each other sent {portrait.Messages} messages with one {(kinds.Count == 0 ? "pattern" : string.Join(", one ", kinds.Take(3)))}: {List(CampaignPortrait.MostFirst(portrait.Identities))}");
    }

    private static string? RotatingAccounts(CampaignPortrait portrait)
    {
        if (portrait.Services.Count == 0) return null;
        var (service, accounts) = portrait.Services.OrderByDescending(s => s.Value.Count).ThenBy(s => s.Key, StringComparer.Ordinal).First();
        return accounts.Count < 2 ? null : Text($"{accounts.Count} accounts of {service}: {List([.. accounts.Order(StringComparer.Ordinal)])}");
    }

    private string? PerRecipientCallback(CampaignPortrait portrait, ImmutableArray<RecipientToken> tokens)
    {
        foreach (var token in tokens)
            if (token.ByOpening && (token.Recipients >= 2 || token.Encoding != TokenEncoding.Opaque) && IsForeign(token, portrait))
                return Text($"{token.Field} at {token.Host} differs for each of {token.Recipients} recipients and is called by opening{(token.Encoding == TokenEncoding.Opaque ? "" : ", made from the address")}; the host belongs to no sender or mailing service of it");
        return null;
    }

    /// <summary>A page that is told by the link who comes: what a form needs that asks only for the password.</summary>
    private string? AddressInForeignLink(CampaignPortrait portrait, ImmutableArray<RecipientToken> tokens)
    {
        foreach (var token in tokens)
            if (!token.ByOpening && token.Recipients >= 2 && token.Encoding != TokenEncoding.Opaque && IsForeign(token, portrait))
                return Text($"{token.Field} at {token.Host} carries the address of each of {token.Recipients} recipients; the host belongs to no sender or mailing service of it");
        return null;
    }

    private bool IsForeign(RecipientToken token, CampaignPortrait portrait)
    {
        if (!DomainName.TryParse(token.Host.AsSpan().TrimStart("*."), out var host)) return false;
        var registrable = host.Registrable.Name;
        return house.Services.FindByHost(host) is null && !portrait.Identities.ContainsKey(registrable) && !portrait.Infrastructure.Contains(registrable);
    }

    private static string? SharedRareAttribute(ImmutableArray<SharedAttribute> shared)
    {
        foreach (var one in shared)
            if (one.Q < SmallQ && one.Low > LargeRatio)
                return Text($"{one.Targeted} of the {one.TargetedTotal} targeted share {one.Attribute}, which {one.Roster} of {one.RosterTotal} on the roster have: {Figures.Ratio(one.OddsRatio)} times the odds ({Figures.Ratio(one.Low)} to {Figures.Ratio(one.High)}), q = {Figures.Chance(one.Q)}");
        return null;
    }

    private string? Strangers(CampaignPortrait portrait)
    {
        if (portrait.First is not { } first || portrait.Senders.Count == 0) return null;
        var before = first.AddDays(-StrangerDays);
        // Where the mail begins with the campaign and nothing outbound is known, everybody is a stranger.
        if (!contacts.KnowsOutbound && !(contacts.Earliest < before)) return null;
        if (portrait.Senders.Keys.Any(contacts.WroteTo)) return null;
        if (portrait.Identities.Keys.Any(i => contacts.FirstFrom(i) < before)) return null;
        // What went to others only never came here at all.
        return portrait.Identities.Keys.Select(contacts.FirstFrom).Min() is { } began
            ? Text($"{portrait.Senders.Count} in all, and none of them wrote here before {began:yyyy-MM-dd}")
            : null;
    }

    private string? FamilyReached(CampaignPortrait portrait)
    {
        var family = portrait.Targets.Where(t => _people.TryGetValue(t, out var p) && IsFamily(p)).Order(StringComparer.Ordinal).ToArray();
        if (family.Length == 0 || family.Length == portrait.Targets.Count) return null;
        var personal = family.Sum(id => _people[id].Personal.Count(a => portrait.Recipients.Contains(a.Key)));
        return personal == 0 ? null : Text($"{personal} personal addresses of family beside {portrait.Targets.Count - family.Length} others on the roster");
    }

    /// <summary>What an honest mailing shows from its first copy on: whoever hides rotates senders, and offers no way out that works.</summary>
    private static string? OpenSender(CampaignPortrait portrait) =>
        portrait.Identities.Count == 1 && portrait.AlignedWithUnsubscribe >= MostMembers * portrait.Messages
            ? Text($"{portrait.Identities.Keys.First()}, authenticated and with a way to unsubscribe")
            : null;

    private static string? SteadySender(CampaignPortrait portrait)
    {
        if (portrait.Identities.Count != 1 || portrait.First is not { } first || portrait.Last is not { } last || (last - first).TotalDays <= SteadyDays) return null;
        return portrait.AlignedWithUnsubscribe < MostMembers * portrait.Messages ? null
            : Text($"{portrait.Identities.Keys.First()} sent {portrait.Messages} messages over {(last - first).TotalDays:0} days, authenticated and with a way to unsubscribe");
    }

    private string? Correspondent(CampaignPortrait portrait)
    {
        var known = portrait.Senders.Where(s => contacts.WroteTo(s.Key)).ToArray();
        return known.Length == 0 || known.Sum(s => s.Value) < ManyMembers * portrait.Messages ? null
            : Text($"people here wrote to {List([.. known.OrderByDescending(s => s.Value).ThenBy(s => s.Key, StringComparer.Ordinal).Select(s => s.Key)])}");
    }

    private static bool IsFamily(Person person) => person.Attributes.Any(a => a.Key == "role" && a.Value.Contains("family", StringComparison.OrdinalIgnoreCase));

    private static string? Word(TraitKind kind) => kind switch
    {
        TraitKind.TemplateBand or TraitKind.HtmlSkeleton => "template",
        TraitKind.CallbackHost => "callback host",
        TraitKind.UrlShape or TraitKind.CallbackShape => "form of URLs",
        TraitKind.Attachment => "attachment",
        TraitKind.ReplyTo => "reply address",
        _ => null,
    };

    private static string List(ImmutableArray<string> values) =>
        values.Length <= 3 ? string.Join(", ", values) : Text($"{string.Join(", ", values.Take(3))} and {values.Length - 3} more");

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
