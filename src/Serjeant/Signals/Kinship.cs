using Serjeant.Facts;
using Serjeant.Values;

namespace Serjeant.Signals;

/// <summary>Whether a host has anything to do with who sent a message: the domains that the sender shows of himself.</summary>
internal static class Kinship
{
    /// <summary>The host shares a registrable domain with From, Sender, the envelope sender or a DKIM signature.</summary>
    public static bool IsOfSender(MessageFacts facts, DomainName host)
    {
        if (host.IsEmpty) return false;
        var registrable = host.Registrable;
        var sender = facts.Sender;
        if (Same(sender.Domain) || Same(sender.Sender?.Domain ?? default) || Same(sender.ReturnPath?.Domain ?? default)) return true;
        if (sender.OriginalAuthor is { } author && Same(author.Domain)) return true;
        foreach (var signature in facts.Authentication.Signatures)
            if (Same(signature.Domain)) return true;
        return false;

        bool Same(DomainName domain) => !domain.IsEmpty && domain.Registrable == registrable;
    }

    /// <summary>The host belongs to the mass-mail service that the message shows, or to any known one.</summary>
    public static bool IsOfService(House house, DomainName host) => house.Services.FindByHost(host) is not null;

    /// <summary>Related to the sender, to a mass-mail service, or used by everybody.</summary>
    public static bool IsExplained(MessageFacts facts, House house, DomainName host) =>
        house.WarningLists.IsPopular(host) || IsOfSender(facts, host) || IsOfService(house, host);

    /// <summary>Mail that a list or a machine of the mail system made: signs of imitation mean nothing in it.</summary>
    public static bool IsRelayed(MessageFacts facts) =>
        facts.Bulk.DiscussionList || facts.Sender.OriginalAuthor is not null
        || facts.Bulk.Kind is MessageKind.Bounce or MessageKind.FeedbackReport or MessageKind.ReadReceipt;
}
