namespace Serjeant.Sources;

/// <summary>Bounds on what is read from a source. Real mail stays far below; a hostile file meets them.</summary>
public sealed record SourceLimits
{
    public static SourceLimits Default { get; } = new();

    /// <summary>Bytes of one message. Providers refuse mail above 25 to 50 MiB; what is larger is listed as unreadable.</summary>
    public int MessageBytes { get; init; } = 50 * 1024 * 1024;

    /// <summary>Unpacked bytes for one gzipped byte, past the first mebibyte: deflate reaches 1032, mail about 10.</summary>
    public int GzipRatio { get; init; } = 200;

    /// <summary>Folders below the given one.</summary>
    public int FolderDepth { get; init; } = 64;

    /// <summary>Files found below one given path.</summary>
    public int Files { get; init; } = 10_000_000;
}
