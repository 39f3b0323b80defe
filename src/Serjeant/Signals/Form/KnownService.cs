using Serjeant.Facts;

namespace Serjeant.Signals.Form;

/// <summary>Sent over a mass-mail service that names its customer.</summary>
internal sealed class KnownService : IDetector
{
    public string Code => "form.known-service";

    public string? Detect(MessageFacts facts, House house)
    {
        return facts.Route is { MailingService: { } service, ServiceAccount: not null } && facts.Bulk.ListUnsubscribe ? service : null;
    }
}
