using Serjeant.Facts;

namespace Serjeant.Signals.Credentials;

/// <summary>The text of a link is one host, its target another.</summary>
internal sealed class LinkTextElsewhere : IDetector
{
    public string Code => "credentials.link-text";

    public string? Detect(MessageFacts facts, House house)
    {
        foreach (var link in facts.Links)
        {
            if (link.Place != LinkPlace.Anchor || !link.Visible || link.Text.Length is < 4 or > 120 || link.Wrapper is not null) continue;
            if (ShownHost.In(link.Text) is not { IsEmpty: false } shown || link.Address.Host.IsEmpty) continue;
            if (shown.Registrable == link.Address.Host.Registrable) continue;
            // A mass-mail service counts clicks by sending every link through its own host: the text is honest all the same.
            if (Kinship.IsExplained(facts, house, link.Address.Host) || Kinship.IsKin(facts, house, link.Address.Host)) continue;
            return $"shows {shown}, leads to {link.Address.Host}";
        }
        return null;
    }
}
