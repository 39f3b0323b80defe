using Serjeant.Facts;

namespace Serjeant.Signals.Reconnaissance;

/// <summary>A receipt is asked for, to an address outside our house.</summary>
internal sealed class ReadReceipt : IDetector
{
    public string Code => "reconnaissance.read-receipt";

    public string? Detect(MessageFacts facts, House house)
    {
        return facts.Bulk.ReceiptTo is { } address && !house.Roster.IsOwn(address.Domain) ? $"to {address.Domain}" : null;
    }
}
