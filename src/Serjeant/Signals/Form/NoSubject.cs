using Serjeant.Facts;

namespace Serjeant.Signals.Form;

/// <summary>No subject.</summary>
internal sealed class NoSubject : IDetector
{
    public string Code => "form.no-subject";

    public string? Detect(MessageFacts facts, House house)
    {
        return facts.Subject.Topic.Length == 0 && !facts.Bulk.IsReaction && !Kinship.IsRelayed(facts) ? "subject" : null;
    }
}
