using Serjeant.Registers;
using Serjeant.Registers.LookAlikes;
using Serjeant.Values;

namespace Serjeant.Signals.Impersonation;

/// <summary>Domains of the sender's side that look like a protected one: From, Sender, the envelope, Reply-To.</summary>
internal static class HostImitations
{
    private const int MaximumHosts = 8;

    public static void Find(MaskSearch search)
    {
        // A machine's answer comes from wherever our people wrote to.
        if (search.Facts.Bulk.IsReaction) return;
        var seen = new List<DomainName>(4);
        var sender = search.Facts.Sender;
        foreach (var mailbox in sender.From) Look(mailbox.Domain, mailbox.DisplayName, mailbox.Address?.ToString(), "", false);
        // What carries a list's mail is the list's.
        if (search.Carrier is null && sender.Sender is { } passedOn) Look(passedOn.Domain, passedOn.DisplayName, passedOn.Address?.ToString(), "Sender ", false);
        if (search.Carrier is null && sender.ReturnPath is { } envelope) Look(envelope.Domain, "", envelope.ToString(), "envelope ", false);
        foreach (var mailbox in sender.ReplyTo) Look(mailbox.Domain, mailbox.DisplayName, mailbox.Address?.ToString(), "Reply-To ", true);

        void Look(DomainName domain, string name, string? address, string place, bool reply)
        {
            if (domain.IsEmpty || seen.Count == MaximumHosts || seen.Contains(domain)) return;
            seen.Add(domain);
            if (IsKnown(search.House, domain) || search.House.LookAlikes.Find(domain) is not { } likeness) return;
            var (code, manner) = reply ? ("impersonation.reply-to", ImitationManner.ReplyTo) : ("impersonation.look-alike-domain", ImitationManner.Domain);
            var evidence = $"{place}{domain} for {likeness.Target.Name} ({likeness.Explanation})";
            if (likeness.Target.Kind == ProtectedKind.Person)
            {
                if (search.House.Roster.People.FirstOrDefault(p => p.Id == likeness.Target.Owner) is { } person)
                    search.Add(code, 80, person, manner, name, address ?? domain.Name, likeness.Explanation, $"{place}{domain} for {person.Name}");
            }
            else
            {
                search.Add(code, 85, OwnerOf(search.House, likeness.Target), likeness.Target.Kind, manner, name, address ?? domain.Name, likeness.Explanation, evidence);
            }
        }
    }

    // Names that everybody uses look like others by chance, and would have been taken down long ago if not.
    private static bool IsKnown(House house, DomainName domain) =>
        house.Roster.IsOwn(domain) || house.WarningLists.IsPopular(domain) || house.Brands.FindByDomain(domain) is not null || Kinship.IsOfService(house, domain);

    // The domain imitated stands first, whatever others its owner has.
    private static Organisation OwnerOf(House house, ProtectedName target)
    {
        if (!DomainName.TryParse(target.Name, out var domain)) return new(target.Owner, [], [], false);
        var owner = house.Organisations.OwnerOf(domain) ?? new(target.Owner, [], [], false);
        return owner with { Name = target.Owner, Domains = [domain] };
    }
}
