using System.Collections.Immutable;
using Serjeant.Campaigns;
using Serjeant.Judgement;
using Serjeant.Signals;
using Serjeant.Signals.Impersonation;
using Serjeant.Values;

namespace Serjeant.Hunts.Knowledge;

/// <summary>
/// Takes from hostile and suspect mail what its senders alone have: where it comes from, what it calls, what it brings. What everybody uses, what
/// is ours, and senders that were only forged teach nothing.
/// </summary>
/// <param name="house">What is ours, and what everybody uses.</param>
/// <param name="find">Gives a kept message.</param>
public sealed class KnowledgeMaker(House house, Func<Sha256, KeptMessage?> find)
{
    // A campaign of thousands says with its first hundred what it has in common.
    private const int MembersLookedAt = 100, MostOfCampaign = 200, CutValue = 120;

    private readonly TraitMaker _traits = new(house);

    /// <param name="campaigns">Ordinary ones are passed over.</param>
    /// <param name="loose">Hostile and suspect messages outside campaigns.</param>
    public ImmutableArray<KnownThing> Make(IEnumerable<Campaign> campaigns, IEnumerable<KeptMessage> loose)
    {
        ArgumentNullException.ThrowIfNull(campaigns);
        ArgumentNullException.ThrowIfNull(loose);
        var known = new Dictionary<Selector, KnownThing>();
        foreach (var campaign in campaigns)
        {
            if (campaign.Assessment.Finding == Finding.Ordinary) continue;
            var before = known.Count;
            foreach (var imitation in campaign.Imitations) Add(known, imitation, campaign.Id);
            var step = Math.Max(1, campaign.Messages.Length / MembersLookedAt);
            for (var i = 0; i < campaign.Messages.Length && known.Count - before < MostOfCampaign; i += step)
                if (find(campaign.Messages[i]) is { Outbound: false } message) Add(known, message, campaign.Id);
        }
        foreach (var message in loose)
            foreach (var imitation in message.Imitations) Add(known, imitation, "");
        return [.. known.Values];
    }

    private void Add(Dictionary<Selector, KnownThing> known, Imitation imitation, string campaign)
    {
        if (imitation.Manner is ImitationManner.Spoof or ImitationManner.Text) return;
        if (EmailAddress.TryParse(imitation.FalseAddress, out var address)) AddAddress(known, address, KnownAs.FalseAddress, campaign);
        else if (imitation.Manner == ImitationManner.Domain && DomainName.TryParse(imitation.FalseAddress, out var domain)) AddHost(known, domain, SelectorRole.None, KnownAs.SenderDomain, campaign);
    }

    private void Add(Dictionary<Selector, KnownThing> known, KeptMessage message, string campaign)
    {
        var forged = message.Signals.Any(s => s.Code is "authenticity.dmarc-fail" or "authenticity.spf-fail") || message.Imitations.Any(i => i.Manner == ImitationManner.Spoof);
        if (!forged && EmailAddress.TryParse(message.From, out var from)) AddAddress(known, from, KnownAs.Sender, campaign);
        foreach (var trait in message.Traits)
        {
            // What was cut for reading is no longer the thing itself.
            if (trait.Value.Length is 0 or >= CutValue) continue;
            switch (trait.Kind)
            {
                case TraitKind.SenderDomain when !forged && DomainName.TryParse(trait.Value, out var domain):
                    AddHost(known, domain, SelectorRole.None, KnownAs.SenderDomain, campaign);
                    break;
                case TraitKind.CallbackHost when DomainName.TryParse(trait.Value, out var host):
                    AddHost(known, host, SelectorRole.Callback | SelectorRole.Link, KnownAs.CallbackHost, campaign);
                    break;
                case TraitKind.CallbackShape:
                    Add(known, new(new(SelectorKind.UrlShape, trait.Value), SelectorRole.Callback, KnownAs.CallbackShape, campaign));
                    break;
                case TraitKind.Attachment:
                    Add(known, new(Selector.File(trait.Value), SelectorRole.None, KnownAs.Attachment, campaign));
                    break;
            }
        }
    }

    private void AddAddress(Dictionary<Selector, KnownThing> known, EmailAddress address, KnownAs knownAs, string campaign)
    {
        if (house.Roster.IsOwn(address.Domain) || house.Roster.Find(address) is not null) return;
        Add(known, new(Selector.Address(address), SelectorRole.Author | SelectorRole.Envelope | SelectorRole.ReplyTo, knownAs, campaign));
    }

    private void AddHost(Dictionary<Selector, KnownThing> known, DomainName host, SelectorRole roles, KnownAs knownAs, string campaign)
    {
        if (!_traits.SaysNothing(host)) Add(known, new(Selector.Host(host), roles, knownAs, campaign));
    }

    private static void Add(Dictionary<Selector, KnownThing> known, KnownThing thing) => known.TryAdd(thing.Selector, thing);
}
