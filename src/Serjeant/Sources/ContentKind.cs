namespace Serjeant.Sources;

/// <summary>What a source's first bytes show it to be.</summary>
internal enum ContentKind
{
    Nothing,
    Message,
    Mbox,
    Gzip,
    NotMail,
}
