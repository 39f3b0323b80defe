using System.Collections.Immutable;

namespace Serjeant.Facts;

/// <param name="Text">Decoded (RFC 2047), unfolded, with the prefixes.</param>
/// <param name="Topic">Without reply and forward prefixes and [list] tags.</param>
/// <param name="Replies">How many reply prefixes stood in front (Re, AW, SV, Rif, 答复 ...).</param>
/// <param name="Forwards">How many forward prefixes (Fwd, WG, TR, I ...).</param>
public sealed record SubjectFacts(string Text, string Topic, int Replies, int Forwards)
{
    public static SubjectFacts None { get; } = new("", "", 0, 0);
}

/// <summary>Which conversation the message claims to belong to. Identifiers without angle brackets, at most 100.</summary>
public sealed record ThreadFacts(ImmutableArray<string> InReplyTo, ImmutableArray<string> References)
{
    public static ThreadFacts None { get; } = new([], []);

    public bool Claimed => !InReplyTo.IsEmpty || !References.IsEmpty;
}
