using System.Collections.Immutable;
using System.Net;
using Serjeant.Values;

namespace Serjeant.Facts;

/// <summary>One Received field (RFC 5321 section 4.4).</summary>
/// <param name="Helo">What the sending host called itself, lower case; empty where not noted.</param>
/// <param name="ReverseName">The name that the receiving host found for the address, lower case; empty where not noted or unknown.</param>
/// <param name="Address">The sending host's address as the receiving host saw it.</param>
/// <param name="By">The receiving host's own name, lower case; empty where not noted.</param>
/// <param name="For">The recipient noted, if any.</param>
/// <param name="Protocol">"with" (RFC 3848), upper case: ESMTPS, ESMTPA, HTTP ...; the A also where a comment says that the client logged in.</param>
/// <param name="Clock">Null where it could not be read.</param>
public sealed record Hop(string Helo, string ReverseName, IPAddress? Address, string By, EmailAddress? For, string Protocol, DateTimeOffset? Clock)
{
    /// <summary>The client was a person's or program's own mail software that logged in, not another mail server.</summary>
    public bool Submitted => Protocol is "ESMTPA" or "ESMTPSA" or "UTF8SMTPA" or "UTF8SMTPSA" or "ASMTP" or "SUBMISSION" or "MAPI" or "LOCAL"
        || Protocol.StartsWith("HTTP", StringComparison.Ordinal);
}

/// <summary>The way of the message, newest hop first.</summary>
public sealed record RouteFacts
{
    public static RouteFacts None { get; } = new();

    public ImmutableArray<Hop> Hops { get; init; } = [];

    /// <summary>
    /// Index into <see cref="Hops"/> of the hop where an outside host handed the message to our side: the deepest hop
    /// that can be trusted, since everything below it the sender may have written himself. -1 where there is none.
    /// </summary>
    public int HandOver { get; init; } = -1;

    /// <summary>The outside host at the hand-over: its address.</summary>
    public IPAddress? OriginAddress { get; init; }

    /// <summary>The outside host at the hand-over: its name by reverse look-up as noted, else by HELO; empty where unknown.</summary>
    public string OriginHost { get; init; } = "";

    /// <summary>The client's address where the sender's own service notes it (X-Originating-IP and its kin).</summary>
    public IPAddress? ClientAddress { get; init; }

    /// <summary>
    /// HELO at the hand-over cannot be true: another address than the one seen, a bare local name, our own name from outside,
    /// or the name of a large provider from an address that is not that provider's. Firms that greet with a customer's name
    /// from a host named after the firm are ordinary and not meant. Never said of a client that logged in.
    /// </summary>
    public bool HeloContradicts { get; init; }

    /// <summary>A hop below the hand-over has a later clock (by over an hour) than one above: such chains are written, not grown.</summary>
    public bool ClockRunsBackwards { get; init; }

    /// <summary>A script on a web server sent it, as X-PHP-Originating-Script, X-PHP-Script or X-Source-Dir show.</summary>
    public bool FromWebScript { get; init; }

    /// <summary>Minutes east of UTC that the Date field claims; null where unreadable.</summary>
    public int? ZoneMinutes { get; init; }

    /// <summary>X-Mailer, User-Agent or X-MimeOLE as written, without version numbers; empty where none.</summary>
    public string Software { get; init; } = "";

    /// <summary>Name of the mass-mail service recognised by its headers or hosts (data/services); null where none was.</summary>
    public string? MailingService { get; init; }

    /// <summary>The service's own host handed the mail over. Else only headers or names say so, which anybody can copy.</summary>
    public bool MailingServiceConfirmed { get; init; }

    /// <summary>The customer's account on that service as its headers show it; null where not shown.</summary>
    public string? ServiceAccount { get; init; }
}
