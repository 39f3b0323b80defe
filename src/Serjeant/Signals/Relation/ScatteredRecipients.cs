using Serjeant.Facts;
using Serjeant.Values;

namespace Serjeant.Signals.Relation;

/// <summary>Many recipients in To who share neither domain nor list: a slice of a bought address book.</summary>
internal sealed class ScatteredRecipients : IDetector
{
    public string Code => "relation.scattered-recipients";

    public string? Detect(MessageFacts facts, House house)
    {
        if (facts.Thread.Claimed || Kinship.IsRelayed(facts) || facts.Recipients.To.Length < 5) return null;
        var domains = new HashSet<DomainName>();
        foreach (var mailbox in facts.Recipients.To)
        {
            // People who know each other have names in each other's address books.
            if (mailbox.DisplayName.Length > 0 && mailbox.Address is { } address && mailbox.DisplayName != address.ToString()) return null;
            domains.Add(mailbox.Domain);
        }
        return domains.Count >= 3 ? $"{facts.Recipients.To.Length} addresses without names of {domains.Count} domains" : null;
    }
}
