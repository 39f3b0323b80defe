using Serjeant.Facts;
using Serjeant.Registers;
using Serjeant.Registers.LookAlikes;
using Serjeant.Values;

namespace Serjeant.Signals.Impersonation;

/// <summary>Bodies, news outlets and correspondents of the roster by the sender's name: "Outlet Newsdesk", "Name | Outlet", from a domain that is not theirs.</summary>
internal static class OrganisationImitations
{
    public static void Find(MaskSearch search)
    {
        foreach (var mailbox in search.Facts.Sender.From)
            if (mailbox.Address is { } address) Look(search, mailbox, address);
    }

    private static void Look(MaskSearch search, Mailbox mailbox, EmailAddress address)
    {
        var matches = search.House.Organisations.Find(mailbox.DisplayName);
        if (matches.IsEmpty || !search.IsForeign(address)) return;
        foreach (var match in matches)
            if (Owns(match.Organisation, address.Domain) || IsSentFor(search.House, match.Organisation, address)) return;
        foreach (var match in matches)
        {
            if (match.Organisation.Domains.IsEmpty) continue;
            var disguise = match.Disguised ? ", in letters that only look so" : "";
            search.Add(CodeOf(match.Kind), match.Kind == ProtectedKind.Outlet ? 60 : 55, match.Organisation, match.Kind, ImitationManner.DisplayName,
                mailbox.DisplayName, address.ToString(), $"names {match.Name}{disguise}, comes from {address.Domain}", $"names {match.Name}{disguise}, comes from {address.Domain}");
            return;
        }
    }

    private static bool Owns(Organisation organisation, DomainName domain)
    {
        foreach (var own in organisation.Domains)
            if (domain.IsWithin(own)) return true;
        return false;
    }

    // Whoever sends for one of our people may name our house.
    private static bool IsSentFor(House house, Organisation organisation, EmailAddress address) =>
        organisation.Ours && house.Roster.People.Any(p => p.IsDelegate(address));

    private static string CodeOf(ProtectedKind kind) => kind switch
    {
        ProtectedKind.Outlet => "impersonation.outlet",
        ProtectedKind.Correspondent => "impersonation.correspondent",
        _ => "impersonation.organisation",
    };
}
