using System.Collections.Immutable;
using Serjeant.Signals;
using Serjeant.Values;

namespace Serjeant.Judgement;

/// <summary>What the machine proposes about a message or a campaign.</summary>
public enum Finding
{
    Ordinary,
    Suspect,
    Hostile,
}

/// <summary>A signal with the weight it got.</summary>
/// <param name="Signal">What was seen.</param>
/// <param name="Weight">The weight that counted: less than the table's where its family had a stronger one.</param>
/// <param name="Line">The data's wording with the evidence in its place: one line a person can read.</param>
public sealed record WeighedSignal(Signal Signal, Decibans Weight, string Line);

/// <summary>A finding with the whole sum behind it: prior plus the weights gives <see cref="Total"/>.</summary>
/// <param name="Finding">By the thresholds of the weight table.</param>
/// <param name="Total">Log odds of "hostile", in decibans, prior included.</param>
/// <param name="Signals">Every signal, the heaviest (either way) first.</param>
public sealed record Assessment(Finding Finding, Decibans Total, ImmutableArray<WeighedSignal> Signals)
{
    /// <summary>From 0 to 1.</summary>
    public double Probability => Total.ToProbability();
}
