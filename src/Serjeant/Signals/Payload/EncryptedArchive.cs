using Serjeant.Facts;

namespace Serjeant.Signals.Payload;

/// <summary>An attachment is encrypted, so that nobody can look into it on the way.</summary>
internal sealed class EncryptedArchive : IDetector
{
    public string Code => "payload.encrypted";

    public string? Detect(MessageFacts facts, House house)
    {
        return AttachmentSearch.First(facts, AttachmentTraits.EncryptedArchive | AttachmentTraits.PasswordProtected);
    }
}
