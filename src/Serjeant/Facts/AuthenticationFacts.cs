using System.Collections.Immutable;
using Serjeant.Values;

namespace Serjeant.Facts;

/// <summary>A verdict of SPF, DKIM, DMARC or ARC in the words of RFC 8601 section 2.7; <see cref="Unknown"/> where nobody we trust noted one.</summary>
public enum Verdict
{
    Unknown,
    None,
    Pass,
    Fail,
    SoftFail,
    Neutral,
    Policy,
    TemporaryError,
    PermanentError,
}

/// <summary>One DKIM-Signature field as written (RFC 6376 section 3.5); whether it holds is another matter.</summary>
/// <param name="SignedHeaders">h=, lower case.</param>
/// <param name="BodyLength">l=, where the signature covers a part of the body only.</param>
/// <param name="Identity">i=, where it names a mailbox and not only a domain.</param>
public sealed record DkimSignature(DomainName Domain, string Selector, string Algorithm, ImmutableArray<string> SignedHeaders, long? BodyLength, EmailAddress? Identity)
{
    /// <summary>The domain of i=; that of d= where i= is absent (RFC 6376 section 3.5).</summary>
    public DomainName IdentityDomain { get; init; } = Domain;

    /// <summary>A DomainKey-Signature of old (RFC 4870).</summary>
    public bool IsDomainKeys { get; init; }
}

/// <summary>A DKIM verdict of the receiving side, with the domain that signed.</summary>
public sealed record DkimResult(Verdict Verdict, DomainName Domain, string Selector);

/// <summary>What one forwarding host says that it found (RFC 8617). Its word, not ours: it counts as much as the host is trusted.</summary>
/// <param name="Instance">i=, from 1 at the first forwarder.</param>
/// <param name="Sealer">d= of its ARC-Seal; empty where the seal is missing.</param>
/// <param name="Chain">cv=: none at instance 1, else pass or fail.</param>
/// <param name="Authority">The authserv-id of its ARC-Authentication-Results.</param>
public sealed record ArcSet(int Instance, DomainName Sealer, Verdict Chain, string Authority, Verdict Spf, ImmutableArray<DkimResult> Dkim, Verdict Dmarc);

/// <summary>What the receiving side found about the sender's authenticity, and what follows for the From domain (RFC 7489 section 3.1).</summary>
public sealed record AuthenticationFacts
{
    public static AuthenticationFacts None { get; } = new();

    /// <summary>Our own side noted results; without any, every verdict is unknown.</summary>
    public bool Noted { get; init; }

    /// <summary>The authserv-id whose results were read; empty where there were none, or where the host writes no id, as Outlook does.</summary>
    public string Authority { get; init; } = "";

    public Verdict Spf { get; init; }

    /// <summary>The domain that SPF was asked of (MAIL FROM, else HELO).</summary>
    public DomainName SpfDomain { get; init; }

    public ImmutableArray<DkimResult> Dkim { get; init; } = [];

    public Verdict Dmarc { get; init; }

    /// <summary>p= where noted: none, quarantine, reject; "reject" also where the host says it acted on it; else empty.</summary>
    public string DmarcPolicy { get; init; } = "";

    /// <summary>Whether the chain of forwarders holds, by our own side's results or its seal; never by a stranger's.</summary>
    public Verdict Arc { get; init; }

    /// <summary>What forwarders say, by rising instance, as written.</summary>
    public ImmutableArray<ArcSet> ArcSets { get; init; } = [];

    public ImmutableArray<DkimSignature> Signatures { get; init; } = [];

    /// <summary>A passing DKIM signature whose registrable domain is that of From.</summary>
    public bool DkimAligned { get; init; }

    /// <summary>SPF passed for a domain whose registrable domain is that of From.</summary>
    public bool SpfAligned { get; init; }

    /// <summary>Whether From is borne out: DMARC passed, or SPF or DKIM passed and aligned.</summary>
    public bool Aligned => DkimAligned || SpfAligned || Dmarc == Verdict.Pass;
}
