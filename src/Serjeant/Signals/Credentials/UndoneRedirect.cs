using Serjeant.Facts;

namespace Serjeant.Signals.Credentials;

/// <summary>A link passes through another site's open redirect to hide where it leads. What mail gateways wrap on the way is no such thing.</summary>
internal sealed class UndoneRedirect : IDetector
{
    /// <summary>Wrappers of data/links and of the unwrapper that the receiving side's own gateway puts around every link.</summary>
    private static readonly HashSet<string> Gateways = new(
        ["Microsoft Safe Links", "Microsoft Teams", "Barracuda", "Symantec", "Trend Micro", "Trellix", "Sophos", "Check Point", "Hornetsecurity",
         "Trustwave", "Libraesva", "Mimecast", "Proofpoint", "Cisco"],
        StringComparer.Ordinal);

    public string Code => "credentials.open-redirect";

    public string? Detect(MessageFacts facts, House house)
    {
        foreach (var link in facts.Links)
        {
            if (link.Wrapper is null || link.Fires != LinkFire.Clicking || Kinship.IsOfSender(facts, link.Address.Host)) continue;
            foreach (var name in link.Wrapper.Split(", "))
                if (!Gateways.Contains(name) && !IsOfSender(facts, name)) return $"{name} to {link.Address.Host}";
        }
        return null;
    }

    /// <summary>LinkedIn's own mail goes through LinkedIn's redirect.</summary>
    private static bool IsOfSender(MessageFacts facts, string name) =>
        facts.Sender.Domain.Registrable.Name.StartsWith(name + ".", StringComparison.OrdinalIgnoreCase);
}
