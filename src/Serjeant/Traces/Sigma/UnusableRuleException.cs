namespace Serjeant.Traces.Sigma;

/// <summary>Leaves the reading of one rule; never leaves <see cref="RuleReader"/>.</summary>
internal sealed class UnusableRuleException(RefusalReason reason, string detail, int line = 0) : Exception(detail)
{
    public RefusalReason Reason => reason;

    /// <summary>From 1; 0 where no line is to blame.</summary>
    public int Line => line;

    public static UnusableRuleException Malformed(string detail, int line = 0) => new(RefusalReason.Malformed, detail, line);
}
