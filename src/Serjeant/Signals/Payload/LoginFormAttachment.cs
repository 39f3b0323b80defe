using Serjeant.Facts;

namespace Serjeant.Signals.Payload;

/// <summary>An attached page asks for a password.</summary>
internal sealed class LoginFormAttachment : IDetector
{
    public string Code => "payload.login-form";

    public string? Detect(MessageFacts facts, House house)
    {
        return AttachmentSearch.First(facts, AttachmentTraits.LoginForm);
    }
}
