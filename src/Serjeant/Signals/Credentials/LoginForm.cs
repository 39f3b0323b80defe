using Serjeant.Facts;

namespace Serjeant.Signals.Credentials;

/// <summary>A form in the message itself.</summary>
internal sealed class LoginForm : IDetector
{
    public string Code => "credentials.login-form";

    public string? Detect(MessageFacts facts, House house)
    {
        foreach (var form in facts.Content.Forms)
            if (form.AsksPassword) return "asks for a password";
        return null;
    }
}
