using Serjeant.Hunts;

namespace Serjeant.Traces.Joining;

/// <summary>A trace that tells of one message and one person.</summary>
/// <param name="Trace">What the log has.</param>
/// <param name="Person">Whose copy it was.</param>
/// <param name="Role">Where in the message the URL or host stood.</param>
/// <param name="Arrival">When the message came; null where unknown.</param>
/// <param name="Personal">The URL stands in this person's copy alone, so that it does not matter whose client asked.</param>
internal sealed record Sight(Trace Trace, string Person, SelectorRole Role, DateTimeOffset? Arrival, bool Personal)
{
    public bool Opened => (Role & SelectorRole.Callback) != 0 && (Trace.Sight >= SightKind.Path || (Role & SelectorRole.Link) == 0);

    public bool Clicked => (Role & SelectorRole.Link) != 0 && (Role & SelectorRole.Callback) == 0;

    /// <summary>The client had called this host before the mail came.</summary>
    public bool Habitual => Trace.Sight < SightKind.Path && Trace.First < Arrival;

    /// <summary>The first time that can be due to the mail, as far as kept: of a habit only the last time is sure to be.</summary>
    public DateTimeOffset First => Habitual ? Trace.Last : Trace.First;

    public ExposureState State => Trace switch
    {
        { AgentClass: AgentClass.Scanner } => ExposureState.PreFetched,
        // What asks from our own network is no service of somebody else's, whatever it calls itself.
        { Ours: true } => ExposureState.Leaked,
        { AgentClass: AgentClass.ImageProxy } => ExposureState.Proxied,
        { AgentClass: AgentClass.Prefetcher or AgentClass.Robot } => ExposureState.PreFetched,
        { AgentClass: AgentClass.Relay } when (Role & SelectorRole.Callback) != 0 => ExposureState.PreFetched,
        _ => ExposureState.Leaked,
    };
}
