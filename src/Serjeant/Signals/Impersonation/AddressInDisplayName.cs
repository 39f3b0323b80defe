using Serjeant.Facts;

namespace Serjeant.Signals.Impersonation;

/// <summary>The display name shows another mail address than the real one, of another domain.</summary>
internal sealed class AddressInDisplayName : IDetector
{
    public string Code => "impersonation.address-in-name";

    public string? Detect(MessageFacts facts, House house)
    {
        foreach (var mailbox in facts.Sender.From)
            if (mailbox is { AddressInDisplayName: { } shown, Address: { } real } && shown.Domain.Registrable != real.Domain.Registrable && facts.Sender.OriginalAuthor is null)
                return $"shows {shown.Domain}, comes from {real.Domain}";
        return null;
    }
}
