namespace Serjeant.Traces;

/// <summary>What the sender learned of one person by one mail, by all logs that we have; a stronger state wins.</summary>
public enum ExposureState
{
    /// <summary>We have no logs of that person that cover the time, or they were read before the mail was known.</summary>
    Unknown,
    /// <summary>That person's logs cover the time from the mail's arrival, and it was not fetched.</summary>
    NotSeen,
    /// <summary>A service or scanner that fetches everything fetched it: whether it was opened nobody can tell.</summary>
    PreFetched,
    /// <summary>A mail service's image proxy fetched it, which most do when the mail is opened.</summary>
    Proxied,
    /// <summary>It was fetched from our network, or by a client of that person, or elsewhere by somebody who is neither proxy nor pre-fetcher.</summary>
    Leaked,
}

/// <summary>How much of what was fetched the log shows.</summary>
public enum SightKind
{
    /// <summary>Only the name was looked up; nothing says that anything was fetched.</summary>
    LookUp,
    /// <summary>Another page of the host was fetched, which no mail names: perhaps where its link led.</summary>
    Page,
    /// <summary>Only that the host was called (CONNECT): not which URL.</summary>
    Host,
    /// <summary>Host and path, without the query, which Squid leaves out by default: the copy is told by whose client asked.</summary>
    Path,
    /// <summary>The whole URL with its token.</summary>
    Url,
}

/// <summary>Who asked, by the agent's name or the network.</summary>
public enum AgentClass
{
    /// <summary>It gave no name, or one that is not known.</summary>
    Unknown,
    Browser,
    MailProgram,
    /// <summary>A mail service fetching pictures for its users, when they open the mail.</summary>
    ImageProxy,
    /// <summary>A privacy service that fetches everything whether or not the mail is opened.</summary>
    Prefetcher,
    /// <summary>A privacy relay: it hides the network of whoever asked, and pre-fetches for some.</summary>
    Relay,
    /// <summary>A mail gateway or sandbox that follows links before delivery.</summary>
    Scanner,
    /// <summary>A program that is no reader: a script, a crawler.</summary>
    Robot,
}
