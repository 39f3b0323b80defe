namespace Serjeant.Hunts.Tips;

/// <summary>Bounds on one tip. What lies beyond one is listed as refused.</summary>
public sealed record TipLimits
{
    public static TipLimits Default { get; } = new();

    /// <summary>Bytes read, unpacked; all ATT&amp;CK as one bundle has 50 MB.</summary>
    public int Bytes { get; init; } = 256 * 1024 * 1024;

    /// <summary>Lines, rows, objects or attributes; the largest public blocklists have some millions.</summary>
    public int Entries { get; init; } = 5_000_000;

    /// <summary>Refusals listed one by one; those beyond are counted together.</summary>
    public int Refusals { get; init; } = 100_000;

    /// <summary>Take also what a bundle or an event only reports as seen (observables, attributes without to_ids): often the victim's own hosts, and everybody's.</summary>
    public bool Observed { get; init; }
}
