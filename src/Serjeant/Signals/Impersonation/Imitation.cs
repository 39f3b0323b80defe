namespace Serjeant.Signals.Impersonation;

/// <summary>Whose name is worn.</summary>
public enum ImitatedKind
{
    /// <summary>Somebody on the roster.</summary>
    Person,
    /// <summary>A body of the roster, our own house among them.</summary>
    Body,
    /// <summary>A news outlet of the roster, or a journalist who claims to be of one.</summary>
    Outlet,
    /// <summary>A firm or other organisation that really writes to us.</summary>
    Correspondent,
}

/// <summary>Where the mask sits.</summary>
public enum ImitationManner
{
    /// <summary>The sender's name reads as theirs, the address is foreign.</summary>
    DisplayName,
    /// <summary>The part before the @ reads as theirs.</summary>
    LocalPart,
    /// <summary>A mailbox at a mail provider made to look like theirs.</summary>
    Freemail,
    /// <summary>The domain looks like theirs.</summary>
    Domain,
    /// <summary>Answers go to an address that looks like theirs, or leave theirs for a foreign one.</summary>
    ReplyTo,
    /// <summary>From is really theirs by its letters, and nothing bears it out.</summary>
    Spoof,
    /// <summary>The text claims to write for them.</summary>
    Text,
}

/// <summary>
/// Somebody's name worn by another: the true side and the false side, so that a reader can see both. Found in the facts of one message;
/// the signals impersonation.* weigh it, the persona register keeps it.
/// </summary>
/// <param name="Kind">Whose name is worn.</param>
/// <param name="Imitated">A person's identifier on the roster; the name of an organisation.</param>
/// <param name="Manner">Where the mask sits.</param>
/// <param name="TrueName">As the roster writes it.</param>
/// <param name="TrueAddress">The address or domain that is really theirs; empty where the roster has none.</param>
/// <param name="FalseName">As the message shows it; empty where it shows none. At most 200 characters.</param>
/// <param name="FalseAddress">Address or domain that the mask comes from or leads to.</param>
/// <param name="Explanation">What agrees and what differs, in a few words; at most 300 characters.</param>
public sealed record Imitation(
    ImitatedKind Kind, string Imitated, ImitationManner Manner,
    string TrueName, string TrueAddress, string FalseName, string FalseAddress, string Explanation)
{
    /// <summary>Whether it is a body's look-alike domain from which a person's mask comes as well: told of the person, it need not be told of the body.</summary>
    public bool IsToldByPerson(IEnumerable<Imitation> all)
    {
        ArgumentNullException.ThrowIfNull(all);
        return Kind == ImitatedKind.Body && Manner == ImitationManner.Domain
            && all.Any(other => other.Kind == ImitatedKind.Person && Host(other.FalseAddress).Equals(Host(FalseAddress), StringComparison.OrdinalIgnoreCase));

        static ReadOnlySpan<char> Host(string address) => address.AsSpan(address.LastIndexOf('@') + 1);
    }
}
