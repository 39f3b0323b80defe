using Serjeant.Facts;

namespace Serjeant.Signals.Reconnaissance;

/// <summary>A URL carries the recipient's address encoded or hashed: base64, hexadecimal, MD5, SHA-1 or SHA-256.</summary>
internal sealed class EncodedAddress : IDetector
{
    private const int MaximumRecipients = 3;

    public string Code => "reconnaissance.encoded-address";

    public string? Detect(MessageFacts facts, House house)
    {
        var recipients = facts.Recipients.All;
        for (var i = 0; i < recipients.Length && i < MaximumRecipients; i++)
        {
            EncodedForms? forms = null;
            foreach (var link in facts.Links)
            {
                if (!link.Address.IsRemote || link.Address.Path.Length + link.Address.Query.Length + link.Address.Fragment.Length < 12) continue;
                forms ??= EncodedForms.Of(recipients[i].Key);
                if (forms.FindIn(link.Address.Text) is { } encoding) return $"{encoding}, {Evidence.Of(link)}";
            }
        }
        return null;
    }
}
