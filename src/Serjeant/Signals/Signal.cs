namespace Serjeant.Signals;

/// <summary>Signals that say the same sort of thing; within one, only the strongest counts in full.</summary>
public enum SignalFamily
{
    Reconnaissance,
    Relation,
    Impersonation,
    Credentials,
    Payload,
    Authenticity,
    Text,
    Form,
    Campaign,
    Outbound,
}

/// <summary>
/// Something unusual or hostile that was seen in a message, and where one can see it oneself. It carries no weight:
/// weight and wording are data (data/signals), given to it by the judgement.
/// </summary>
/// <param name="Code">family.what-it-is, as in data/signals.</param>
/// <param name="Evidence">What was seen and where, in a few words that fit the wording's place; at most 300 characters.</param>
public sealed record Signal(string Code, string Evidence);
