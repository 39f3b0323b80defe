using System.Collections.Immutable;
using System.IO.Hashing;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Serjeant.Facts;
using Serjeant.Signals;
using Serjeant.Values;

namespace Serjeant.Campaigns;

/// <summary>
/// Takes from a message what its sender controls and what others may share. Nothing that the receiving side or a discussion list
/// adds becomes a trait, nor a name that everybody uses: such traits would join strangers.
/// </summary>
public sealed class TraitMaker(House house)
{
    // Bounds per message: real campaigns carry a handful of each; a message with hundreds only costs.
    private const int MaximumHosts = 8, MaximumShapes = 6, MaximumAttachments = 8, MaximumValue = 120, LongText = 24, Bands = 8;

    public ImmutableArray<Trait> Make(MessageFacts facts)
    {
        var traits = new Collector();
        var author = Author(facts);
        AddSender(traits, facts, author);
        AddRoute(traits, facts, author);
        var infrastructure = Infrastructure(facts, author);
        AddLinks(traits, facts, author, infrastructure);
        AddContent(traits, facts);
        return traits.ToImmutable();
    }

    /// <summary>Who wrote it: on a discussion list the author behind a rewritten From.</summary>
    internal static Mailbox? Author(MessageFacts facts) =>
        facts.Bulk.DiscussionList && facts.Sender.OriginalAuthor is { } original ? original : facts.Sender.Author;

    internal static string Account(EmailAddress address, RecipientFacts recipients) => SenderAccount.Of(
        address.Key, address.Local.Contains('=', StringComparison.Ordinal) ? [.. recipients.All.Take(SenderAccount.MostRecipients).Select(a => a.Key)] : []);

    /// <summary>A name that is ours, everybody's or a known mass-mail service's tells nothing of this sender.</summary>
    internal bool SaysNothing(DomainName host) =>
        host.IsEmpty || house.WarningLists.IsPopular(host) || house.WarningLists.IsShortener(host) || house.Roster.IsOwn(host) || house.Services.FindByHost(host) is not null;

    private void AddSender(Collector traits, MessageFacts facts, Mailbox? author)
    {
        if (author?.Address is { } address)
        {
            var freemail = house.WarningLists.IsFreemail(address.Domain);
            traits.Add(TraitKind.SenderAddress, freemail ? address.Key : Account(address, facts.Recipients));
            if (!freemail) traits.Add(TraitKind.SenderDomain, address.Domain.Registrable.Name);
        }
        if (author is { DisplayName.Length: > 0 } && Fold(author.DisplayName) is { Length: >= 4 } name && !name.Contains('@', StringComparison.Ordinal))
            traits.Add(TraitKind.DisplayName, name);
        if (facts.Bulk.DiscussionList) return;
        foreach (var reply in facts.Sender.ReplyTo.Take(2))
            if (reply.Address is { } to && to.Key != author?.Address?.Key && !house.Roster.IsOwn(to.Domain))
                traits.Add(TraitKind.ReplyTo, to.Key);
        if (facts.Sender.ReturnPath is { } path && !SaysNothing(path.Domain))
            traits.Add(TraitKind.ReturnPathDomain, path.Domain.Registrable.Name);
    }

    private void AddRoute(Collector traits, MessageFacts facts, Mailbox? author)
    {
        var authorDomain = author?.Domain.Registrable ?? default;
        foreach (var signature in facts.Authentication.Signatures.Take(4))
        {
            if (SaysNothing(signature.Domain)) continue;
            // A list signs with its own name: only the author's own signature is the author's.
            if (facts.Bulk.DiscussionList && signature.Domain.Registrable != authorDomain) continue;
            traits.Add(TraitKind.DkimDomain, signature.Domain.Registrable.Name);
            if (signature.Selector.Length > 0) traits.Add(TraitKind.DkimSelector, signature.Selector.ToLowerInvariant());
        }
        if (facts.Route.Software.Length > 0) traits.Add(TraitKind.Software, TextShapes.Digits(facts.Route.Software));
        if (facts.MessageId is { } id && !GivenByUs(facts, id) && TextShapes.MessageId(id, author?.Domain ?? default) is { Length: > 0 } shape)
            traits.Add(TraitKind.MessageIdShape, shape);
        if (facts.Bulk.DiscussionList) return;
        if (facts.Route.MailingService is { } service)
        {
            traits.Add(TraitKind.MailingService, service);
            if (facts.Route.ServiceAccount is { Length: > 0 } account) traits.Add(TraitKind.ServiceAccount, $"{service} {account}");
        }
        AddOrigin(traits, facts);
        if (facts.Route.ClientAddress is { } client && IsPublic(client)) traits.Add(TraitKind.OriginAddress, "client " + client);
    }

    private void AddOrigin(Collector traits, MessageFacts facts)
    {
        if (facts.Route.HandOver < 0) return;
        _ = DomainName.TryParse(facts.Route.OriginHost, out var host);
        var everybodys = facts.Route.MailingService is not null || (!host.IsEmpty && SaysNothing(host));
        if (everybodys) return;
        if (!host.IsEmpty && host.Name.Contains('.', StringComparison.Ordinal)) traits.Add(TraitKind.OriginHost, TextShapes.Host(host));
        if (facts.Route.OriginAddress is not { } address || !IsPublic(address)) return;
        traits.Add(TraitKind.OriginAddress, address.ToString());
        traits.Add(TraitKind.OriginNetwork, Network(address));
    }

    private void AddLinks(Collector traits, MessageFacts facts, Mailbox? author, HashSet<string> infrastructure)
    {
        var (callbacks, hosts, shapes) = (0, 0, 0);
        var own = author?.Domain.Registrable ?? default;
        // Callbacks first: where bounds cut, what fires by opening stays.
        foreach (var opening in (ReadOnlySpan<bool>)[true, false])
            foreach (var link in facts.Links)
            {
                if (link.IsCallback != opening || !link.Address.IsRemote || link.Fires == LinkFire.Never || link.Place == LinkPlace.ListHeader) continue;
                var host = link.Address.Host;
                if (SaysNothing(host) || IsKnownOrganisation(host) || IsRecipients(facts, host) || IsLists(facts, host)) continue;
                var registrable = host.Registrable;
                // A third party's host that both sends the mail and serves its pixels is a mailing service that no list knows yet.
                var service = registrable != own && infrastructure.Contains(registrable.Name);
                var shape = UrlShape.Of(link.Address);
                if (!service && opening && (!link.Visible || shape.Distinctive))
                {
                    if (callbacks < MaximumHosts && traits.Add(TraitKind.CallbackHost, registrable.Name)) callbacks++;
                    // A lone token ("/b80") is many a program's form; only a form with more to it tells one program.
                    if (!link.Visible && shape.Distinctive && registrable != own && shape.Text.LastIndexOfAny(['/', '?', '.']) > 0) traits.Add(TraitKind.CallbackShape, shape.Text);
                }
                else if (!service && registrable != own && hosts < MaximumHosts && traits.Add(TraitKind.LinkHost, registrable.Name))
                {
                    hosts++;
                }
                if (shape.Distinctive && shapes < MaximumShapes && traits.Add(TraitKind.UrlShape, shape.Text)) shapes++;
            }
    }

    private static void AddContent(Collector traits, MessageFacts facts)
    {
        foreach (var attachment in facts.Attachments.Take(MaximumAttachments))
        {
            // Logos and signatures travel with every mail of a house; a hash of nothing is everybody's.
            if (attachment.Size < 64 || attachment.DeclaredType is "application/pkcs7-signature" or "application/pgp-signature" or "text/calendar" or "application/ms-tnef") continue;
            if (IsPicture(attachment)) traits.Add(TraitKind.AttachmentName, "picture " + attachment.Sha256);
            else
            {
                traits.Add(TraitKind.Attachment, attachment.Sha256.ToString());
                if (attachment.Name.Length > 0) traits.Add(TraitKind.AttachmentName, TextShapes.Digits(attachment.Name));
            }
        }
        if (facts.Bulk.DiscussionList) return; // quoting and footers make a list's text alike
        if (facts.Content.HtmlSkeleton != 0 && facts.Content.HtmlTags >= 15)
            traits.Add(TraitKind.HtmlSkeleton, facts.Content.HtmlSkeleton.ToString(System.Globalization.CultureInfo.InvariantCulture), "");
        if (TextShapes.Subject(facts.Subject.Topic, TextShapes.RecipientNames(facts.Recipients)) is { Length: > 0 } subject)
            traits.Add(TraitKind.SubjectShape, subject);
        var template = facts.Content.Template;
        if (template.Bins.IsDefaultOrEmpty || template.Words < LongText) return;
        const int Width = TextTemplate.BinCount / Bands;
        for (var band = 0; band < Bands; band++)
            traits.Add(TraitKind.TemplateBand, string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{band} {template.Bins[band * Width]} {template.Bins[(band * Width) + 1]}"), "");
    }

    /// <summary>Registrable domains of the hosts that sent it, beside the author's own.</summary>
    private static HashSet<string> Infrastructure(MessageFacts facts, Mailbox? author)
    {
        var own = author?.Domain.Registrable ?? default;
        var names = new HashSet<string>(StringComparer.Ordinal);
        if (facts.Sender.ReturnPath is { } path) names.Add(path.Domain.Registrable.Name);
        foreach (var signature in facts.Authentication.Signatures) names.Add(signature.Domain.Registrable.Name);
        if (facts.Route.HandOver >= 0 && DomainName.TryParse(facts.Route.OriginHost, out var host)) names.Add(host.Registrable.Name);
        names.Remove(own.Name);
        return names;
    }

    private bool IsKnownOrganisation(DomainName host) => IsWithin(house.Roster.Outlets, host) || IsWithin(house.Roster.Bodies, host);

    private static bool IsWithin(ImmutableArray<Registers.Organisation> organisations, DomainName host)
    {
        foreach (var organisation in organisations)
            foreach (var domain in organisation.Domains)
                if (host.IsWithin(domain)) return true;
        return false;
    }

    private static bool IsRecipients(MessageFacts facts, DomainName host)
    {
        foreach (var address in facts.Recipients.Delivered)
            if (host.IsWithin(address.Domain)) return true;
        return false;
    }

    /// <summary>A list's own pages, linked in its footers.</summary>
    private static bool IsLists(MessageFacts facts, DomainName host)
    {
        if (!facts.Bulk.DiscussionList || !DomainName.TryParse(facts.Bulk.ListId, out var list)) return false;
        return host.Registrable == list.Registrable || host.IsWithin(list);
    }

    /// <summary>A message that came without Message-ID gets one from the receiving host.</summary>
    private bool GivenByUs(MessageFacts facts, string id)
    {
        if (!DomainName.TryParse(id.AsSpan(id.LastIndexOf('@') + 1), out var host)) return false;
        if (house.Roster.IsOwn(host)) return true;
        return facts.Route.HandOver >= 0 && facts.Route.HandOver < facts.Route.Hops.Length
            && facts.Route.Hops[facts.Route.HandOver].By.Equals(host.Name, StringComparison.OrdinalIgnoreCase);
    }

    private static bool IsPicture(Attachment attachment) =>
        attachment.DeclaredType.StartsWith("image/", StringComparison.Ordinal) || attachment.RealType is "png" or "jpg" or "jpeg" or "gif" or "webp" or "bmp";

    internal static bool IsPublic(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        if (IPAddress.IsLoopback(address)) return false;
        var bytes = address.GetAddressBytes();
        if (address.AddressFamily == AddressFamily.InterNetworkV6) return !(address.IsIPv6LinkLocal || address.IsIPv6SiteLocal || (bytes[0] & 0xfe) == 0xfc);
        return bytes[0] switch
        {
            0 or 10 or 127 => false,
            100 => bytes[1] is < 64 or > 127,
            169 => bytes[1] != 254,
            172 => bytes[1] is < 16 or > 31,
            192 => bytes[1] != 168,
            _ => true,
        };
    }

    internal static string Network(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        var bytes = address.GetAddressBytes();
        return bytes.Length == 4 ? $"{bytes[0]}.{bytes[1]}.{bytes[2]}.0/24" : $"{Convert.ToHexStringLower(bytes, 0, 6)}/48";
    }

    internal static string Fold(string name)
    {
        var text = new StringBuilder(name.Length);
        foreach (var c in Normalised(name))
        {
            if (char.IsLetterOrDigit(c) || c == '@') text.Append(char.ToLowerInvariant(c));
            else if (text.Length > 0 && text[^1] != ' ') text.Append(' ');
        }
        return text.ToString().Trim();
    }

    private static string Normalised(string name)
    {
        try
        {
            return name.Normalize(NormalizationForm.FormKC);
        }
        catch (ArgumentException) // half a surrogate pair: no Unicode, but a name all the same
        {
            return name;
        }
    }

    /// <summary>Each trait once, with the hash that stands for it.</summary>
    private sealed class Collector
    {
        private readonly ImmutableArray<Trait>.Builder _traits = ImmutableArray.CreateBuilder<Trait>(24);
        private readonly HashSet<long> _seen = [];

        public bool Add(TraitKind kind, string value) => Add(kind, value, value);

        public bool Add(TraitKind kind, string value, string shown)
        {
            if (value.Length == 0) return false;
            var hash = Hash(kind, value);
            if (!_seen.Add(hash)) return false;
            _traits.Add(new(kind, hash, shown.Length > MaximumValue ? shown[..MaximumValue] : shown));
            return true;
        }

        public ImmutableArray<Trait> ToImmutable() => _traits.ToImmutable();
    }

    /// <summary>XxHash3 of the kind and the value's UTF-8.</summary>
    internal static long Hash(TraitKind kind, string value)
    {
        var bytes = new byte[1 + Encoding.UTF8.GetMaxByteCount(value.Length)];
        bytes[0] = (byte)kind;
        var length = 1 + Encoding.UTF8.GetBytes(value, bytes.AsSpan(1));
        return unchecked((long)XxHash3.HashToUInt64(bytes.AsSpan(0, length)));
    }
}
