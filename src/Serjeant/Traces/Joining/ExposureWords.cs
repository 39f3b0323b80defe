using System.Collections.Immutable;
using System.Globalization;

namespace Serjeant.Traces.Joining;

/// <summary>Says in words what was seen and what the sender can know from it. Names no person and no token.</summary>
internal static class ExposureWords
{
    public static string Reason(Sight sight)
    {
        var what = sight.Trace.Sight switch
        {
            SightKind.Url when sight.Clicked => "a link of the mail was followed (whole URL)",
            SightKind.Url => "what opening calls was fetched (whole URL)",
            SightKind.Path when sight.Clicked => "a link of the mail was followed (path seen, the query is not in the log)",
            SightKind.Path => "what opening calls was fetched (path seen, the query is not in the log)",
            SightKind.Host => "the host was called, encrypted: the log does not show which URL",
            SightKind.Page => "another page of the host was fetched: not what the mail names",
            _ => "the host's name was looked up: nothing shows that anything was fetched",
        };
        return string.Create(CultureInfo.InvariantCulture, $"{sight.First:yyyy-MM-dd HH:mm} UTC, {sight.Trace.Host}: {what}; {Who(sight)}{(sight.Habitual ? "; the same client had called this host before the mail came, so that it may be chance" : "")}");
    }

    /// <summary>What the sender learned and what not, over all sights of the state.</summary>
    public static (ImmutableArray<string> Learned, ImmutableArray<string> Not) Learned(ExposureState state, List<Sight> sights) => state switch
    {
        ExposureState.Leaked => OfLeak(sights),
        ExposureState.Proxied => (["that the address is live", "about when the mail was opened", "which mail service is used"], ["the network and the place", "the machine and its programs"]),
        ExposureState.PreFetched => (["that the address takes mail"], ["whether and when it was opened", "the network and the place", "the machine and its programs"]),
        ExposureState.NotSeen => ([], ["anything that our logs would show; what was opened elsewhere they do not"]),
        _ => ([], []),
    };

    private static (ImmutableArray<string>, ImmutableArray<string>) OfLeak(List<Sight> sights)
    {
        var best = sights.Max(s => s.Trace.Sight);
        if (best == SightKind.LookUp) return (["at most that somebody of ours looked the name up, and when"], ["whether anything was fetched: no log shows it", "the machine and its programs"]);
        var learned = ImmutableArray.CreateBuilder<string>();
        var not = ImmutableArray.CreateBuilder<string>();
        var token = best >= SightKind.Path;
        learned.Add(token ? "that the address is live" : "that somebody at this network's address called; and if it was the mail's own URL, that the address is live");
        if (sights.Exists(s => s.Opened && s.Trace.Sight >= SightKind.Path)) learned.Add("that the mail was shown, and when");
        if (sights.Exists(s => s.Clicked && s.Trace.Sight >= SightKind.Path)) learned.Add("that its link was followed, and when");
        if (!token) learned.Add("when");
        var relayed = sights.TrueForAll(s => s.Trace.AgentClass == AgentClass.Relay);
        (relayed ? not : learned).Add(relayed ? "the network and the place: a relay hid them" : sights.Exists(s => s.Trace.Ours) ? "the address of our network" : "the address of the network that asked, and so about where");
        learned.Add(sights.Select(s => s.Trace.Agent).FirstOrDefault(a => a.Length > 0) is { } agent ? $"the machine's programs as they name themselves: {agent}" : "the machine's programs as they name themselves");
        not.Add("what else is in the mailbox");
        if (!token) not.Add("nothing more can be ruled out: which URL was called the log does not show");
        return (learned.ToImmutable(), not.ToImmutable());
    }

    private static string Who(Sight sight)
    {
        var agent = sight.Trace.Agent.Length > 0 ? $" ({sight.Trace.Agent})" : "";
        return sight switch
        {
            { State: ExposureState.Proxied } => $"by {sight.Trace.Agent}",
            { State: ExposureState.PreFetched } => $"by {sight.Trace.Agent}, whether or not anybody opened it",
            { Trace.Person.Length: > 0 } => sight.Trace.Person == sight.Person ? $"by a client of this person{agent}" : $"by a client of somebody else of ours{agent}",
            { Trace: { Ours: true, Source: LogSource.WebServer } } => $"through our network's outer address{agent}",
            { Trace.Ours: true } => $"from our network, by a client that is nobody's on the roster{agent}",
            _ => $"from a network that is not known as ours: at home, on the way, or whoever the mail was handed on to{agent}",
        };
    }
}
