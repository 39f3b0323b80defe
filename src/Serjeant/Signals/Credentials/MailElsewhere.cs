using Serjeant.Facts;
using Serjeant.Values;

namespace Serjeant.Signals.Credentials;

/// <summary>
/// Where links to click should stand, the message opens a letter to an address that has nothing to do with the sender: "report the user", "unsubscribe" and
/// "reply now" all go to one stranger's mailbox.
/// </summary>
internal sealed class MailElsewhere : IDetector
{
    public string Code => "credentials.mail-elsewhere";

    public string? Detect(MessageFacts facts, House house)
    {
        if (Kinship.IsRelayed(facts) || facts.Bulk.IsReaction || facts.Thread.Claimed || facts.Sender.Domain.IsEmpty) return null;
        string? stranger = null;
        foreach (var link in facts.Links)
        {
            if (link.Fires != LinkFire.Clicking || link.Place == LinkPlace.PlainText) continue;
            if (link.Address.IsRemote && Kinship.IsKin(facts, house, link.Address.Host)) return null;
            if (link.Address.Scheme != "mailto") continue;
            var target = link.Address.Text.AsSpan(7);
            var end = target.IndexOf('?');
            if (end >= 0) target = target[..end];
            if (!EmailAddress.TryParse(target.Trim(), out var address)) continue;
            if (address.Key == facts.Sender.Author?.Address?.Key || facts.Recipients.All.Any(r => r.Key == address.Key)) return null;
            if (address.Domain.Registrable == facts.Sender.Domain.Registrable && !house.WarningLists.IsFreemail(address.Domain)) return null;
            stranger ??= address.Domain.Name;
        }
        return stranger;
    }
}
