using Serjeant.Facts;
using Serjeant.Registers.LookAlikes;
using Serjeant.Values;

namespace Serjeant.Signals.Impersonation;

/// <summary>Addresses that are really ours by their letters: shown within a foreign sender's name, put into From unproven, or with answers led away from them.</summary>
internal static class OwnAddresses
{
    public static void Find(MaskSearch search)
    {
        foreach (var mailbox in search.Facts.Sender.From)
            if (mailbox is { AddressInDisplayName: { } shown, Address: { } real } && search.IsForeign(real)) FindShown(search, mailbox, shown, real);
        if (search.Facts.Sender.Author?.Address is not { } author || search.Facts.Authentication.Aligned || search.Carrier is not null) return;
        FindUnproven(search, author);
        FindLedAway(search, author);
    }

    private static void FindShown(MaskSearch search, Mailbox mailbox, EmailAddress shown, EmailAddress real)
    {
        const string Code = "impersonation.own-address-in-name";
        if (search.Facts.Sender.OriginalAuthor is not null && search.Carrier is not null) return; // how lists write whose mail they pass on
        var house = search.House;
        var evidence = $"shows {shown.Domain}, comes from {real.Domain}";
        if (house.Roster.Find(shown) is { } person)
        {
            if (!person.IsDelegate(real)) search.Add(Code, 92, person, ImitationManner.DisplayName, mailbox.DisplayName, real.ToString(), evidence, evidence, shown);
        }
        else if (house.Organisations.OwnerOf(shown.Domain) is { Ours: true } body)
        {
            search.Add(Code, 88, body with { Domains = [shown.Domain] }, ProtectedKind.Body, ImitationManner.DisplayName, mailbox.DisplayName, real.ToString(), evidence, evidence);
        }
    }

    private static void FindUnproven(MaskSearch search, EmailAddress author)
    {
        var (facts, house) = (search.Facts, search.House);
        var name = facts.Sender.Author?.DisplayName ?? "";
        var person = house.Roster.Find(author);
        var host = facts.Route.OriginHost.Length > 0 ? Evidence.Cut(facts.Route.OriginHost) : "an outside host";
        if (house.Roster.IsOwn(author.Domain))
        {
            if (facts.Route.HandOver < 0 || facts.Authentication.Dmarc is not (Verdict.Fail or Verdict.None or Verdict.Unknown)) return;
            const string Code = "impersonation.own-domain";
            var explanation = $"nothing bears out that it is from {author.Domain}; handed over by {host}";
            if (person is not null) search.Add(Code, 75, person, ImitationManner.Spoof, name, author.ToString(), explanation, $"handed over by {host}", author);
            else if (house.Organisations.OwnerOf(author.Domain) is { } body)
                search.Add(Code, 75, body with { Domains = [author.Domain] }, ProtectedKind.Body, ImitationManner.Spoof, name, author.ToString(), explanation, $"handed over by {host}");
        }
        else if (person is not null && facts.Authentication.Dmarc == Verdict.Fail)
        {
            search.Add("impersonation.own-person-unproven", 60, person, ImitationManner.Spoof, name, author.ToString(), $"DMARC failed for {author.Domain}", $"DMARC failed for {author.Domain}", author);
        }
    }

    /// <summary>From is an organisation's that the message does not bear out, and answers leave it.</summary>
    private static void FindLedAway(MaskSearch search, EmailAddress author)
    {
        var house = search.House;
        if (house.Organisations.OwnerOf(author.Domain) is not { } owner) return;
        foreach (var mailbox in search.Facts.Sender.ReplyTo)
        {
            if (mailbox.Address is not { } reply || !search.IsForeign(reply) || house.Organisations.OwnerOf(reply.Domain) is not null || Kinship.IsOfService(house, reply.Domain)) continue;
            if (!house.WarningLists.IsFreemail(reply.Domain) && reply.Domain.Registrable == author.Domain.Registrable) continue;
            var kind = house.Roster.Outlets.Contains(owner) ? ProtectedKind.Outlet : house.Roster.Correspondents.Contains(owner) ? ProtectedKind.Correspondent : ProtectedKind.Body;
            search.Add("impersonation.reply-to", 70, owner, kind, ImitationManner.ReplyTo, mailbox.DisplayName, reply.ToString(),
                $"From {author.Domain} unproven, answers go to {reply.Domain}", $"From {author.Domain} unproven, Reply-To {reply.Domain}");
            return;
        }
    }
}
