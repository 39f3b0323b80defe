using System.Collections.Immutable;
using Serjeant.Values;

namespace Serjeant.Facts;

/// <summary>What about an attachment can hurt, or hides what it is.</summary>
[Flags]
public enum AttachmentTraits
{
    None = 0,
    /// <summary>invoice.pdf.exe, or a right-to-left override in the name.</summary>
    DoubleExtension = 1 << 0,
    /// <summary>The content is of another kind than name and declared type say, in a way that matters.</summary>
    TypeMismatch = 1 << 1,
    EncryptedArchive = 1 << 2,
    NestedArchive = 1 << 3,
    /// <summary>An archive holds something executable.</summary>
    ArchiveHoldsProgram = 1 << 4,
    Macros = 1 << 5,
    /// <summary>It loads something from elsewhere when opened (template injection, external relations, remote PDF actions).</summary>
    ExternalReference = 1 << 6,
    HtmlSmuggling = 1 << 7,
    /// <summary>An HTML or SVG file with a form that asks for a password.</summary>
    LoginForm = 1 << 8,
    Script = 1 << 9,
    Program = 1 << 10,
    Shortcut = 1 << 11,
    DiskImage = 1 << 12,
    OneNote = 1 << 13,
    Html = 1 << 14,
    Svg = 1 << 15,
    PasswordProtected = 1 << 16,
    /// <summary>A bound was met while looking into it.</summary>
    BoundReached = 1 << 17,
}

/// <param name="Name">The file name as shown to the reader; empty where none.</param>
/// <param name="DeclaredType">Content-Type, lower case.</param>
/// <param name="RealType">By magic bytes: "pdf", "zip", "ole", "ooxml", "html", "exe" ... ; empty where unknown.</param>
/// <param name="Sha256">Of the decoded bytes.</param>
/// <param name="Size">Decoded bytes.</param>
/// <param name="Traits">What was seen.</param>
/// <param name="Inside">Names of entries of an archive, bounded.</param>
public sealed record Attachment(string Name, string DeclaredType, string RealType, Sha256 Sha256, long Size, AttachmentTraits Traits, ImmutableArray<string> Inside)
{
    /// <summary>Of the decoded bytes, 32 lower-case hexadecimal digits: what others still name files by. Proves nothing by itself.</summary>
    public string Md5 { get; init; } = "";

    /// <summary>Of the decoded bytes, 40 lower-case hexadecimal digits; as <see cref="Md5"/>.</summary>
    public string Sha1 { get; init; } = "";
}
