using System.Collections.Immutable;
using System.Net;
using Serjeant.Campaigns;
using Serjeant.Facts;
using Serjeant.Signals;
using Serjeant.Sources;
using Serjeant.Values;

namespace Serjeant.Hunts.Tips;

/// <summary>
/// Makes of a message what others like it can be found by: its text, its layout, what it calls, who sent it and over what. What everybody's mail
/// has is left out. The weights are orders of magnitude, not fitted: 4 is seldom shared by strangers, 1 is shared by all users of a program.
/// </summary>
public sealed class LikenessMaker(House house, FactsMaker facts)
{
    /// <summary>One part that strangers seldom share, or several that they sometimes do.</summary>
    public const int Required = 4;

    /// <summary>Bands of a text template that must agree: of 8. Texts whose runs of three words agree by half are found two times in three, those that agree by 0.7 nearly always.</summary>
    public const int Bands = 2;

    private const int MaximumMessages = 100, MaximumHosts = 16, MaximumShapes = 16, MaximumAttachments = 16, ShortestText = 30;

    private readonly TraitMaker _traits = new(house);

    /// <summary>Every message of a file: one, an mbox, gzipped or not.</summary>
    public async Task<Tip> ReadAsync(SourceFile file, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(file);
        var likenesses = ImmutableArray.CreateBuilder<Likeness>();
        var refusals = ImmutableArray.CreateBuilder<Refusal>();
        await foreach (var item in new SourceReader(SourceLimits.Default).ReadAsync(file, cancellation: cancellation).ConfigureAwait(false))
        {
            if (likenesses.Count + refusals.Count == MaximumMessages)
            {
                refusals.Add(new($"{item.Place}", "", $"from here on: more than {MaximumMessages} messages"));
                break;
            }
            if (item is Unreadable unreadable) refusals.Add(new($"{item.Place}", "", unreadable.Reason));
            if (item is not RawMessage raw) continue;
            using (raw)
            {
                var likeness = Make(facts.Make(raw, cancellation));
                if (likeness.Parts.IsEmpty) refusals.Add(new($"{item.Place}", "", "a message that has nothing of its own to be known by"));
                else likenesses.Add(likeness);
            }
        }
        if (likenesses.Count + refusals.Count == 0) refusals.Add(new("", "", "there is no message in it"));
        return new(file.Path, TipKind.Message) { Likenesses = likenesses.ToImmutable(), Refusals = refusals.ToImmutable(), Entries = likenesses.Count + refusals.Count, Taken = likenesses.Count };
    }

    public Likeness Make(MessageFacts message)
    {
        ArgumentNullException.ThrowIfNull(message);
        var draft = new Draft(message.Place.ToString());
        AddContent(draft, message);
        AddSender(draft, message);
        AddRoute(draft, message);
        AddLinks(draft, message);
        var likeness = new Likeness(message.Place.ToString(), draft.ToParts(), Required);
        // Who uses the same mail service is like it in nothing else.
        return likeness.Parts.All(p => p.Family == LikenessPart.Route) ? likeness with { Parts = [] } : likeness with { Required = Math.Min(Required, likeness.Most) };
    }

    private static void AddContent(Draft draft, MessageFacts message)
    {
        var content = message.Content;
        // Quotations and footers make the texts of a list alike.
        if (!message.Bulk.DiscussionList)
        {
            if (content.Template.Words >= ShortestText) draft.Add("text", 4, SelectorMaker.TemplateOf(content.Template), least: Bands);
            if (content.HtmlSkeleton != 0 && content.HtmlTags >= 15) draft.Add("layout", 2, [Selector.Layout(content.HtmlSkeleton)]);
            draft.Add("subject", 2, [Selector.SubjectShape(message.Subject.Topic, TextShapes.RecipientNames(message.Recipients))]);
        }
        foreach (var attachment in message.Attachments.Take(MaximumAttachments))
        {
            // Logos and signatures travel with every mail of a house.
            if (attachment.Size < 64 || attachment.DeclaredType is "application/pkcs7-signature" or "application/pgp-signature" or "text/calendar" or "application/ms-tnef") continue;
            draft.Add(attachment.DeclaredType.StartsWith("image/", StringComparison.Ordinal) ? "picture" : "attachment", attachment.DeclaredType.StartsWith("image/", StringComparison.Ordinal) ? 1 : 4,
                [Selector.File(attachment.Sha256.ToString())]);
        }
    }

    private void AddSender(Draft draft, MessageFacts message)
    {
        var author = TraitMaker.Author(message);
        if (author?.Address is { } address && !house.Roster.IsOwn(address.Domain))
        {
            draft.Add("sender", 3, [Selector.Address(address)]);
            if (!_traits.SaysNothing(address.Domain)) draft.Add("sender's domain", 3, [Selector.Host(address.Domain.Registrable)], SelectorRole.Author | SelectorRole.Envelope | SelectorRole.ReplyTo);
        }
        if (author is { DisplayName.Length: >= 4 }) draft.Add("sender's name", 1, [Selector.Name(author.DisplayName)]);
        if (message.Bulk.DiscussionList) return;
        foreach (var reply in message.Sender.ReplyTo.Take(2))
            if (reply.Address is { } to && to.Key != author?.Address?.Key && !house.Roster.IsOwn(to.Domain)) draft.Add("reply address", 3, [Selector.Address(to)]);
    }

    private void AddRoute(Draft draft, MessageFacts message)
    {
        var route = message.Route;
        if (message.MessageId is { Length: > 0 } id && !house.Roster.IsOwn(Contacts.HostOf(id)))
            draft.Add("Message-ID's form", 1, [Selector.MessageIdShape(id, TraitMaker.Author(message)?.Domain ?? default)]);
        if (message.Bulk.DiscussionList) return;
        if (route is { MailingService: { } service, ServiceAccount: { Length: > 0 } account }) draft.Add("account", 4, [Selector.ServiceAccount(service, account)]);
        foreach (var signature in message.Authentication.Signatures.Take(4))
            if (signature.Selector.Length > 0 && !_traits.SaysNothing(signature.Domain)) draft.Add("signature", 2, [Selector.Signature(signature.Selector, signature.Domain)]);
        AddAddress(draft, "sending client", route.ClientAddress);
        // A service's or a large provider's host sends for all its customers.
        var origin = DomainName.TryParse(route.OriginHost, out var host) ? host : default;
        if (route.HandOver < 0 || route.MailingService is not null || !origin.IsEmpty && _traits.SaysNothing(origin)) return;
        if (origin.Name.Contains('.', StringComparison.Ordinal)) draft.Add("sending host", 2, [Selector.Host(origin.Registrable)], SelectorRole.Envelope);
        AddAddress(draft, "sending host", route.OriginAddress);
        if (message.Sender.ReturnPath is { } path && !_traits.SaysNothing(path.Domain)) draft.Add("sending host", 2, [Selector.Host(path.Domain.Registrable)], SelectorRole.Envelope | SelectorRole.Author);
    }

    private static void AddAddress(Draft draft, string name, IPAddress? address)
    {
        if (address is not null && TraitMaker.IsPublic(address)) draft.Add(name, 2, [Selector.Address(address)]);
    }

    private void AddLinks(Draft draft, MessageFacts message)
    {
        var (hosts, shapes) = (0, 0);
        foreach (var opening in (ReadOnlySpan<bool>)[true, false])
            foreach (var link in message.Links)
            {
                if (link.IsCallback != opening || !link.Address.IsRemote || link.Fires == LinkFire.Never || link.Place == LinkPlace.ListHeader) continue;
                var role = opening ? SelectorRole.Callback : SelectorRole.Link;
                var host = link.Address.Host;
                if (!_traits.SaysNothing(host) && !IsKnown(host) && hosts++ < MaximumHosts)
                    draft.Add(opening ? "callback" : "link", opening ? 4 : 3, [link.Address.HostIsAddress && IPAddress.TryParse(host.Name, out var ip) ? Selector.Address(ip) : Selector.Host(host.Registrable)], role);
                var shape = UrlShape.Of(link.Address);
                // A lone token is many a program's form; only a form with more to it tells one program.
                if (shape.Distinctive && shape.Text.LastIndexOfAny(['/', '?', '.']) > 0 && shapes++ < MaximumShapes)
                    draft.Add(opening ? "callback's form" : "link's form", 2, [Selector.UrlShape(link.Address)], role);
            }
    }

    private bool IsKnown(DomainName host) =>
        house.Roster.Outlets.Concat(house.Roster.Bodies).Any(o => o.Domains.Any(d => host.IsWithin(d)));

    /// <summary>Parts by their names: several hosts are one respect, and any of them answers it.</summary>
    private sealed class Draft(string place)
    {
        private readonly Dictionary<string, (int Weight, int Least, HashSet<(Selector Selector, SelectorRole Roles)> Of)> _parts = new(StringComparer.Ordinal);

        public void Add(string name, int weight, IEnumerable<Selector> selectors, SelectorRole roles = SelectorRole.None, int least = 1)
        {
            foreach (var selector in selectors)
            {
                if (selector.Value.Length == 0) continue;
                if (!_parts.TryGetValue(name, out var part)) _parts.Add(name, part = (weight, least, []));
                part.Of.Add((selector, roles));
            }
        }

        public ImmutableArray<LikenessPart> ToParts() =>
        [
            .. _parts.OrderByDescending(p => p.Value.Weight).ThenBy(p => p.Key, StringComparer.Ordinal).Select(p => new LikenessPart(p.Key,
                [.. p.Value.Of.Select(o => new Sought { Any = [o.Selector], Roles = o.Roles, Text = o.Selector.Value, Place = place })], p.Value.Least, p.Value.Weight)),
        ];
    }
}
