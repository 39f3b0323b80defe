using Serjeant.Facts;

namespace Serjeant.Signals.Credentials;

/// <summary>The sender is of a top-level domain in which a large share of names is registered for abuse.</summary>
internal sealed class AbusedSender : IDetector
{
    public string Code => "credentials.abused-sender-suffix";

    public string? Detect(MessageFacts facts, House house)
    {
        return house.AbusedSuffixes.Contains(facts.Sender.Domain.TopLevel) && !Kinship.IsRelayed(facts) ? facts.Sender.Domain.Name : null;
    }
}
