using Serjeant.Facts;

namespace Serjeant.Signals.Form;

/// <summary>The header marks the message as urgent.</summary>
internal sealed class MarkedUrgent : IDetector
{
    public string Code => "form.marked-urgent";

    public string? Detect(MessageFacts facts, House house)
    {
        return facts.Bulk.MarkedUrgent && !facts.Thread.Claimed && !facts.Bulk.DiscussionList ? "priority" : null;
    }
}
