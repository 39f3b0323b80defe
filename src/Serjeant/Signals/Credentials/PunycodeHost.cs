using Serjeant.Facts;

namespace Serjeant.Signals.Credentials;

/// <summary>A link's host is written in other letters (xn--).</summary>
internal sealed class PunycodeHost : IDetector
{
    public string Code => "credentials.punycode-host";

    public string? Detect(MessageFacts facts, House house)
    {
        foreach (var link in facts.Links)
            if (link.Address.Host.Name.Contains("xn--", StringComparison.Ordinal)) return Evidence.Of(link);
        return facts.Sender.Domain.Name.Contains("xn--", StringComparison.Ordinal) ? $"{facts.Sender.Domain} (sender)" : null;
    }
}
