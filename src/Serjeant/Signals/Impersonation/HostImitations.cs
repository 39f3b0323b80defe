using Serjeant.Facts;
using Serjeant.Registers;
using Serjeant.Registers.LookAlikes;
using Serjeant.Registers.Names;
using Serjeant.Values;

namespace Serjeant.Signals.Impersonation;

/// <summary>Domains of the sender's side that look like a protected one: From, Sender, the envelope, Reply-To.</summary>
internal static class HostImitations
{
    private const int MaximumHosts = 8, ShortestWord = 4;

    /// <summary>Two changes at once make many words out of many: such a likeness must be worth more than one slip of a finger.</summary>
    private const double LeastOfSeveral = 30;

    /// <summary>Below these only those get a name whom somebody has checked (universities, authorities): nobody takes one there to pose as another.</summary>
    private static readonly HashSet<string> Closed = new(["gov", "gouv", "gob", "govt", "gc", "mil", "edu", "ac", "int", "police", "nhs", "mod", "parliament", "go", "admin"], StringComparer.Ordinal);

    public static void Find(MaskSearch search)
    {
        // A bounce comes from wherever our people wrote to. An automatic answer does too, but one header makes any mail look like one.
        if (search.Facts.Bulk.Kind is MessageKind.Bounce or MessageKind.FeedbackReport && search.Facts.Sender.ReturnPath is null) return;
        var seen = new List<DomainName>(4);
        var sender = search.Facts.Sender;
        foreach (var mailbox in sender.From) Look(search, seen, mailbox.Domain, mailbox, mailbox.Address, "", reply: false);
        // What carries a list's mail is the list's.
        if (search.Carrier is null && sender.Sender is { } passedOn) Look(search, seen, passedOn.Domain, passedOn, passedOn.Address, "Sender ", reply: false);
        if (search.Carrier is null && sender.ReturnPath is { } envelope) Look(search, seen, envelope.Domain, sender.Author, envelope, "envelope ", reply: false);
        foreach (var mailbox in sender.ReplyTo) Look(search, seen, mailbox.Domain, mailbox, mailbox.Address, "Reply-To ", reply: true);
    }

    private static void Look(MaskSearch search, List<DomainName> seen, DomainName domain, Mailbox? mailbox, EmailAddress? address, string place, bool reply)
    {
        if (domain.IsEmpty || seen.Count == MaximumHosts || seen.Contains(domain)) return;
        seen.Add(domain);
        var house = search.House;
        var name = mailbox?.DisplayName ?? "";
        if (LikenessOf(house, domain, name) is not { } likeness) return;
        var (code, manner) = reply ? ("impersonation.reply-to", ImitationManner.ReplyTo) : ("impersonation.look-alike-domain", ImitationManner.Domain);
        var shown = address?.ToString() ?? domain.Name;
        if (likeness.Target.Kind != ProtectedKind.Person)
        {
            search.Add(code, 85, OwnerOf(house, likeness.Target), likeness.Target.Kind, manner, name, shown, likeness.Explanation, $"{place}{domain} for {likeness.Target.Name} ({likeness.Explanation})");
            return;
        }
        // Names a letter apart are two families' names: as a domain only the name itself is a claim, and of a common one only with an office beside it.
        if (!HoldsWhole(likeness.Kind) || house.Roster.People.FirstOrDefault(p => p.Id == likeness.Target.Owner) is not { } person) return;
        var office = likeness.Kind is LookAlikeKind.Combination or LookAlikeKind.Dictionary && MailboxMarks.Of(domain.Registrable.Name.Split('.')[0]).Office;
        if (NameClaims.Raise(house.Names.Find(person.Name)?.Strength ?? NameStrength.Weak, office) != NameStrength.Strong)
        {
            if (reply) return;
            // Who shows a name of his own has a domain of his own; who shows none lets the domain speak.
            code = name.Length == 0 ? "impersonation.person-in-address" : "impersonation.person-namesake";
        }
        search.Add(code, code == "impersonation.person-namesake" ? 30 : 80, person, manner, name, shown, likeness.Explanation, $"{place}{domain} for {person.Name}");
    }

    /// <summary>The domain is made to look like a body's, our own or another: what is claimed from there is claimed in its name.</summary>
    public static bool WearsBody(House house, DomainName domain, string name) => !domain.IsEmpty && LikenessOf(house, domain, name)?.Target.Kind == ProtectedKind.Body;

    private static LookAlike? LikenessOf(House house, DomainName domain, string name)
    {
        if (IsKnown(house, domain) || house.LookAlikes.Find(domain) is not { } likeness) return null;
        if (likeness.Kind == LookAlikeKind.Several && likeness.Weight.Value < LeastOfSeveral) return null;
        if (IsClosed(domain) && (likeness.Kind == LookAlikeKind.TldSwap || SuffixOf(domain.Registrable.Name) != SuffixOf(likeness.Target.Name))) return null;
        return !HoldsWhole(likeness.Kind) && IsOwnName(domain, name, likeness.Target) ? null : likeness;
    }

    /// <summary>The protected name itself stands in it, to the eye.</summary>
    private static bool HoldsWhole(LookAlikeKind kind) => kind is LookAlikeKind.Hyphenation or LookAlikeKind.TldSwap or LookAlikeKind.Combination or LookAlikeKind.Dictionary
        or LookAlikeKind.WholeName or LookAlikeKind.Subdomain or LookAlikeKind.Homoglyph or LookAlikeKind.Cyrillic or LookAlikeKind.Various;

    // Marlow of lmarlow.com writes under his own name, however near it is to another's.
    private static bool IsOwnName(DomainName domain, string name, ProtectedName target)
    {
        var label = domain.Registrable.Name.Split('.')[0];
        var imitated = Values.Look.Of(target.Name.Split('.')[0]);
        foreach (var word in Folding.Fold(name).Split([' ', '-', ',', '.', '(', ')', '"'], StringSplitOptions.RemoveEmptyEntries))
            if (word.Length >= ShortestWord && label.Contains(word, StringComparison.Ordinal) && !imitated.Contains(Values.Look.Of(word), StringComparison.Ordinal)) return true;
        return false;
    }

    // Names that everybody uses look like others by chance, and would have been taken down long ago if not.
    private static bool IsKnown(House house, DomainName domain) =>
        house.Roster.IsOwn(domain) || Kinship.IsOfService(house, domain)
        || !IsClosed(domain) && (house.WarningLists.IsPopular(domain) || house.Brands.FindByDomain(domain) is not null); // the whole of a state's suffix counts as popular

    // The university and the council of a town have the same label, each where only its kind gets a name.
    private static bool IsClosed(DomainName domain)
    {
        var labels = domain.Registrable.Name.Split('.');
        for (var i = 1; i < labels.Length; i++)
            if (Closed.Contains(labels[i])) return true;
        return false;
    }

    private static string SuffixOf(string name) => name[(name.IndexOf('.', StringComparison.Ordinal) + 1)..];

    // The domain imitated stands first, whatever others its owner has.
    private static Organisation OwnerOf(House house, ProtectedName target)
    {
        if (!DomainName.TryParse(target.Name, out var domain)) return new(target.Owner, [], [], false);
        var owner = house.Organisations.OwnerOf(domain) ?? new(target.Owner, [], [], false);
        return owner with { Name = target.Owner, Domains = [domain] };
    }
}
