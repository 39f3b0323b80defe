using Serjeant.Facts;

namespace Serjeant.Signals.Form;

/// <summary>From is a provider's own name for an unnamed customer (onmicrosoft.com and its like).</summary>
internal sealed class TenantDomain : IDetector
{
    private static readonly string[] Tenants =
        [".onmicrosoft.com", ".gappssmtp.com", ".firebaseapp.com", ".amazonses.com", ".myshopify.com", ".zendesk.com", ".atlassian.net", ".sharepoint.com", ".hubspotemail.net", ".mailgun.org"];

    public string Code => "form.tenant-domain";

    public string? Detect(MessageFacts facts, House house)
    {
        var name = facts.Sender.Domain.Name;
        foreach (var suffix in Tenants)
            if (name.EndsWith(suffix, StringComparison.Ordinal)) return name;
        return null;
    }
}
