using System.Collections.Immutable;
using Serjeant.Facts;

namespace Serjeant.Signals;

/// <summary>Runs every detector over the facts of one message.</summary>
public sealed class SignalMaker(House house)
{
    /// <summary>In the order of the detectors; each code at most once.</summary>
    public ImmutableArray<Signal> Make(MessageFacts facts)
    {
        var signals = ImmutableArray.CreateBuilder<Signal>();
        foreach (var detector in Detectors.All)
            if (detector.Detect(facts, house) is { } evidence) signals.Add(new(detector.Code, evidence));
        return signals.ToImmutable();
    }
}
