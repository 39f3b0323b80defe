using System.Collections.Immutable;
using Serjeant.Judgement;
using Serjeant.Signals.Impersonation;
using Serjeant.Values;

namespace Serjeant.Campaigns;

/// <summary>Messages that belong together, whatever their judgement: an ordinary newsletter makes one too.</summary>
public sealed record Campaign
{
    /// <summary>"c-" and twelve hexadecimal digits; stays when members join, and when campaigns merge the oldest stays.</summary>
    public required string Id { get; init; }

    /// <summary>Members, by date, then by identity.</summary>
    public required ImmutableArray<Sha256> Messages { get; init; }

    public required Assessment Assessment { get; init; }

    public CampaignKind Kind { get; init; }

    /// <summary>Authors' accounts (<see cref="KeptMessage.Account"/>), each once, the most used first.</summary>
    public ImmutableArray<string> Senders { get; init; } = [];

    public ImmutableArray<string> CallbackHosts { get; init; } = [];

    /// <summary>Identifiers of people on the roster who received at least one member, in roster order.</summary>
    public ImmutableArray<string> Targets { get; init; } = [];

    /// <summary>Different recipient addresses, roster or not.</summary>
    public int Recipients { get; init; }

    /// <summary>What the targets share more than chance allows, strongest first.</summary>
    public ImmutableArray<SharedAttribute> Shared { get; init; } = [];

    /// <summary>Fields of URLs that differ from recipient to recipient while everything else is equal.</summary>
    public ImmutableArray<RecipientToken> Tokens { get; init; } = [];

    public bool PerRecipientToken => !Tokens.IsEmpty;

    /// <summary>Whose names its members wear, each pair of true and false side once, the most frequent first.</summary>
    public ImmutableArray<Imitation> Imitations { get; init; } = [];

    /// <summary>What holds the members together: the traits that joined most pairs, as people read them.</summary>
    public ImmutableArray<string> HeldTogetherBy { get; init; } = [];

    public DateTimeOffset? FirstSeen { get; init; }

    public DateTimeOffset? LastSeen { get; init; }

    /// <summary>Identifiers of campaigns that were merged into this one.</summary>
    public ImmutableArray<string> Merged { get; init; } = [];
}

/// <summary>What a campaign does, where that is plain.</summary>
public enum CampaignKind
{
    /// <summary>Nothing more is known than that its messages belong together.</summary>
    Unspecified,
    /// <summary>Mail to our people that wears the names of our people or bodies.</summary>
    ImpersonationTowardsUs,
    /// <summary>Mail to others that wears the names of our people or bodies, of which somebody told us. Mail to us may belong to it as well.</summary>
    ImpersonationTowardsOthers,
}

/// <summary>An attribute of the roster that the targeted share more often than the others.</summary>
/// <param name="Attribute">"key: value" as on the roster.</param>
/// <param name="Targeted">Targeted people who have it.</param>
/// <param name="TargetedTotal">Targeted people on the roster.</param>
/// <param name="Roster">People on the roster who have it, targeted or not.</param>
/// <param name="RosterTotal">People on the roster.</param>
/// <param name="OddsRatio">Odds of having it among the targeted against those not targeted (Haldane-Anscombe correction where a cell is empty).</param>
/// <param name="Low">Lower end of the 95 % interval (Woolf 1955).</param>
/// <param name="High">Upper end.</param>
/// <param name="P">Fisher's exact test, one-sided (more often).</param>
/// <param name="Q">P after Benjamini-Hochberg over all attributes tested.</param>
public sealed record SharedAttribute(
    string Attribute, int Targeted, int TargetedTotal, int Roster, int RosterTotal,
    double OddsRatio, double Low, double High, double P, double Q);

/// <summary>How a token stands to the recipient it was made for.</summary>
public enum TokenEncoding
{
    Opaque,
    PlainAddress,
    Base64Address,
    HexAddress,
    Md5Address,
    Sha1Address,
    Sha256Address,
}

/// <summary>A field of a URL that is constant for a recipient and differs between recipients, or that decodes to his address.</summary>
/// <param name="Host">Where the URL points.</param>
/// <param name="Field">"path 3", "query id", "host label 1", "fragment": which part differs.</param>
/// <param name="Copies">Copies compared that hold it, of all mails that went out in copies; at most 24 of each mail.</param>
/// <param name="Recipients">Different recipients of these; 1 where only the encoding gives it away.</param>
/// <param name="Encoding">Whether it is made from the address.</param>
/// <param name="ByOpening">At least one URL with it is called by opening the message.</param>
public sealed record RecipientToken(string Host, string Field, int Copies, int Recipients, TokenEncoding Encoding, bool ByOpening);
