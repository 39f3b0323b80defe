namespace Serjeant.Facts;

/// <summary>Bounds on what is looked at in one message. What lies beyond one is counted as an oddity, not an error.</summary>
public sealed record FactsLimits
{
    public static FactsLimits Default { get; } = new();

    /// <summary>MIME parts looked into; real mail has under a hundred.</summary>
    public int Parts { get; init; } = 10_000;

    /// <summary>Nested multiparts and enclosed messages; deeper ones are found in attacks on parsers only.</summary>
    public int Depth { get; init; } = 64;

    /// <summary>Characters of text or HTML read over all parts; the longest real newsletter in the corpora has 400,000.</summary>
    public int TextCharacters { get; init; } = 4 * 1024 * 1024;

    /// <summary>Links kept; a newsletter has some dozens.</summary>
    public int Links { get; init; } = 2_000;

    /// <summary>Characters of one URL kept.</summary>
    public int UrlCharacters { get; init; } = 8_192;

    /// <summary>Recipients kept from To and Cc.</summary>
    public int Recipients { get; init; } = 1_000;

    /// <summary>Received fields read.</summary>
    public int Hops { get; init; } = 100;

    /// <summary>Attachments looked into.</summary>
    public int Attachments { get; init; } = 500;

    /// <summary>Entries listed of one archive, over all levels of nesting.</summary>
    public int ArchiveEntries { get; init; } = 1_000;

    /// <summary>Bytes unpacked from archives of one message.</summary>
    public long ArchiveBytes { get; init; } = 64L * 1024 * 1024;
}
