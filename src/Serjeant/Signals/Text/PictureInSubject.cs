using Serjeant.Facts;

namespace Serjeant.Signals.Text;

/// <summary>A picture character in the subject or the sender's name.</summary>
internal sealed class PictureInSubject : IDetector
{
    public string Code => "text.picture-in-subject";

    public string? Detect(MessageFacts facts, House house)
    {
        return Has(facts.Subject.Topic) ? "in the subject" : Has(facts.Sender.Author?.DisplayName ?? "") ? "in the sender's name" : null;

        static bool Has(string text) => text.AsSpan().IndexOfAny('\ud83c', '\ud83d', '\ud83e') >= 0 || text.AsSpan().IndexOfAnyInRange('\u2600', '\u27bf') >= 0;
    }
}
