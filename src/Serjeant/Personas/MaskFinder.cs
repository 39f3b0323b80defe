using System.Collections.Immutable;
using Serjeant.Facts;
using Serjeant.Registers;
using Serjeant.Registers.LookAlikes;
using Serjeant.Registers.Names;
using Serjeant.Signals;
using Serjeant.Signals.Impersonation;
using Serjeant.Values;

namespace Serjeant.Personas;

/// <summary>
/// Finds whom a message pretends to be, where somebody told us that it pretends: it looks further than <see cref="ImitationMaker"/> may in mail of which
/// nobody complained, into every address field, the mailbox names and the signature.
/// </summary>
internal sealed class MaskFinder(House house)
{
    private const int Most = 8, MaximumName = 200, MaximumExplanation = 300;

    /// <param name="facts">Of the message.</param>
    /// <param name="signature">The last lines of its text; empty where they may not be looked at.</param>
    public ImmutableArray<Imitation> Find(MessageFacts facts, IReadOnlyList<string> signature)
    {
        var found = new List<Imitation>(ImitationMaker.Of(facts, house));
        foreach (var mailbox in facts.Sender.From.Take(Most)) InMailbox(mailbox, ImitationManner.DisplayName, found);
        if (facts.Sender.Sender is { } sender) InMailbox(sender, ImitationManner.DisplayName, found);
        foreach (var mailbox in facts.Sender.ReplyTo.Take(Most)) InMailbox(mailbox, ImitationManner.ReplyTo, found);
        if (facts.Sender.ReturnPath is { } path) InDomain(path.Domain, path.ToString(), "", found);
        if (facts.MessageId is { } id && DomainName.TryParse(id.AsSpan(id.LastIndexOf('@') + 1), out var host)) InDomain(host, host.Name, "", found);
        if (!found.Exists(IsOurs)) InSignature(facts, signature, found);
        return [.. found.DistinctBy(i => (i.Kind, i.Imitated, i.FalseAddress)).OrderBy(i => i.Kind).Take(Most)];
    }

    public static bool IsOurs(Imitation imitation) => imitation.Kind is ImitatedKind.Person or ImitatedKind.Body;

    private void InMailbox(Mailbox mailbox, ImitationManner manner, List<Imitation> found)
    {
        var address = mailbox.Address;
        if (address is { } own && IsOurAddress(own))
        {
            if (manner != ImitationManner.ReplyTo) found.Add(Spoof(mailbox.DisplayName, own));
            return;
        }
        if (mailbox.DisplayName.Length > 0)
        {
            if (house.Names.Find(mailbox.DisplayName) is { Strength: >= NameStrength.Fair } match) AddPerson(match, manner, mailbox.DisplayName, address, found);
            else if (house.Organisations.Find(mailbox.DisplayName) is [{ Organisation: var organisation, Kind: var kind }, ..] && !(address is { } a && organisation.Domains.Any(a.Domain.IsWithin)))
                found.Add(new(KindOf(kind), organisation.Name, manner, organisation.Name, DomainOf(organisation), Cut(mailbox.DisplayName), address?.ToString() ?? "", "names it, and is not of its domains"));
        }
        if (address is not { } foreign) return;
        if (house.Names.FindInLocalPart(foreign.Local) is { Strength: >= NameStrength.Fair } local)
            AddPerson(local, manner == ImitationManner.ReplyTo ? manner : house.WarningLists.IsFreemail(foreign.Domain) ? ImitationManner.Freemail : ImitationManner.LocalPart, mailbox.DisplayName, foreign, found);
        InDomain(foreign.Domain, foreign.ToString(), mailbox.DisplayName, found);
    }

    private void InDomain(DomainName domain, string shown, string name, List<Imitation> found)
    {
        if (domain.IsEmpty || house.LookAlikes.Find(domain) is not { } like) return;
        var owner = like.Target.Owner;
        var trueName = like.Target.Kind == ProtectedKind.Person ? house.Roster.People.FirstOrDefault(p => p.Id == owner)?.Name ?? owner : owner;
        found.Add(new(KindOf(like.Target.Kind), owner, ImitationManner.Domain, trueName, like.Target.Name, Cut(name), shown, Cut(like.Explanation, MaximumExplanation)));
    }

    private void InSignature(MessageFacts facts, IReadOnlyList<string> signature, List<Imitation> found)
    {
        var author = facts.Sender.Author?.Address;
        if (author is { } own && IsOurAddress(own)) return;
        foreach (var line in signature)
        {
            if (line.Length is < 5 or > 80 || house.Names.Find(line) is not { Strength: >= NameStrength.Fair } match) continue;
            AddPerson(match, ImitationManner.Text, line, author, found);
            return;
        }
    }

    private void AddPerson(NameMatch match, ImitationManner manner, string shown, EmailAddress? address, List<Imitation> found)
    {
        var person = house.Roster.People[match.Subject];
        if (address is { } real && house.IsAddressOf(person, real)) return;
        found.Add(new(ImitatedKind.Person, person.Id, manner, person.Name, person.Official.IsEmpty ? "" : person.Official[0].ToString(), Cut(shown), address?.ToString() ?? "", Cut(match.Explanation, MaximumExplanation)));
    }

    private bool IsOurAddress(EmailAddress address) => house.Roster.IndexOf(address) >= 0 || house.Roster.IsOwn(address.Domain);

    private Imitation Spoof(string shown, EmailAddress address)
    {
        const string Why = "From is theirs by its letters; nothing here shows that they sent it";
        if (house.Roster.Find(address) is { } person)
            return new(ImitatedKind.Person, person.Id, ImitationManner.Spoof, person.Name, address.ToString(), Cut(shown), address.ToString(), Why);
        var body = house.Roster.Bodies.FirstOrDefault(b => b.Ours && b.Domains.Any(address.Domain.IsWithin));
        return new(ImitatedKind.Body, body?.Name ?? address.Domain.Name, ImitationManner.Spoof, body?.Name ?? address.Domain.Name, address.Domain.Name, Cut(shown), address.ToString(), Why);
    }

    private static ImitatedKind KindOf(ProtectedKind kind) => kind switch
    {
        ProtectedKind.Person => ImitatedKind.Person,
        ProtectedKind.Outlet => ImitatedKind.Outlet,
        ProtectedKind.Correspondent => ImitatedKind.Correspondent,
        _ => ImitatedKind.Body,
    };

    private static string DomainOf(Organisation organisation) => organisation.Domains.IsEmpty ? "" : organisation.Domains[0].Name;

    private static string Cut(string text, int most = MaximumName) => text.Length <= most ? text : text[..most];
}
