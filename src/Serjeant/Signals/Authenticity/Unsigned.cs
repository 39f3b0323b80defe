using Serjeant.Facts;

namespace Serjeant.Signals.Authenticity;

/// <summary>
/// No DKIM signature at all, in a year when every provider and mass-mail service signs (the large ones demand a signature or SPF of everybody since
/// February 2024, and of mass mail both): hired hosts and hacked web servers do not. Says nothing of older mail.
/// </summary>
internal sealed class Unsigned : IDetector
{
    public string Code => "authenticity.unsigned";

    public string? Detect(MessageFacts facts, House house)
    {
        return Practice.Signs(facts) && facts.Authentication.Signatures.IsEmpty && !Kinship.IsRelayed(facts) && !facts.Bulk.IsReaction
            && !house.Roster.IsOwn(facts.Sender.Domain)
            ? "no DKIM-Signature"
            : null;
    }
}
