namespace Serjeant.Traces.Matching;

/// <summary>What of a line a test looks at: a <see cref="LogField"/> (same numbers), or something put together from several.</summary>
internal enum LineView : byte
{
    /// <summary>Path, question mark and query, as the client asked for it: what rule writers often mean by "the query".</summary>
    Request = LogField.Count,
    /// <summary>What follows the last dot of the path's last segment; empty where there is none.</summary>
    Extension,
    /// <summary>The whole line as logged.</summary>
    Line,
    Count,
}
