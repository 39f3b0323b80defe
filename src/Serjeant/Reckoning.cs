using System.Collections.Immutable;
using Serjeant.Campaigns;
using Serjeant.Judgement;
using Serjeant.Outbound;
using Serjeant.Personas;
using Serjeant.Reports;
using Serjeant.Retention;
using Serjeant.Signals;
using Serjeant.Signals.Impersonation;
using Serjeant.Values;

namespace Serjeant;

/// <summary>
/// The second half of the flow: looks at all that is kept, old and new, links it into campaigns and judges every message by itself, by its
/// sender's past, and by the campaign it belongs to. Depends on what is kept, never on the order in which it came.
/// </summary>
public sealed class Reckoning
{
    private const string CampaignHostile = "campaign.hostile", CampaignSuspect = "campaign.suspect", CampaignOrdinary = "campaign.ordinary", AmongSuspects = "campaign.among-suspects";

    private readonly IFlowStore _store;
    private readonly Judge _judge;
    private readonly RelationSignals _relations;
    private readonly CorrespondenceSignals _correspondence;
    private readonly Dictionary<Sha256, Campaign> _campaignOf = [];

    private Reckoning(House house, IFlowStore store, Judge judge, Contacts contacts, OwnThreads threads, Correspondents correspondents, Claims claims)
    {
        _store = store;
        _judge = judge;
        _relations = new(contacts, threads);
        _correspondence = new(house, correspondents, store.Find);
        Claims = claims;
    }

    /// <summary>All campaigns in the mail that is kept: hostile first, then suspect, then ordinary; the largest first in each.</summary>
    public ImmutableArray<Campaign> Campaigns { get; private set; } = [];

    /// <summary>Mailboxes and servers of ours whose mail is not like theirs, the heaviest first.</summary>
    public ImmutableArray<OutboundFinding> Outbound { get; private set; } = [];

    /// <summary>Which messages that somebody told us of count.</summary>
    public Claims Claims { get; }

    /// <summary>Links and judges all that is kept, and saves which message belongs to which campaign.</summary>
    public static Reckoning Make(House house, WeightTable weights, IFlowStore store, TimeProvider time, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(house);
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(time);
        var judge = new Judge(weights);
        var contacts = new Contacts();
        var threads = new OwnThreads(contacts);
        var correspondents = new Correspondents(house);
        var testimonies = store.ReadTestimonies();
        var claims = new Claims(house.Roster, contacts, testimonies.Select(t => t.Message).ToHashSet());
        var told = new TestimonySignals(testimonies, store.Find, claims);
        var outbound = new OutboundMaker(house, judge);
        var groups = new CampaignLinker().Link(Noting(store.ReadAll(), contacts, threads, correspondents, outbound), store.ReadMembership(), told.Bears, cancellation);
        Tidy(groups.Considered);
        var reckoning = new Reckoning(house, store, judge, contacts, threads, correspondents, claims);
        var maker = new CampaignMaker(house, contacts, reckoning.Find, m => reckoning.Alone(m).Finding, s => judge.AssessCampaign(s), claims, told.Find);
        var campaigns = new List<Campaign>();
        foreach (var group in groups.Groups)
        {
            cancellation.ThrowIfCancellationRequested();
            if (maker.Make(group) is { } campaign) campaigns.Add(campaign);
        }
        foreach (var campaign in campaigns)
            foreach (var member in campaign.Messages) reckoning._campaignOf[member] = campaign;
        reckoning.Outbound = outbound.Make(cancellation);
        reckoning.Campaigns = [.. campaigns.OrderByDescending(c => c.Assessment.Finding).ThenByDescending(c => c.Messages.Length).ThenBy(c => c.Id, StringComparer.Ordinal)];
        store.Save(campaigns.SelectMany(c => c.Messages.Select(m => (c.Id, m))), groups.Merges, time.GetUtcNow());
        store.Save(reckoning.Standings(cancellation));
        Tidy(groups.Considered);
        return reckoning;
    }

    /// <summary>
    /// Gives back at once what a finished step no longer needs. Linking and the making of campaigns look at all mail in large arrays; left to
    /// itself the collector keeps their room, and the next step's comes on top.
    /// </summary>
    private static void Tidy(int messages)
    {
        const int Many = 10_000;
        if (messages >= Many) GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
    }

    /// <summary>The campaign a message belongs to, or null.</summary>
    public Campaign? CampaignOf(Sha256 message) => _campaignOf.GetValueOrDefault(message);

    /// <summary>Judges one message with everything that is known.</summary>
    public Assessment Judge(KeptMessage message)
    {
        ArgumentNullException.ThrowIfNull(message);
        return Judge(message, Signals(message, _correspondence.Find(message)?.Signal));
    }

    private Assessment Judge(KeptMessage message, ImmutableArray<Signal> signals) =>
        _judge.Assess(!message.Outbound && CampaignOf(message.Id) is { } campaign && SignalOf(campaign, signals) is { } signal ? signals.Add(signal) : signals);

    /// <summary>The current scan's messages with their judgements, in the order of reading.</summary>
    public IEnumerable<JudgedMessage> ReadScan()
    {
        foreach (var (place, message) in _store.ReadScan())
        {
            var found = _correspondence.Find(message);
            yield return new(place, Known(message, found?.Imitation), Judge(message, Signals(message, found?.Signal)), CampaignOf(message.Id)?.Id);
        }
    }

    /// <summary>All that is kept and not ordinary, by itself or by its campaign: how long it is kept hangs on it.</summary>
    private IEnumerable<Standing> Standings(CancellationToken cancellation)
    {
        foreach (var message in _store.ReadAll())
        {
            cancellation.ThrowIfCancellationRequested();
            var (campaign, finding) = (CampaignOf(message.Id), Judge(message).Finding);
            if (campaign?.Assessment.Finding > finding) finding = campaign.Assessment.Finding;
            if (finding != Finding.Ordinary) yield return new(message.Id, finding, campaign?.Id ?? "");
        }
    }

    private static IEnumerable<KeptMessage> Noting(IEnumerable<KeptMessage> messages, Contacts contacts, OwnThreads threads, Correspondents correspondents, OutboundMaker outbound)
    {
        foreach (var message in messages)
        {
            outbound.Add(message, contacts); // before its recipients count as known
            contacts.Add(message);
            threads.Add(message);
            correspondents.Add(message);
            yield return message;
        }
    }

    /// <summary>Without the campaign: what a campaign is judged by must not lean on the campaign's own judgement.</summary>
    private Assessment Alone(KeptMessage message) => _judge.Assess(Signals(message, _correspondence.Find(message)?.Signal));

    /// <summary>What was seen in the message, and what all other mail says of its sender.</summary>
    /// <param name="posing">That the sender poses as a correspondent; null where he does not.</param>
    private ImmutableArray<Signal> Signals(KeptMessage message, Signal? posing)
    {
        // What our own people send is never theirs to be warned of: it speaks of the mailbox, and is judged there (Outbound).
        if (message.Outbound) return [];
        var signals = message.Signals.AddRange(_relations.Find(message));
        return posing is null ? signals : signals.Add(posing);
    }

    private KeptMessage? Find(Sha256 id) => _store.Find(id) is { } message ? Known(message, _correspondence.Find(message)?.Imitation) : null;

    /// <summary>The message with the imitation that only other mail shows; itself where there is none.</summary>
    private static KeptMessage Known(KeptMessage message, Imitation? imitation) =>
        imitation is null ? message : message with { Imitations = message.Imitations.Add(imitation) };

    /// <summary>
    /// What the campaign says of a member. What it was found to be because of its members' own looks says nothing new of those members: copies
    /// share what they are suspect for, and it must not count twice. It lifts only the copy that hides among them.
    /// </summary>
    private Signal? SignalOf(Campaign campaign, ImmutableArray<Signal> member)
    {
        var signals = campaign.Assessment.Signals.Select(s => s.Signal);
        var itself = _judge.AssessCampaign(signals.Where(s => !CampaignSignals.IsOfMembers(s.Code))).Finding;
        if (itself == Finding.Hostile) return new(CampaignHostile, Evidence(campaign));
        if (itself == Finding.Suspect) return new(CampaignSuspect, Evidence(campaign));
        if (campaign.Assessment.Finding != Finding.Ordinary)
            return _judge.Assess(member).Finding < campaign.Assessment.Finding ? new(AmongSuspects, Evidence(campaign)) : null;
        return signals.Any(s => s.Code is CampaignSignals.SteadySenderCode or CampaignSignals.CorrespondentCode) ? new(CampaignOrdinary, Evidence(campaign)) : null;
    }

    private static string Evidence(Campaign campaign) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{campaign.Id}, {campaign.Messages.Length} messages");
}
