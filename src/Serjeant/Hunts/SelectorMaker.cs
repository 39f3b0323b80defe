using System.Net;
using System.Runtime.InteropServices;
using Serjeant.Campaigns;
using Serjeant.Facts;
using Serjeant.Signals;
using Serjeant.Values;

namespace Serjeant.Hunts;

/// <summary>Makes of a message's facts what it can be found by. Our own domain is left out: it is in all mail. What lies below it is kept where mail links to it, since a host of ours may be hijacked.</summary>
public sealed class SelectorMaker(House house, SelectorKeys keys)
{
    // Callbacks come first, so that a newsletter's hundredth link is what a bound cuts.
    private const int MaximumUrls = 64, MaximumRecipients = 100, MaximumAddresses = 8, MaximumAttachments = 32, MaximumSignatures = 8, MaximumHops = 8, Bands = 8;

    public IndexedMessage Make(MessageFacts facts, KeptMessage kept)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(kept);
        return Collect(facts, new()
        {
            Id = kept.Id,
            Date = kept.Date,
            Kind = kept.Kind,
            Channel = kept.Channel,
            Outbound = kept.Outbound,
            SenderDomain = SenderDomain(facts),
            Targets = kept.Targets,
            Recipients = kept.Recipients.Length,
        });
    }

    /// <summary>The same for mail of which nothing is kept: no traits are made, which cost as much as all else here.</summary>
    public IndexedMessage Make(MessageFacts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        return Collect(facts, new()
        {
            Id = facts.Sha256,
            Date = facts.Date,
            Kind = facts.Bulk.Kind,
            Outbound = KeptMessageMaker.IsOutbound(facts, house),
            SenderDomain = SenderDomain(facts),
            Targets = facts.Recipients.People,
            Recipients = facts.Recipients.All.Length,
        });
    }

    private IndexedMessage Collect(MessageFacts facts, IndexEntry entry)
    {
        var found = new Collector(keys);
        AddPeople(found, facts);
        AddRoute(found, facts);
        AddLinks(found, facts);
        AddContent(found, facts);
        return found.ToMessage(entry);
    }

    private static string SenderDomain(MessageFacts facts) => TraitMaker.Author(facts)?.Domain.Registrable.Name ?? "";

    private void AddPeople(Collector found, MessageFacts facts)
    {
        var author = TraitMaker.Author(facts);
        AddMailbox(found, author, SelectorRole.Author);
        foreach (var mailbox in facts.Sender.From.Take(MaximumAddresses)) AddMailbox(found, mailbox, mailbox == author ? SelectorRole.Author : SelectorRole.Envelope);
        AddMailbox(found, facts.Sender.Sender, SelectorRole.Envelope);
        foreach (var mailbox in facts.Sender.ReplyTo.Take(MaximumAddresses)) AddMailbox(found, mailbox, SelectorRole.ReplyTo);
        if (facts.Sender.ReturnPath is { } path) AddAddress(found, path, SelectorRole.Envelope);
        foreach (var address in facts.Recipients.All.Take(MaximumRecipients)) found.Add(Selector.Address(address), SelectorRole.Recipient);
    }

    private void AddMailbox(Collector found, Mailbox? mailbox, SelectorRole role)
    {
        if (mailbox is null) return;
        if (mailbox.Address is { } address) AddAddress(found, address, role);
        if (mailbox.AddressInDisplayName is { } shown) AddAddress(found, shown, SelectorRole.Envelope);
        else if (role == SelectorRole.Author) found.Add(Selector.Name(mailbox.DisplayName), role);
    }

    private void AddAddress(Collector found, EmailAddress address, SelectorRole role)
    {
        found.Add(Selector.Address(address), role);
        AddHost(found, address.Domain, role);
    }

    /// <summary>Of our own hosts those are kept, in links and callbacks, that lie below our domain.</summary>
    internal static bool IsOwnHostKept(DomainName host) => host != host.Registrable && host.Name != "www." + host.Registrable.Name;

    private void AddHost(Collector found, DomainName host, SelectorRole role)
    {
        if (host.IsEmpty || house.Roster.IsOwn(host)) return;
        if (IPAddress.TryParse(host.Name, out var address))
        {
            AddAddress(found, address, role);
            return;
        }
        if (!host.Name.Contains('.', StringComparison.Ordinal)) return;
        found.AddListed(Selector.Host(host), role);
        // Whoever hunts a domain means all that lies in it.
        var registrable = host.Registrable.Name.Length;
        for (var name = host.Name; name.Length > registrable;)
        {
            name = name[(name.IndexOf('.', StringComparison.Ordinal) + 1)..];
            found.Add(new(SelectorKind.Host, name), role);
        }
    }

    private static void AddAddress(Collector found, IPAddress? address, SelectorRole role)
    {
        if (address is null || !TraitMaker.IsPublic(address)) return;
        found.Add(Selector.Address(address), role);
        found.Add(Selector.Network(address), role);
    }

    private void AddRoute(Collector found, MessageFacts facts)
    {
        var route = facts.Route;
        AddAddress(found, route.OriginAddress, SelectorRole.Envelope);
        AddAddress(found, route.ClientAddress, SelectorRole.Envelope);
        // Above the hand-over stand our own hosts.
        foreach (var hop in route.Hops.Skip(Math.Max(route.HandOver, 0)).Take(MaximumHops))
        {
            AddAddress(found, hop.Address, SelectorRole.Envelope);
            if (DomainName.TryParse(hop.Helo, out var helo)) AddHost(found, helo, SelectorRole.Envelope);
            if (DomainName.TryParse(hop.ReverseName, out var name)) AddHost(found, name, SelectorRole.Envelope);
        }
        foreach (var signature in facts.Authentication.Signatures.Take(MaximumSignatures))
        {
            AddHost(found, signature.Domain, SelectorRole.Envelope);
            if (signature.Selector.Length > 0 && !signature.Domain.IsEmpty) found.Add(Selector.Signature(signature.Selector, signature.Domain), SelectorRole.Envelope);
        }
        if (route.Software.Length > 0) found.AddListed(Selector.Software(route.Software), SelectorRole.Envelope);
        if (route.MailingService is { } service && route.ServiceAccount is { Length: > 0 } account) found.Add(Selector.ServiceAccount(service, account), SelectorRole.Envelope);
        if (facts.MessageId is not { Length: > 0 } id) return;
        found.Add(Selector.MessageId(id), SelectorRole.Envelope);
        var author = TraitMaker.Author(facts);
        found.AddListed(Selector.MessageIdShape(id, author?.Domain ?? default), SelectorRole.Envelope);
        AddHost(found, Contacts.HostOf(id), SelectorRole.Envelope);
    }

    private void AddLinks(Collector found, MessageFacts facts)
    {
        var urls = 0;
        foreach (var opening in (ReadOnlySpan<bool>)[true, false])
            foreach (var link in facts.Links)
            {
                if (link.IsCallback != opening || !link.Address.IsRemote) continue;
                var address = link.Address;
                var role = opening ? SelectorRole.Callback : SelectorRole.Link;
                if (house.Roster.IsOwn(address.Host))
                {
                    if (IsOwnHostKept(address.Host)) found.AddListed(Selector.Host(address.Host), role);
                    continue;
                }
                AddHost(found, address.Host, role);
                if (urls == MaximumUrls || address.Path is "" or "/" && address.Query.Length == 0) continue;
                if (!found.Add(Selector.Url(address), role)) continue;
                urls++;
                if (address.Query.Length > 0) found.Add(Selector.UrlPath(address), role);
                found.AddListed(Selector.UrlShape(address), role);
            }
    }

    private static void AddContent(Collector found, MessageFacts facts)
    {
        foreach (var attachment in facts.Attachments.Take(MaximumAttachments))
        {
            // A hash of nothing is everybody's.
            if (attachment.Size == 0) continue;
            found.Add(Selector.File(attachment.Sha256.ToString()), SelectorRole.Content);
            found.Add(Selector.File(attachment.Sha1), SelectorRole.Content);
            found.Add(Selector.File(attachment.Md5), SelectorRole.Content);
            if (attachment.Name.Length > 0) found.Add(Selector.FileName(attachment.Name), SelectorRole.Content);
        }
        var content = facts.Content;
        if (facts.Subject.Topic.Length > 0)
        {
            found.Add(Selector.Subject(facts.Subject.Topic), SelectorRole.Content);
            found.Add(Selector.SubjectShape(facts.Subject.Topic, TextShapes.RecipientNames(facts.Recipients)), SelectorRole.Content);
        }
        if (content.HtmlSkeleton != 0 && content.HtmlTags >= 15) found.Add(Selector.Layout(content.HtmlSkeleton), SelectorRole.Content);
        foreach (var band in TemplateOf(content.Template)) found.Add(band, SelectorRole.Content);
    }

    /// <summary>The bands of a text template; none where the text is too short to tell.</summary>
    internal static IEnumerable<Selector> TemplateOf(TextTemplate template)
    {
        if (template.Bins.IsDefaultOrEmpty) yield break;
        const int Width = TextTemplate.BinCount / Bands;
        for (var band = 0; band < Bands; band++) yield return Selector.Template(band, template.Bins[band * Width], template.Bins[(band * Width) + 1]);
    }

    private sealed class Collector(SelectorKeys keys)
    {
        private readonly Dictionary<Selector, SelectorRole> _roles = [];
        private readonly HashSet<Selector> _listed = [];

        /// <returns>Whether it was not there before.</returns>
        public bool Add(Selector selector, SelectorRole role)
        {
            if (selector.Value.Length == 0) return false;
            ref var roles = ref CollectionsMarshal.GetValueRefOrAddDefault(_roles, selector, out var known);
            roles |= role;
            return !known;
        }

        public void AddListed(Selector selector, SelectorRole role)
        {
            Add(selector, role);
            if (selector.Value.Length > 0) _listed.Add(selector);
        }

        public IndexedMessage ToMessage(IndexEntry entry)
        {
            var occurrences = new Occurrence[_roles.Count];
            var next = 0;
            foreach (var (selector, role) in _roles) occurrences[next++] = new(keys.Of(selector), role);
            Array.Sort(occurrences, static (a, b) => a.Key.CompareTo(b.Key));
            return new(entry, ImmutableCollectionsMarshal.AsImmutableArray(occurrences), [.. _listed]);
        }
    }
}
