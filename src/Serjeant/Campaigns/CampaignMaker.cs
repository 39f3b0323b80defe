using System.Collections.Immutable;
using System.Globalization;
using Serjeant.Judgement;
using Serjeant.Signals;
using Serjeant.Values;

namespace Serjeant.Campaigns;

/// <summary>Looks at what was linked, and makes a campaign of it: who sent, who was targeted, what they share, what tells them apart.</summary>
/// <param name="house">Whom we protect, and what is common knowledge.</param>
/// <param name="contacts">Who wrote here before, and to whom our people wrote.</param>
/// <param name="find">Gives a kept message, as <see cref="IMessageStore.Find"/> does.</param>
/// <param name="judgeMember">What a member is by itself.</param>
/// <param name="judge">Weighs the signals of the campaign as a whole.</param>
/// <param name="claims">Which messages that somebody told us of count; null where nobody told of any.</param>
/// <param name="told">What others told us of members; empty where nobody did.</param>
public sealed class CampaignMaker(
    House house, Contacts contacts, Func<Sha256, KeptMessage?> find, Func<KeptMessage, Finding> judgeMember, Func<ImmutableArray<Signal>, Assessment> judge,
    Claims? claims = null, Func<CampaignGroup, ImmutableArray<Signal>>? told = null)
{
    // Tokens are looked for in runs of neighbours by date, since copies of one mail come together.
    private const int TokenRuns = 8, RunLength = 40, HeldBy = 8, MaximumSenders = 200, MaximumHosts = 100, MaximumImitations = 50;

    private readonly Claims _claims = claims ?? new(house.Roster, contacts, ImmutableHashSet<Sha256>.Empty);
    private readonly Victimology _victimology = new(house.Roster);
    private readonly CampaignSignals _signals = new(house, contacts);
    private readonly Dictionary<string, int> _rosterOrder = house.Roster.People.Select((p, i) => (p.Id, i)).DistinctBy(p => p.Id).ToDictionary(p => p.Id, p => p.i, StringComparer.Ordinal);

    /// <returns>Null where two messages alone are neither told apart by a token nor joined by an attachment: those are no campaign.</returns>
    public Campaign? Make(CampaignGroup group)
    {
        ArgumentNullException.ThrowIfNull(group);
        var portrait = new CampaignPortrait();
        var names = new Dictionary<SharedTrait, string>();
        var sample = new List<KeptMessage>();
        for (var i = 0; i < group.Messages.Length; i++)
        {
            if (find(group.Messages[i]) is not { } message) continue;
            portrait.Add(message, judgeMember(message), _claims);
            Name(names, group.Shared, message);
            if (IsSampled(i, group.Messages.Length)) sample.Add(message);
        }
        var tokens = TokenDifferencer.Find(sample);
        var testimony = told?.Invoke(group) ?? [];
        if (group.Messages.Length == 1 && testimony.IsEmpty) return null;
        if (group.Messages.Length == 2 && testimony.IsEmpty && !tokens.Any(t => t.Recipients > 1) && !group.Shared.Any(t => t.Kind == TraitKind.Attachment)) return null;
        var shared = _victimology.Find(portrait.Targets);
        var signals = _signals.Find(portrait, shared, tokens, group);
        // Who was taken in has written there as well: that our people write to an address does not make it true.
        if (!testimony.IsEmpty) signals = [.. testimony, .. signals.Where(s => s.Code != CampaignSignals.CorrespondentCode)];
        var assessment = judge(signals);
        return new()
        {
            Id = group.Id,
            Messages = group.Messages,
            Assessment = assessment,
            Kind = KindOf(portrait, assessment, !testimony.IsEmpty),
            Senders = [.. CampaignPortrait.MostFirst(portrait.Senders).Take(MaximumSenders)],
            CallbackHosts = [.. CampaignPortrait.MostFirst(portrait.CallbackHosts).Take(MaximumHosts)],
            Targets = [.. portrait.Targets.OrderBy(t => _rosterOrder.GetValueOrDefault(t, int.MaxValue)).ThenBy(t => t, StringComparer.Ordinal)],
            Recipients = portrait.Recipients.Count,
            Shared = shared,
            Tokens = tokens,
            Imitations = [.. portrait.Imitations.OrderByDescending(i => i.Value).ThenBy(i => i.Key.FalseAddress, StringComparer.Ordinal).Take(MaximumImitations).Select(i => i.Key)],
            HeldTogetherBy = HeldTogether(group, names),
            FirstSeen = portrait.First,
            LastSeen = portrait.Last,
        };
    }

    private static CampaignKind KindOf(CampaignPortrait portrait, Assessment assessment, bool told)
    {
        if (told) return portrait.ToOthers > 0 ? CampaignKind.ImpersonationTowardsOthers : CampaignKind.ImpersonationTowardsUs;
        return assessment.Finding != Finding.Ordinary && portrait.InOurNames > 0 && 2 * portrait.InOurNames >= portrait.Messages ? CampaignKind.ImpersonationTowardsUs : CampaignKind.Unspecified;
    }

    private static bool IsSampled(int index, int count)
    {
        if (count <= TokenRuns * RunLength) return true;
        var run = count / TokenRuns;
        return index % run < RunLength;
    }

    private static void Name(Dictionary<SharedTrait, string> names, ImmutableArray<SharedTrait> shared, KeptMessage message)
    {
        if (names.Count == shared.Length) return;
        foreach (var trait in message.Traits)
            foreach (var one in shared)
                if (one.Is(trait)) names.TryAdd(one, trait.Value);
    }

    private static ImmutableArray<string> HeldTogether(CampaignGroup group, Dictionary<SharedTrait, string> names)
    {
        var lines = ImmutableArray.CreateBuilder<string>();
        var seen = new HashSet<TraitKind>();
        foreach (var trait in group.Shared)
        {
            // Bands of one text are one thing for a reader.
            if (trait.Kind is TraitKind.TemplateBand or TraitKind.UrlShape or TraitKind.CallbackShape && !seen.Add(trait.Kind)) continue;
            if (lines.Count == HeldBy) break;
            var value = names.GetValueOrDefault(trait, "");
            lines.Add(string.Create(CultureInfo.InvariantCulture, $"{Word(trait.Kind)}{(value.Length == 0 ? "" : " " + value)} ({trait.Members} of {group.Messages.Length})"));
        }
        return lines.ToImmutable();
    }

    private static string Word(TraitKind kind) => kind switch
    {
        TraitKind.SenderAddress => "sender",
        TraitKind.SenderDomain => "sender's domain",
        TraitKind.DisplayName => "sender's name",
        TraitKind.ReturnPathDomain => "return path",
        TraitKind.ReplyTo => "replies to",
        TraitKind.OriginAddress => "sent from",
        TraitKind.OriginNetwork => "sent from network",
        TraitKind.OriginHost => "sent by host",
        TraitKind.ServiceAccount => "service account",
        TraitKind.MailingService => "mailing service",
        TraitKind.DkimDomain => "signed by",
        TraitKind.DkimSelector => "signature selector",
        TraitKind.CallbackHost => "calls",
        TraitKind.LinkHost => "links to",
        TraitKind.UrlShape => "form of URLs",
        TraitKind.CallbackShape => "form of callbacks",
        TraitKind.Attachment => "same attachment",
        TraitKind.AttachmentName => "attachment named",
        TraitKind.TemplateBand => "same text",
        TraitKind.HtmlSkeleton => "same layout",
        TraitKind.SubjectShape => "subject",
        TraitKind.Software => "software",
        _ => "form of Message-IDs",
    };
}
