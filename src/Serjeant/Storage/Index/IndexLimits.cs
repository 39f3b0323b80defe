namespace Serjeant.Storage.Index;

/// <summary>When the index writes and merges. Tests make them small, so that all happens often.</summary>
internal sealed record IndexLimits
{
    public static IndexLimits Default { get; } = new();

    /// <summary>A batch with more postings is written in several runs: 64 MB in memory.</summary>
    public int MostInMemory { get; init; } = 1 << 22;

    /// <summary>Smaller merges (of postings) are done at once, larger ones beside the scan.</summary>
    public long AtOnce { get; init; } = 1 << 21;

    /// <summary>With so many runs the scan waits for the merge that is under way.</summary>
    public int MostRuns { get; init; } = 96;

    /// <summary>So many may be left to the next process rather than wait for the merge that is under way.</summary>
    public int MostLeft { get; init; } = 48;
}
