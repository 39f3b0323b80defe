namespace Serjeant.Hunts;

/// <summary>Why a selector links everything.</summary>
public enum BreadthKind
{
    /// <summary>Our own domain or address: it is in all our mail.</summary>
    Own,
    /// <summary>Names are registered or given away below it: it is nobody's own.</summary>
    PublicSuffix,
    /// <summary>Anybody gets a mailbox there.</summary>
    Freemail,
    /// <summary>Anybody puts pages or files there.</summary>
    SharedHosting,
    Shortener,
    /// <summary>A mass-mail service's own host, in the mail of all its customers.</summary>
    MailingService,
    /// <summary>Among the names that everybody uses.</summary>
    Popular,
    /// <summary>A form or a file that anybody's mail has.</summary>
    Common,
}

/// <summary>A selector that links everything: a hunt answers it with this and a number, not with ten thousand rows.</summary>
/// <param name="Kind">Why.</param>
/// <param name="Name">The name that it is known by: the host, the service, the form.</param>
public sealed record Breadth(BreadthKind Kind, string Name)
{
    /// <summary>A host of ours that the index leaves out: how much mail has it is not known, and no number may be told.</summary>
    public bool Unindexed { get; init; }

    /// <summary>A host below the listed name, which may be one customer's: it links everything only where many messages have it.</summary>
    public bool OnlyWhereMany { get; init; }

    /// <summary>In a sentence, for whoever hunts.</summary>
    public string Reason => Kind switch
    {
        BreadthKind.Own when Unindexed => $"{Name} is our own, and that is not in the index; a host below our domain can be hunted, in links and callbacks",
        BreadthKind.Own => $"{Name} is our own: it is in all our mail",
        BreadthKind.PublicSuffix => $"{Name} is a public suffix: anybody registers names below it",
        BreadthKind.Freemail => $"{Name} gives mailboxes to anybody",
        BreadthKind.SharedHosting => $"{Name} shows anybody's pages and files; a URL on it, or a customer's own name below it, can be hunted",
        BreadthKind.Shortener => $"{Name} shortens anybody's URLs; a whole URL on it can be hunted",
        BreadthKind.MailingService => $"{Name} sends mail for many customers; a customer's account can be hunted",
        BreadthKind.Popular => $"{Name} is in everybody's mail",
        _ => $"{Name} is in anybody's mail",
    };
}
