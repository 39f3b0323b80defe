using Serjeant.Facts;
using Serjeant.Signals.Form;
using Serjeant.Values;

namespace Serjeant.Signals.Impersonation;

/// <summary>
/// Lists, machines and services that show the names of others in good faith. Words alone ("via ...") excuse nobody: a list must be seen at work, a service must be
/// known and borne out.
/// </summary>
internal static class Carriers
{
    private static readonly string[] NoticeMarks =
        ["reply", "notif", "invit", "share", "sharing", "mailer", "comment", "messag", "member", "alert", "update", "survey", "calendar", "meeting", "event", "via", "form", "sign", "petition"];

    /// <summary>A few words for what shows the name; null where the sender answers for it himself.</summary>
    public static string? Of(MessageFacts facts, House house)
    {
        // A bounce shows no person. An automatic answer does, and one header makes any mail look like one: it excuses nobody.
        if (facts.Bulk.Kind is MessageKind.Bounce or MessageKind.FeedbackReport && facts.Sender.ReturnPath is null) return "an automatic answer";
        if ((facts.Bulk.DiscussionList || facts.Sender.OriginalAuthor is not null) && IsSeen(facts)) return "a list";
        return IsNotice(facts, house) && BearsOut(facts) ? "a service" : null;
    }

    /// <summary>From is borne out: by what our side noted; where it noted nothing, by who signed it or handed it over.</summary>
    public static bool BearsOut(MessageFacts facts)
    {
        var authentication = facts.Authentication;
        if (authentication.Aligned) return true;
        if (authentication.Noted || facts.Sender.Domain.IsEmpty) return false;
        var registrable = facts.Sender.Domain.Registrable;
        foreach (var signature in authentication.Signatures)
            if (signature.Domain.Registrable == registrable) return true;
        return DomainName.TryParse(facts.Route.OriginHost, out var host) && host.Registrable == registrable;
    }

    /// <summary>The mailbox is called as those of machines are (no-reply, notifications).</summary>
    public static bool HasNoticeMark(EmailAddress address)
    {
        foreach (var mark in NoticeMarks)
            if (address.Local.Contains(mark, StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }

    // A list is at work where its own name carried the message: it takes mail at that name, or returns go there. One field that says "list" is quickly written.
    private static bool IsSeen(MessageFacts facts)
    {
        if (DomainName.TryParse(facts.Bulk.ListId, out var list) && list.Name.Contains('.', StringComparison.Ordinal))
        {
            // Whoever owns a domain can name a list after it: that the list's own domain writes as the author is no proof of a list, unless it says whom it writes for.
            if (Kinship.IsOfSender(facts, list) && (facts.Sender.OriginalAuthor is not null || facts.Sender.Domain.Registrable != list.Registrable)) return true;
            foreach (var recipient in facts.Recipients.All)
                if (recipient.Domain.Registrable == list.Registrable) return true;
            return false;
        }
        // Lists of old have no List-Id: then the envelope, or who passed it on, is another than the author, and mail is taken where it went.
        var returns = facts.Sender.Sender?.Domain ?? facts.Sender.ReturnPath?.Domain ?? default;
        if (returns.IsEmpty) return false;
        if (returns.Registrable != facts.Sender.Domain.Registrable) return true;
        foreach (var recipient in facts.Recipients.All)
            if (recipient.Domain.Registrable == returns.Registrable) return true;
        return false;
    }

    private static bool IsNotice(MessageFacts facts, House house)
    {
        if (facts.Sender.Author is not { Address: { } address } author) return false;
        var lists = house.WarningLists;
        // Where everybody gets a name of his own below the service's, the name is no longer the service's.
        if (lists.IsFreemail(address.Domain) || new TenantDomain().Detect(facts, house) is not null) return false;
        if (!lists.IsPopular(address.Domain) && !Kinship.IsOfService(house, address.Domain) && house.Brands.FindByDomain(address.Domain) is null) return false;
        if (facts.Bulk.Declared && Kinship.IsOfService(house, address.Domain)) return true;
        if (facts.Bulk.Kind is MessageKind.Automatic or MessageKind.Calendar || author.DisplayName.Contains("via ", StringComparison.OrdinalIgnoreCase)) return true;
        return HasNoticeMark(address);
    }
}
