using Serjeant.Facts;

namespace Serjeant.Signals.Impersonation;

/// <summary>The display name is that of a protected person, the address is none of his or hers.</summary>
internal sealed class PersonByDisplayName : IDetector
{
    public string Code => "impersonation.person";

    public string? Detect(MessageFacts facts, House house)
    {
        if (Kinship.IsRelayed(facts)) return null;
        foreach (var mailbox in facts.Sender.From)
            if (mailbox.DisplayName.Length > 0 && house.Names.Find(mailbox.DisplayName) is { } match
                && mailbox.Address is { } address && !house.IsAddressOf(house.Roster.People[match.Subject], address)) return $"\u201c{Evidence.Cut(mailbox.DisplayName)}\u201d from {address.Domain}";
        return null;
    }
}
