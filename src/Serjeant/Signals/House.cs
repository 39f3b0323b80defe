using System.Collections.Frozen;
using Serjeant.Registers;
using Serjeant.Registers.LookAlikes;
using Serjeant.Registers.Names;
using Serjeant.Values;

namespace Serjeant.Signals;

/// <summary>Whom we protect and what is common knowledge: everything beside the message that a detector may look at.</summary>
public sealed class House
{
    public House(Roster roster, WarningLists warningLists, MailingServices services, Brands brands)
    {
        Roster = roster;
        WarningLists = warningLists;
        Services = services;
        Brands = brands;
        BrandsByLook = brands.ByLook();
        Names = new([.. roster.People.Select(p => new NamedSubject(p.Id, [p.Name, .. p.OtherNames]))]);
        Organisations = new(roster);
        Mailboxes = new(roster);
        LookAlikes = LookAlikeIndex.Of(roster);
    }

    public Roster Roster { get; }

    public WarningLists WarningLists { get; }

    public MailingServices Services { get; }

    public Brands Brands { get; }

    /// <summary>The same brands, to be found by what the eye makes of a text (<see cref="Look"/>).</summary>
    internal Brands BrandsByLook { get; }

    /// <summary>Finds people of the roster by name; its subjects are <see cref="Roster.People"/>, in their order.</summary>
    internal NameMatcher Names { get; }

    internal OrganisationIndex Organisations { get; }

    /// <summary>Finds people of the roster by what their mailboxes are called.</summary>
    internal MailboxIndex Mailboxes { get; }

    internal LookAlikeIndex LookAlikes { get; }

    /// <summary>Top-level domains with a large share of names registered for abuse (data/domains/abused-suffixes.txt).</summary>
    internal FrozenSet<string> AbusedSuffixes { get; } =
        ShippedData.ReadLines("domains/abused-suffixes.txt").Where(l => l.Length > 0 && l[0] != '#').Select(l => l.Trim()).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>A house with the registers that ship.</summary>
    /// <param name="warningLists">Where they are loaded already, since a roster is read with them; else they are loaded.</param>
    public static House With(Roster roster, WarningLists? warningLists = null) => new(roster, warningLists ?? WarningLists.Load(), MailingServices.Load(), Brands.Load());

    /// <summary>Whether an address is one of a person's own, a delegate's, or of our house and so not foreign.</summary>
    internal bool IsAddressOf(Person person, EmailAddress address) =>
        Roster.Find(address)?.Id == person.Id || person.IsDelegate(address) || Roster.IsOwn(address.Domain);
}
