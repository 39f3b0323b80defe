using Serjeant.Facts;

namespace Serjeant.Signals.Reconnaissance;

/// <summary>A network share or file path: opening it sends the reader's Windows credentials (T1187).</summary>
internal sealed class UncCallback : IDetector
{
    public string Code => "reconnaissance.unc-callback";

    public string? Detect(MessageFacts facts, House house)
    {
        foreach (var link in facts.Links)
            if (link.Place is LinkPlace.UncPath or LinkPlace.FilePath && !link.Address.Host.IsEmpty && link.Address.Host.Name.Contains('.', StringComparison.Ordinal)) return Evidence.Of(link);
        return null;
    }
}
