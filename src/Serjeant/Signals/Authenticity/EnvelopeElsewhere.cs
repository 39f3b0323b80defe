using Serjeant.Facts;

namespace Serjeant.Signals.Authenticity;

/// <summary>The envelope sender has nothing to do with the one shown, nor is it of a mass-mail service.</summary>
internal sealed class EnvelopeElsewhere : IDetector
{
    public string Code => "authenticity.envelope-elsewhere";

    public string? Detect(MessageFacts facts, House house)
    {
        if (facts.Sender.ReturnPath is not { } path || facts.Sender.Domain.IsEmpty || Kinship.IsRelayed(facts) || facts.Bulk.ListId.Length > 0 || facts.Bulk.IsReaction) return null;
        return path.Domain.Registrable != facts.Sender.Domain.Registrable && !Kinship.IsOfService(house, path.Domain) && facts.Sender.Sender?.Domain.Registrable != path.Domain.Registrable
            ? $"shows {facts.Sender.Domain}, sent by {path.Domain}"
            : null;
    }
}
