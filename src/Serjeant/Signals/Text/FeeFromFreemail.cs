using Serjeant.Facts;

namespace Serjeant.Signals.Text;

/// <summary>
/// A letter about money, help or trust from somebody who is answered at a private mailbox while he hides his other recipients, writes from elsewhere or
/// names no link: the shape of every advance-fee letter since they came by post.
/// </summary>
internal sealed class FeeFromFreemail : IDetector
{
    public string Code => "text.fee-letter";

    public string? Detect(MessageFacts facts, House house)
    {
        if (Kinship.IsRelayed(facts) || facts.Bulk.IsReaction || facts.Thread.Claimed || facts.Bulk.ListUnsubscribe) return null;
        if (facts.Content.VisibleText.Length > MostCharacters) return null;
        string? asks = null;
        var phrases = 0;
        foreach (var hit in facts.Content.Themes)
            if (hit.Theme is "advance-fee" or "secrecy" or "romance" or "extortion") (asks, phrases) = (hit.First, phrases + hit.Phrases);
        var elsewhere = facts.Recipients.Undisclosed;
        var aside = false;
        var freemail = house.WarningLists.IsFreemail(facts.Sender.Domain);
        foreach (var mailbox in facts.Sender.ReplyTo)
            if (house.WarningLists.IsFreemail(mailbox.Domain) && mailbox.Address?.Key != facts.Sender.Author?.Address?.Key && !facts.Recipients.All.Any(r => r.Key == mailbox.Address?.Key)) elsewhere = aside = true;
        foreach (var mailbox in facts.Recipients.To)
            if (mailbox.Address?.Key == facts.Sender.Author?.Address?.Key || mailbox.DisplayName == "Recipients") elsewhere = true;
        // Asked for nothing yet: an answer is all that such a letter wants, and it is to go to a private mailbox elsewhere.
        if (aside && !facts.Links.Any(l => l.Fires == LinkFire.Clicking && l.Address.IsRemote) && facts.Content.HtmlTags < 60) return asks is null ? "answers to a private mailbox elsewhere" : $"\u201c{asks}\u201d";
        if (asks is null || phrases < 2) return null;
        var links = facts.Links.Any(l => l.Fires == LinkFire.Clicking && l.Address.IsRemote);
        return elsewhere || (freemail && !links && facts.Recipients.Cc.IsEmpty) ? $"\u201c{asks}\u201d" : null;
    }

    /// <summary>Such letters are long, but they are letters.</summary>
    private const int MostCharacters = 8_000;
}
