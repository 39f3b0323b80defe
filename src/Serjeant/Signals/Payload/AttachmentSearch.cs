using Serjeant.Facts;

namespace Serjeant.Signals.Payload;

/// <summary>Finds the first attachment with a trait, and words it.</summary>
internal static class AttachmentSearch
{
    public static string? First(MessageFacts facts, AttachmentTraits traits)
    {
        foreach (var attachment in facts.Attachments)
            if ((attachment.Traits & traits) != 0)
                return Word(attachment);
        return null;
    }

    /// <summary>Its name; where it has none, what it is.</summary>
    public static string Word(Attachment attachment) =>
        Evidence.Cut(attachment.Name.Length > 0 ? attachment.Name : attachment.RealType.Length > 0 ? attachment.RealType : attachment.DeclaredType);
}
