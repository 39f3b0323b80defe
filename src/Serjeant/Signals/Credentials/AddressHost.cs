using Serjeant.Facts;

namespace Serjeant.Signals.Credentials;

/// <summary>A link leads to a bare network address.</summary>
internal sealed class AddressHost : IDetector
{
    public string Code => "credentials.address-host";

    public string? Detect(MessageFacts facts, House house)
    {
        foreach (var link in facts.Links)
            if (link.Address.HostIsAddress && link.Address.IsRemote && link.Place != LinkPlace.PlainText && !IsLocal(link.Address.Host.Name)) return Evidence.Of(link);
        return null;
    }

    private static bool IsLocal(string host) =>
        host.StartsWith("127.", StringComparison.Ordinal) || host.StartsWith("10.", StringComparison.Ordinal) || host.StartsWith("192.168.", StringComparison.Ordinal);
}
