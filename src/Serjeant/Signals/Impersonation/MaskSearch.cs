using Serjeant.Facts;
using Serjeant.Registers;
using Serjeant.Registers.LookAlikes;
using Serjeant.Values;

namespace Serjeant.Signals.Impersonation;

/// <summary>One message while it is searched for borrowed names: what every manner of search asks, and what they found.</summary>
internal sealed class MaskSearch(MessageFacts facts, House house)
{
    private const int MaximumName = 200, MaximumExplanation = 300;

    public MessageFacts Facts => facts;

    public House House => house;

    /// <summary>What stands between the writer and us and shows names that are not its own ("a list"); null where nothing does.</summary>
    public string? Carrier { get; } = Carriers.Of(facts, house);

    public List<Mask> Found { get; } = [];

    /// <summary>From is borne out: by what our side noted; where it noted nothing, by who signed it or handed it over.</summary>
    public bool BorneOut { get; } = Carriers.BearsOut(facts);

    /// <summary>
    /// Nobody of ours writes from this address: no person of the roster, no delegate, not our own domains, and no organisation of the roster that the message
    /// bears out.
    /// </summary>
    public bool IsForeign(EmailAddress address, Person? person = null) =>
        !house.Roster.IsOwn(address.Domain) && house.Roster.IndexOf(address) < 0 && person?.IsDelegate(address) != true
        && !(BorneOut && address.Domain == facts.Sender.Domain && house.Organisations.OwnerOf(address.Domain) is not null);

    /// <summary>Keeps an imitation of a person.</summary>
    public void Add(string code, int sureness, Person person, ImitationManner manner, string falseName, string falseAddress, string explanation, string evidence, EmailAddress? shown = null) =>
        Add(code, sureness, new(ImitatedKind.Person, person.Id, manner, person.Name, TrueAddress(person, shown), Cut(falseName, MaximumName), falseAddress, Cut(explanation, MaximumExplanation)), evidence);

    /// <summary>Keeps an imitation of an organisation.</summary>
    public void Add(string code, int sureness, Organisation organisation, ProtectedKind kind, ImitationManner manner, string falseName, string falseAddress, string explanation, string evidence) =>
        Add(code, sureness, new(KindOf(kind), organisation.Name, manner, organisation.Name, organisation.Domains.IsEmpty ? "" : organisation.Domains[0].Name, Cut(falseName, MaximumName), falseAddress, Cut(explanation, MaximumExplanation)), evidence);

    private void Add(string code, int sureness, Imitation imitation, string evidence)
    {
        // Behind a service or a list everybody's names stand; what it shows is a likeness, not a claim.
        if (Carrier is not null && code is not ("impersonation.look-alike-domain" or "impersonation.own-domain")) (code, sureness, evidence) = ("impersonation.name-through-service", 10, $"{evidence}, through {Carrier}");
        Found.Add(new(code, sureness, imitation, Evidence.Cut(evidence)));
    }

    public static ImitatedKind KindOf(ProtectedKind kind) => kind switch
    {
        ProtectedKind.Person => ImitatedKind.Person,
        ProtectedKind.Outlet => ImitatedKind.Outlet,
        ProtectedKind.Correspondent => ImitatedKind.Correspondent,
        _ => ImitatedKind.Body,
    };

    /// <summary>The address imitated where the mask shows it; else one that the public may know. A private one is given away to nobody who only reads a report.</summary>
    private static string TrueAddress(Person person, EmailAddress? shown)
    {
        if (shown is { } known) return known.ToString();
        foreach (var address in person.Official.Concat(person.Constituency).Concat(person.Party)) return address.ToString();
        return "";
    }

    private static string Cut(string text, int maximum) => text.Length <= maximum ? text : text[..maximum];
}
