using Serjeant.Facts;

namespace Serjeant.Signals.Authenticity;

/// <summary>The Date field lies far from when the message was received.</summary>
internal sealed class DateFarOff : IDetector
{
    public string Code => "authenticity.date";

    public string? Detect(MessageFacts facts, House house)
    {
        if (facts.ClaimedDate is not { } claimed || facts.ReceivedDate is not { } received) return null;
        var hours = (claimed - received).TotalHours;
        return hours > 12 ? $"{hours:F0} hours in the future" : hours < -24 * 14 ? $"{-hours / 24:F0} days in the past" : null;
    }
}
