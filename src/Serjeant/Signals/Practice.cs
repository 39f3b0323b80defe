using Serjeant.Facts;

namespace Serjeant.Signals;

/// <summary>Rules of the time: what a message may be blamed for only if it is younger than the rule.</summary>
internal static class Practice
{
    /// <summary>Providers and mass-mail services sign (RFC 6376 is of 2011; by 2018 nearly all did).</summary>
    public static bool Signs(MessageFacts facts) => facts.Date is { Year: >= 2018 and < 2100 };

    /// <summary>Mass mail carries List-Unsubscribe and links are encrypted: large providers ask for the one, browsers warn without the other.</summary>
    public static bool IsModern(MessageFacts facts) => facts.Date is { Year: >= 2018 and < 2100 };
}
