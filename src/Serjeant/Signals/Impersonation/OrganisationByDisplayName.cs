using Serjeant.Facts;

namespace Serjeant.Signals.Impersonation;

/// <summary>The sender calls itself a body, correspondent or news outlet of our register, from a domain that is not theirs.</summary>
internal sealed class OrganisationByDisplayName : IDetector
{
    public string Code => "impersonation.organisation";

    public string? Detect(MessageFacts facts, House house)
    {
        if (Kinship.IsRelayed(facts) || facts.Sender.Author is not { Address: { } address } author || author.DisplayName.Length == 0) return null;
        return house.Organisations.Find(author.DisplayName) is { } organisation && !organisation.Domains.Any(address.Domain.IsWithin)
            ? $"names {organisation.Name}, comes from {address.Domain}"
            : null;
    }
}
