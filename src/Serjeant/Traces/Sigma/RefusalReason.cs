namespace Serjeant.Traces.Sigma;

/// <summary>Why a rule is not used.</summary>
public enum RefusalReason : byte
{
    /// <summary>It is about logs of another kind.</summary>
    OtherLogs,
    /// <summary>It asks for a field that our logs do not have.</summary>
    FieldMissing,
    /// <summary>It correlates hits of other rules.</summary>
    Correlation,
    /// <summary>It counts (the pipe of the old specification).</summary>
    Aggregation,
    /// <summary>A modifier that is unknown, or needs what we do not have (expand).</summary>
    Modifier,
    /// <summary>A regular expression that is broken or could be made to stand still.</summary>
    Expression,
    /// <summary>Its author has withdrawn it.</summary>
    Withdrawn,
    /// <summary>The same id was read before.</summary>
    Twice,
    /// <summary>It is no rule, or breaks the specification.</summary>
    Malformed,
}
