namespace Serjeant.Sources;

/// <summary>What looking under a path gives: a file to read, or a place that cannot be looked into. Exactly one is set.</summary>
/// <param name="File">A file that may hold messages.</param>
/// <param name="Unreadable">What is missing, may not be listed, or is beyond a bound.</param>
public sealed record FoundSource(SourceFile? File, Unreadable? Unreadable)
{
    internal static FoundSource Readable(SourceFile file) => new(file, null);

    internal static FoundSource Problem(string path, string reason) =>
        new(null, new Unreadable(new MessagePlace(path, 0, 0), reason));
}
