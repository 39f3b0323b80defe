using Serjeant.Facts;

namespace Serjeant.Signals.Credentials;

/// <summary>A form in the message sends what is typed to somewhere.</summary>
internal sealed class FormInMail : IDetector
{
    public string Code => "credentials.form";

    public string? Detect(MessageFacts facts, House house)
    {
        foreach (var form in facts.Content.Forms)
            if (form.Action.StartsWith("http", StringComparison.OrdinalIgnoreCase) && !form.AsksPassword)
                return $"to {Serjeant.Values.WebAddress.Parse(form.Action).Host}";
        return null;
    }
}
