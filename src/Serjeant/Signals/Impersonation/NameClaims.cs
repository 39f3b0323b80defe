using Serjeant.Facts;
using Serjeant.Registers;
using Serjeant.Registers.Names;
using Serjeant.Values;

namespace Serjeant.Signals.Impersonation;

/// <summary>What stands beside a name and tells a member from his namesakes.</summary>
internal static class NameClaims
{
    private const int MaximumWords = 24;

    /// <summary>The name carries the title of a mandate: "MP", "Rt Hon", "Senator".</summary>
    public static bool Mandate(string shown)
    {
        var words = Words(shown);
        for (var i = 0; i < words.Length && i < MaximumWords; i++)
            for (var length = 1; length <= 4 && i + length <= words.Length; length++)
                if (MaskWords.Mandates.Contains(length == 1 ? words[i] : string.Join(' ', words, i, length))) return true;
        return false;
    }

    /// <summary>A name of at least two words that have more than one letter.</summary>
    public static bool IsFullName(string shown) => Words(shown).Count(w => w.Length > 1 && char.IsLetter(w[0])) >= 2;

    /// <summary>A claim lifts a likeness by one step: what many are called, few are called with the title.</summary>
    public static NameStrength Raise(NameStrength strength, bool claims) => claims && strength != NameStrength.Strong ? strength + 1 : strength;

    /// <summary>
    /// A full name, with a given name in it that people really bear and nothing of the person's own: who shows one signs with it, and whom else he names he only mentions.
    /// </summary>
    public static bool IsAnothersName(string shown, Person person)
    {
        if (!IsFullName(shown) || Mandate(shown)) return false;
        var words = Words(shown);
        return words.Any(w => w.Length > 2 && NameCommonness.Shipped.GivenPerMillion(w) > NameCommonness.Unknown)
            && !person.OtherNames.Prepend(person.Name).Any(name => Words(name).Any(w => w.Length > 2 && words.Contains(w)));
    }

    /// <summary>More of the name agrees than is missing or added, and no part of it only sounds alike; another script is no other sound.</summary>
    public static bool IsClose(NameMatch match) =>
        match.Extra.Length < 2 && match.Missing.Length < match.Agreed.Length
        && !match.Agreed.Any(a => a.Contains(" as ", StringComparison.Ordinal) && a.AsSpan().IndexOfAnyExceptInRange('\0', '\u024f') < 0);

    /// <summary>"J. Hartwell", not "Jane H": with the family name cut off nobody is named.</summary>
    public static bool BeginsWithInitial(string shown)
    {
        var words = Words(shown);
        return words.Length > 1 && words[0].Length == 1;
    }

    /// <summary>Whoever is called so mostly has it in his mailbox's name as well: a private mailbox that holds nothing of it may have been taken for the mask.</summary>
    public static bool IsBorrowedBox(House house, EmailAddress address, Person person)
    {
        if (!house.WarningLists.IsFreemail(address.Domain)) return false;
        var local = Folding.Fold(address.Local);
        foreach (var name in person.OtherNames.Prepend(person.Name))
            foreach (var word in Folding.Fold(name).Split([' ', '-', '.', ',', '\''], StringSplitOptions.RemoveEmptyEntries))
                if (word.Length >= 2 && local.Contains(word.Length > 4 ? word[..4] : word, StringComparison.Ordinal)) return false;
        return true;
    }

    /// <summary>
    /// A notice in a person's name from a sender that no list of services knows, with nowhere else to answer to: whoever is behind it need not be called so.
    /// </summary>
    public static bool IsUnknownNotice(MaskSearch search, Mailbox mailbox, EmailAddress address)
    {
        var lists = search.House.WarningLists;
        if (!Carriers.HasNoticeMark(address) || lists.IsFreemail(address.Domain) || lists.IsPopular(address.Domain) || Kinship.IsOfService(search.House, address.Domain)) return false;
        if (!search.Facts.Sender.ReplyTo.All(r => r.Address?.Domain.Registrable == address.Domain.Registrable)) return false;
        return mailbox.DisplayName.Contains(" via ", StringComparison.OrdinalIgnoreCase) || mailbox.DisplayName.TrimEnd().EndsWith(')');
    }

    private static string[] Words(string shown) =>
        shown.Length > 500 ? [] : Folding.Fold(shown).Split([' ', '\n', '\r', '\t', ',', '.', '|', '(', ')', '[', ']', '/', '-', '"', '\u00a0'], StringSplitOptions.RemoveEmptyEntries);
}
