using Serjeant.Facts;

namespace Serjeant.Signals.Payload;

/// <summary>The message itself carries script.</summary>
internal sealed class ScriptInMail : IDetector
{
    public string Code => "payload.script";

    public string? Detect(MessageFacts facts, House house)
    {
        return facts.Content.Smuggles ? "script that builds a file" : facts.Content.HasScript && !facts.Bulk.DiscussionList ? "script" : null;
    }
}
