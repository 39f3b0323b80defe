namespace Serjeant.Hunts.Knowledge;

/// <summary>What a thing learned from hostile or suspect mail is.</summary>
public enum KnownAs
{
    /// <summary>An address from which somebody's name was worn.</summary>
    FalseAddress,
    Sender,
    SenderDomain,
    /// <summary>A host that was called by opening.</summary>
    CallbackHost,
    /// <summary>The form of a hidden URL called by opening.</summary>
    CallbackShape,
    Attachment,
}

/// <summary>Something that a scan learned, by which older mail may be found.</summary>
/// <param name="Selector">What it is.</param>
/// <param name="Roles">Where in a message it says something.</param>
/// <param name="As">What it was there.</param>
/// <param name="Campaign">Whose it is; empty where a single message taught it.</param>
public sealed record KnownThing(Selector Selector, SelectorRole Roles, KnownAs As, string Campaign);
