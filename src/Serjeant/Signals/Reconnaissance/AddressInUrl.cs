using Serjeant.Facts;

namespace Serjeant.Signals.Reconnaissance;

/// <summary>A URL that is not for unsubscribing carries the recipient's address as it is.</summary>
internal sealed class AddressInUrl : IDetector
{
    public string Code => "reconnaissance.address-in-url";

    public string? Detect(MessageFacts facts, House house)
    {
        foreach (var recipient in facts.Recipients.All)
        {
            var key = recipient.Key;
            foreach (var link in facts.Links)
            {
                if (!link.Address.IsRemote || link.Address.Text.IndexOf('@', StringComparison.Ordinal) < 0 && !link.Address.Text.Contains("%40", StringComparison.OrdinalIgnoreCase)) continue;
                if (link.Address.Text.Contains(key, StringComparison.OrdinalIgnoreCase)
                    || link.Address.Text.Replace("%40", "@", StringComparison.OrdinalIgnoreCase).Contains(key, StringComparison.OrdinalIgnoreCase)) return Evidence.Of(link);
            }
        }
        return null;
    }
}
