using Serjeant.Values;

namespace Serjeant.Registers;

/// <summary>A mailbox name that can be taken for that of a person's real mailbox.</summary>
/// <param name="Person">Index into <see cref="Roster.People"/>.</param>
/// <param name="Address">The real one.</param>
/// <param name="Disguised">Its letters are others that only look so (jane.hartwe11).</param>
internal readonly record struct MailboxMatch(int Person, EmailAddress Address, bool Disguised);

/// <summary>Finds whose real mailbox name a mailbox name looks like, dots and hyphens aside. Names that do not hold the person's own name (speaker, office), or are a single name, are nobody's.</summary>
internal sealed class MailboxIndex
{
    private const int Shortest = 6;

    private readonly Dictionary<string, (int Person, EmailAddress Address)> _byLook = new(StringComparer.Ordinal);

    public MailboxIndex(Roster roster)
    {
        for (var i = 0; i < roster.People.Length; i++)
        {
            var person = roster.People[i];
            foreach (var address in person.Mailboxes)
                if (Bare(address.Local) is { Length: >= Shortest } bare && HoldsName(person, bare)) _byLook.TryAdd(Look.Of(bare), (i, address));
        }
    }

    /// <summary>The mailbox that a mailbox name looks like; null where it looks like none.</summary>
    public MailboxMatch? Find(string local)
    {
        if (_byLook.Count == 0 || local.Length > 64) return null;
        var bare = Bare(local);
        return bare.Length >= Shortest && _byLook.TryGetValue(Look.Of(bare), out var found)
            ? new(found.Person, found.Address, bare != Bare(found.Address.Local))
            : null;
    }

    private static string Bare(string local)
    {
        var plus = local.IndexOf('+', StringComparison.Ordinal);
        return new string([.. Folding.Fold(plus > 0 ? local[..plus] : local).Where(char.IsLetterOrDigit)]);
    }

    private static bool HoldsName(Person person, string bare)
    {
        foreach (var word in Folding.Fold(person.Name).Split([' ', '-', '.', '\''], StringSplitOptions.RemoveEmptyEntries))
            if (word.Length >= 3 && bare.Length > word.Length && bare.Contains(word, StringComparison.Ordinal)) return true;
        return false;
    }
}
