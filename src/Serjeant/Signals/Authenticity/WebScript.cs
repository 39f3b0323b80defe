using Serjeant.Facts;

namespace Serjeant.Signals.Authenticity;

/// <summary>A script of a web server sent it (X-PHP-Originating-Script and its like).</summary>
internal sealed class WebScript : IDetector
{
    public string Code => "authenticity.web-script";

    public string? Detect(MessageFacts facts, House house)
    {
        return facts.Route.FromWebScript && !Kinship.IsRelayed(facts) ? "noted in the header" : null;
    }
}
