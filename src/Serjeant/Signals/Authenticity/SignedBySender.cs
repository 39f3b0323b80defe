using Serjeant.Facts;

namespace Serjeant.Signals.Authenticity;

/// <summary>
/// A DKIM signature in the name of the From domain, as written: whoever forges it must know that nobody looks. It holds without the receiving
/// side's verdict, so it only counts for the sender a little, and not at all where the verdict says that it fails. A provider's signature says that the
/// mailbox is real, and nothing of who holds it.
/// </summary>
internal sealed class SignedBySender : IDetector
{
    public string Code => "authenticity.signed-by-sender";

    public string? Detect(MessageFacts facts, House house)
    {
        if (facts.Sender.Domain.IsEmpty || house.WarningLists.IsFreemail(facts.Sender.Domain)) return null;
        foreach (var result in facts.Authentication.Dkim)
            if (result.Verdict is Verdict.Fail or Verdict.PermanentError) return null;
        foreach (var signature in facts.Authentication.Signatures)
            if (!signature.Domain.IsEmpty && signature.Domain.Registrable == facts.Sender.Domain.Registrable) return signature.Domain.Name;
        return null;
    }
}
