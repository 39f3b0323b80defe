using System.Collections.Immutable;
using Serjeant.Facts;

namespace Serjeant.Signals.Impersonation;

/// <summary>Finds whose names a message wears. The detectors of this folder only put into words what it found.</summary>
internal static class ImitationMaker
{
    private const int MaximumName = 200;

    // Several detectors and the keeping of a message ask for the same: each thread keeps the answer for the message in hand.
    [ThreadStatic]
    private static (MessageFacts? Facts, House? House, ImmutableArray<Imitation> Found) _last;

    /// <returns>At most 8, the surest first; empty where the message wears nobody's name. Never throws.</returns>
    public static ImmutableArray<Imitation> Of(MessageFacts facts, House house)
    {
        if (ReferenceEquals(_last.Facts, facts) && ReferenceEquals(_last.House, house)) return _last.Found;
        var found = Find(facts, house);
        _last = (facts, house, found);
        return found;
    }

    private static ImmutableArray<Imitation> Find(MessageFacts facts, House house)
    {
        if (Kinship.IsRelayed(facts)) return [];
        var found = ImmutableArray.CreateBuilder<Imitation>();
        foreach (var mailbox in facts.Sender.From)
        {
            if (mailbox.DisplayName.Length == 0 || mailbox.Address is not { } address) continue;
            if (house.Names.Find(mailbox.DisplayName) is not { } match) continue;
            var person = house.Roster.People[match.Subject];
            if (house.IsAddressOf(person, address)) continue;
            found.Add(new(ImitatedKind.Person, person.Id, ImitationManner.DisplayName, person.Name, person.Official.IsEmpty ? "" : person.Official[0].ToString(),
                Cut(mailbox.DisplayName), address.ToString(), match.Explanation));
        }
        return found.ToImmutable();
    }

    private static string Cut(string name) => name.Length <= MaximumName ? name : name[..MaximumName];
}
