using Serjeant.Facts;

namespace Serjeant.Signals.Text;

/// <summary>
/// The plain-text part has other words than the HTML that is shown: honest senders write the same thing twice, others fill the part that nobody sees
/// with text that looks innocent to filters.
/// </summary>
internal sealed class AlternativeDiffers : IDetector
{
    public string Code => "text.alternative-differs";

    public string? Detect(MessageFacts facts, House house)
    {
        return facts.Content.AlternativeShare is { } share && share < 0.35 && !Kinship.IsRelayed(facts) && !facts.Bulk.IsReaction ? $"{share:P0} of its words are in the HTML" : null;
    }
}
