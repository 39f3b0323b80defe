using Serjeant.Facts;

namespace Serjeant.Signals;

/// <summary>Looks for one thing in the facts of one message. Stateless, and safe to call from many threads.</summary>
public interface IDetector
{
    /// <summary>The code of the signal it gives, as in data/signals.</summary>
    string Code { get; }

    /// <returns>What was seen and where, or null where it was not seen. Never throws on any facts.</returns>
    string? Detect(MessageFacts facts, House house);
}
