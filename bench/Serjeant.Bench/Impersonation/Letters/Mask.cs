using Serjeant.Judgement;
using Serjeant.Signals.Impersonation;

namespace Serjeant.Bench.Impersonation.Letters;

/// <summary>How the sending side comes out when the receiver checks it.</summary>
internal enum Standing
{
    /// <summary>A mailbox at a mail provider: signed, SPF and DMARC pass.</summary>
    Freemail,
    /// <summary>A domain of the sender's own, properly set up: SPF and DMARC pass.</summary>
    OwnDomain,
    /// <summary>From is somebody else's: SPF and DMARC fail.</summary>
    Spoofed,
}

/// <summary>Whom a mail is meant to be taken for.</summary>
/// <param name="People">Identifiers on the roster; several where others bear the same name.</param>
/// <param name="Organisations">Names of bodies, outlets and correspondents.</param>
internal sealed record Target(IReadOnlySet<string> People, IReadOnlySet<string> Organisations)
{
    private static readonly HashSet<string> None = [];

    public static Target Of(IReadOnlySet<string> people) => new(people, None);

    public static Target Of(string organisation) => new(None, new HashSet<string>([organisation], StringComparer.Ordinal));

    public Target And(string organisation) => this with { Organisations = new HashSet<string>([.. Organisations, organisation], StringComparer.Ordinal) };

    /// <summary>For senders that stand on no roster: the address or domain that a signal of the whole scan must name.</summary>
    public string Correspondent { get; init; } = "";

    /// <summary>For threads that never were: the codes of signals that say so begin with it.</summary>
    public string Code { get; init; } = "";

    public bool IsNamedBy(Imitation imitation) =>
        imitation.Kind == ImitatedKind.Person ? People.Contains(imitation.Imitated) : Organisations.Contains(imitation.Imitated)
        || (Correspondent.Length > 0 && imitation.TrueAddress.Contains(Correspondent, StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether a signal that weighs against the message says whom it imitates, or that its thread was never seen.</summary>
    public bool IsNamedBy(WeighedSignal signal) => signal.Weight.Value > 0
        && ((Code.Length > 0 && signal.Signal.Code.Contains(Code, StringComparison.Ordinal))
            || (Correspondent.Length > 0 && signal.Signal.Evidence.Contains(Correspondent, StringComparison.OrdinalIgnoreCase)));
}

/// <summary>What an attack shows of itself; everything that it does not set looks as in any decent mail.</summary>
/// <param name="Name">Display name; empty where it shows none.</param>
internal sealed record Mask(string Name, string Address, Standing Standing, Target Target)
{
    public (string Name, string Address)? ReplyTo { get; init; }

    /// <summary>Stands before what the mail asks for.</summary>
    public string Claim { get; init; } = "";

    public string[] Signature { get; init; } = [];

    /// <summary>What it pretends to answer.</summary>
    public Samples.Letters.Quoted? Answers { get; init; }

    /// <summary>Who must receive it; any member where null.</summary>
    public Names.Victim? Recipient { get; init; }

    public DateTimeOffset? At { get; init; }

    public string? Subject { get; init; }

    /// <summary>Mail that the house had before.</summary>
    public IReadOnlyList<byte[]> Earlier { get; init; } = [];
}
