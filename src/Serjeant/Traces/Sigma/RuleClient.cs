namespace Serjeant.Traces.Sigma;

/// <summary>What one client did that fired one rule.</summary>
/// <param name="First">In the order read.</param>
public sealed record RuleClient(string Client, long Count, RuleHit First, string FirstFile, RuleHit Last, string LastFile)
{
    /// <summary>Hits that the server answered with a status from 200 to 399: it did what was asked.</summary>
    public long Answered { get; init; } = IsAnswered(First) ? 1 : 0;

    /// <summary>A later hit added.</summary>
    public RuleClient With(string file, RuleHit hit)
    {
        ArgumentNullException.ThrowIfNull(hit);
        return this with { Count = Count + 1, Last = hit, LastFile = file, Answered = Answered + (IsAnswered(hit) ? 1 : 0) };
    }

    private static bool IsAnswered(RuleHit hit) => hit.Status is ['2' or '3', _, _];
}
