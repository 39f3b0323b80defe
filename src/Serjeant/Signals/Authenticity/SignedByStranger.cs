using Serjeant.Facts;
using Serjeant.Values;

namespace Serjeant.Signals.Authenticity;

/// <summary>
/// Signed, but only by a domain that has nothing of the sender's: neither his, nor a mass-mail service's, nor a provider's, nor one named like his.
/// A tenant of a large provider counts by the tenant's own name: firms that never set up their signature are signed as firm.onmicrosoft.com,
/// spammers as mlz665.onmicrosoft.com.
/// </summary>
internal sealed class SignedByStranger : IDetector
{
    public string Code => "authenticity.signed-by-stranger";

    public string? Detect(MessageFacts facts, House house)
    {
        if (Kinship.IsRelayed(facts) || facts.Bulk.IsReaction || facts.Sender.Domain.IsEmpty) return null;
        string? stranger = null;
        foreach (var signature in facts.Authentication.Signatures)
        {
            var domain = signature.Domain;
            if (domain.IsEmpty) continue;
            if (domain.Registrable == facts.Sender.Domain.Registrable || Kinship.IsOfService(house, domain) || Kinship.IsNamedLikeSender(facts, house, domain)) return null;
            var tenant = Tenant(domain);
            if (tenant.Length > 0 && IsLike(tenant, facts.Sender.Domain.Registrable.Name)) return null;
            if (tenant.Length == 0 && house.WarningLists.IsPopular(domain)) return null;
            stranger ??= domain.Name;
        }
        return stranger is null ? null : $"shows {facts.Sender.Domain}, signed by {stranger}";

        // firm.onmicrosoft.com, firm-com.20230601.gappssmtp.com
        static string Tenant(DomainName domain) =>
            domain.Name.EndsWith(".onmicrosoft.com", StringComparison.Ordinal) || domain.Name.EndsWith(".gappssmtp.com", StringComparison.Ordinal)
                ? domain.Name[..domain.Name.IndexOf('.', StringComparison.Ordinal)]
                : "";

        static bool IsLike(string tenant, string sender)
        {
            var name = sender[..Math.Max(0, sender.IndexOf('.', StringComparison.Ordinal))].Replace("-", "", StringComparison.Ordinal);
            var plain = tenant.Replace("-", "", StringComparison.Ordinal);
            return name.Length >= 2 && (plain.StartsWith(name, StringComparison.Ordinal) || name.StartsWith(plain, StringComparison.Ordinal)
                || (name.Length >= 4 && plain.Contains(name[..4], StringComparison.Ordinal)));
        }
    }
}
