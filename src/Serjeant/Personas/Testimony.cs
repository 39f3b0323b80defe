using Serjeant.Judgement;
using Serjeant.Personas.Unwrapping;
using Serjeant.Values;

namespace Serjeant.Personas;

/// <summary>Who told us of a message that went to others, and how far that can be relied on. A machine that returns a mail tells as well.</summary>
public sealed record Testimony
{
    /// <summary>Bytes of text kept of one of its fields.</summary>
    public const int MaximumText = 1_000;

    /// <summary>The message it tells of.</summary>
    public required Sha256 Message { get; init; }

    /// <summary>What was handed in: the forward, the bounce, the file. The message itself where it came alone.</summary>
    public required Sha256 Carrier { get; init; }

    /// <summary>How the message stood in it.</summary>
    public LayerForm Form { get; init; }

    /// <summary>Who told: a person's or office's name, or the address of the machine. Told twice by the same counts once.</summary>
    public required string By { get; init; }

    public Grade Grade { get; init; }

    public string Note { get; init; } = "";

    /// <summary>Who sent the carrier, as it says; empty where it was the message itself.</summary>
    public string Forwarder { get; init; } = "";

    /// <summary>When the carrier was received, else written; null where that cannot be read.</summary>
    public DateTimeOffset? Received { get; init; }

    /// <summary>When it was entered here.</summary>
    public DateTimeOffset Entered { get; init; }

    /// <summary>Who entered it: the account on this machine, or "scan".</summary>
    public string EnteredBy { get; init; } = "";

    /// <summary>Two spellings of one reporter are equal by this.</summary>
    public string Reporter => Folding.Fold(By).Trim();
}
