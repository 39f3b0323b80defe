using Serjeant.Facts;
using Serjeant.Values;

namespace Serjeant.Signals.Impersonation;

/// <summary>
/// The text asks to write to a private mailbox that is not the one it comes from: the sending address is stolen or will be closed, the one in
/// the text is where the answers are read.
/// </summary>
internal sealed class ContactElsewhere : IDetector
{
    public string Code => "impersonation.contact-elsewhere";

    public string? Detect(MessageFacts facts, House house)
    {
        if (Kinship.IsRelayed(facts) || facts.Bulk.IsReaction || facts.Thread.Claimed || facts.Sender.Author?.Address is not { } author) return null;
        var text = facts.Content.VisibleText.AsSpan(0, Math.Min(8_000, facts.Content.VisibleText.Length));
        for (var at = text.IndexOf('@'); at >= 0;)
        {
            int start = at, end = at + 1;
            while (start > 0 && at - start < 64 && (char.IsAsciiLetterOrDigit(text[start - 1]) || text[start - 1] is '.' or '_' or '-' or '+')) start--;
            while (end < text.Length && end - at < 80 && (char.IsAsciiLetterOrDigit(text[end]) || text[end] is '.' or '-')) end++;
            if (start < at && EmailAddress.TryParse(text[start..end].TrimEnd('.'), out var written) && house.WarningLists.IsFreemail(written.Domain)
                && written.Key != author.Key && !facts.Recipients.All.Any(r => r.Key == written.Key)) return $"From {author.Domain}, in the text {written.Domain}";
            var next = text[end..].IndexOf('@');
            at = next < 0 ? -1 : end + next;
        }
        return null;
    }
}
