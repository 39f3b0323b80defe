using System.Collections.Immutable;
using System.Net;
using Serjeant.Facts;
using Serjeant.Signals;
using Serjeant.Signals.Impersonation;
using Serjeant.Values;

namespace Serjeant.Campaigns;

/// <summary>Makes of a message's facts what is kept of it for good.</summary>
public sealed class KeptMessageMaker(House house)
{
    // Newsletters have up to three hundred links; the rest of a longer message says nothing new.
    private const int MaximumUrls = 500, MaximumUrlCharacters = 2_048, MaximumHosts = 32, MaximumRecipients = 1_000, MaximumReplyTo = 8;

    private readonly TraitMaker _traits = new(house);

    /// <param name="facts">What the message says.</param>
    /// <param name="signals">What was seen in it.</param>
    /// <param name="channel">How it came into our hands.</param>
    public KeptMessage Make(MessageFacts facts, ImmutableArray<Signal> signals, MessageChannel channel = MessageChannel.Received)
    {
        var author = TraitMaker.Author(facts);
        return new()
        {
            Id = facts.Sha256,
            MessageId = facts.MessageId ?? "",
            Date = facts.Date,
            Subject = facts.Subject.Text,
            From = author?.Address?.Key ?? "",
            FromName = author?.DisplayName ?? "",
            SenderIdentity = author?.Address is { } address ? Identity(address, facts.Recipients) : "",
            Targets = facts.Recipients.People,
            Recipients = [.. facts.Recipients.All.Take(MaximumRecipients).Select(a => a.Key)],
            ReplyTo = [.. facts.Sender.ReplyTo.Where(m => m.Address is not null).Select(m => m.Address!.Value.Key).Take(MaximumReplyTo)],
            Channel = channel,
            Outbound = channel == MessageChannel.Received && IsOutbound(facts, house),
            LeftBy = channel == MessageChannel.Received ? LeftBy(facts) : "",
            Kind = facts.Bulk.Kind,
            MailingService = facts.Route.MailingService,
            ServiceAccount = facts.Route.MailingServiceConfirmed || facts.Authentication.Aligned ? facts.Route.ServiceAccount : null,
            Aligned = facts.Authentication.Aligned,
            Unsubscribe = facts.Bulk.ListUnsubscribe,
            Bulk = facts.Bulk.Declared || facts.Route.MailingService is not null,
            DiscussionList = facts.Bulk.DiscussionList,
            CallbackHosts = CallbackHosts(facts),
            Signals = signals,
            Imitations = ImitationMaker.Of(facts, house),
            Traits = _traits.Make(facts),
            Template = facts.Content.Template,
            Urls = Urls(facts),
            Answers = Answers(facts.Thread),
            Quotes = QuotedAuthors.Find(facts, house.Roster),
        };
    }

    /// <summary>Where anybody gets a mailbox or a name, the whole address is the identity.</summary>
    private string Identity(EmailAddress address, RecipientFacts recipients)
    {
        if (house.WarningLists.IsFreemail(address.Domain)) return address.Key;
        return house.WarningLists.IsSharedHosting(address.Domain) ? TraitMaker.Account(address, recipients) : address.Domain.Registrable.Name;
    }

    /// <summary>From is ours, and the route or the authentication bears it out: a look at From alone would let every spoof in.</summary>
    internal static bool IsOutbound(MessageFacts facts, House house)
    {
        if (facts.Sender.Author?.Address is not { } from || facts.Bulk.DiscussionList) return false;
        if (!IsOwnAddress(from, house)) return false;
        var authentication = facts.Authentication;
        if (authentication.Aligned) return true;
        // Our own server noted that the client logged in: the mailbox is ours, whoever holds its password.
        if (LoggedIn(facts.Route, house)) return true;
        if (authentication.Dmarc == Verdict.Fail || authentication.Spf is Verdict.Fail or Verdict.SoftFail) return false;
        return facts.Route.Hops.IsEmpty
            ? !facts.Sender.NullReturnPath // a copy out of a Sent folder
            : facts.Route.HandOver < 0
                ? facts.Route.Hops.All(hop => IsInside(hop.Address)) && DomainName.TryParse(facts.Route.Hops[0].By, out var by) && house.Roster.IsOwn(by)
                : facts.Route.OriginAddress is not null && IsInside(facts.Route.OriginAddress);
    }

    private static bool LoggedIn(RouteFacts route, House house) => route.HandOver >= 0 && route.Hops[route.HandOver] is { Submitted: true } hop && IsOurs(hop, house);

    private static bool IsOurs(Hop hop, House house) => DomainName.TryParse(hop.By, out var by) && house.Roster.IsOwn(by);

    /// <summary>
    /// A mail of others to others that only hosts of ours, or a client that logged in to one, have carried. What came from outside and is handed on
    /// (forwarding, lists, hidden copies) came through a host of others.
    /// </summary>
    private string LeftBy(MessageFacts facts)
    {
        var hops = facts.Route.Hops;
        if (hops.IsEmpty || facts.Bulk.DiscussionList || !IsOurs(hops[0], house) || facts.Recipients.All.IsEmpty) return "";
        if (facts.Route.HandOver >= 0 ? !LoggedIn(facts.Route, house) : !hops.All(hop => IsInside(hop.Address))) return "";
        if (facts.Sender.Author?.Address is { } from && IsOwnAddress(from, house)) return "";
        foreach (var recipient in facts.Recipients.All)
            if (IsOwnAddress(recipient, house)) return "";
        return hops[0].By;
    }

    private static bool IsOwnAddress(EmailAddress address, House house) => house.Roster.IsOwn(address.Domain) || house.Roster.IndexOf(address) >= 0;

    private static bool IsInside(IPAddress? address) => address is null || !TraitMaker.IsPublic(address);

    private ImmutableArray<string> CallbackHosts(MessageFacts facts)
    {
        var hosts = new List<string>();
        foreach (var link in facts.Links)
        {
            if (!link.IsCallback || hosts.Count == MaximumHosts) continue;
            var host = link.Address.Host;
            if (host.IsEmpty || house.WarningLists.IsPopular(host) || house.Roster.IsOwn(host) || hosts.Contains(host.Name)) continue;
            hosts.Add(host.Name);
        }
        return [.. hosts];
    }

    private static ImmutableArray<KeptUrl> Urls(MessageFacts facts)
    {
        var urls = ImmutableArray.CreateBuilder<KeptUrl>();
        foreach (var link in facts.Links)
        {
            if (!link.Address.IsRemote || link.Place == LinkPlace.ListHeader) continue;
            if (urls.Count == MaximumUrls) break;
            var text = link.Address.Text;
            urls.Add(new(text.Length > MaximumUrlCharacters ? text[..MaximumUrlCharacters] : text, link.Fires, link.Visible));
        }
        return urls.ToImmutable();
    }

    private static ImmutableArray<string> Answers(ThreadFacts thread)
    {
        if (!thread.Claimed) return [];
        var answers = new List<string>();
        if (!thread.References.IsEmpty) answers.Add(thread.References[^1]);
        foreach (var id in thread.InReplyTo.Take(4))
            if (!answers.Contains(id)) answers.Add(id);
        return [.. answers];
    }
}
