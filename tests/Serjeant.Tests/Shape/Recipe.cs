using Serjeant.Facts;

namespace Serjeant.Signals.Form;

/// <summary>The Date field claims a time zone that no place on earth has: not a whole quarter of an hour, or beyond +14:00.</summary>
internal sealed class ImpossibleZone : IDetector
{
    public string Code => "form.impossible-zone";

    public string? Detect(MessageFacts facts, House house)
    {
        if (facts.Route.ZoneMinutes is not { } minutes || Kinship.IsRelayed(facts)) return null;
        return minutes % 15 != 0 || minutes is > 14 * 60 or < -12 * 60 ? $"{minutes} minutes from UTC" : null;
    }
}
