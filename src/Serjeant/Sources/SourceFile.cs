namespace Serjeant.Sources;

/// <summary>A file that may hold messages; which kind it is its content tells, not its name.</summary>
/// <param name="Path">The path as given or found, or "-" for standard input.</param>
/// <param name="Length">Bytes on disk; 0 for standard input.</param>
/// <param name="Modified">Last write, UTC; the least value for standard input.</param>
public sealed record SourceFile(string Path, long Length, DateTimeOffset Modified)
{
    public const string StandardInput = "-";
}
