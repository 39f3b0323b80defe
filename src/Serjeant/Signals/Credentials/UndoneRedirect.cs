using Serjeant.Facts;

namespace Serjeant.Signals.Credentials;

/// <summary>A link passes through another site's open redirect to hide where it leads.</summary>
internal sealed class UndoneRedirect : IDetector
{
    public string Code => "credentials.open-redirect";

    public string? Detect(MessageFacts facts, House house)
    {
        foreach (var link in facts.Links)
            if (link.Wrapper is { } wrapper && wrapper.StartsWith("redirect", StringComparison.Ordinal) && !Kinship.IsOfSender(facts, link.Address.Host)) return $"{wrapper} to {link.Address.Host}";
        return null;
    }
}
