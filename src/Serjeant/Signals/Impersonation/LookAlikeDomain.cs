using Serjeant.Facts;

namespace Serjeant.Signals.Impersonation;

/// <summary>The sender's domain looks like a protected one and is not.</summary>
internal sealed class LookAlikeDomain : IDetector
{
    public string Code => "impersonation.look-alike-domain";

    public string? Detect(MessageFacts facts, House house)
    {
        var sender = facts.Sender.Domain;
        if (house.LookAlikes.Find(sender) is { } target) return $"{sender} for {target.Target.Name}";
        foreach (var mailbox in facts.Sender.ReplyTo)
            if (house.LookAlikes.Find(mailbox.Domain) is { } replyTarget) return $"Reply-To {mailbox.Domain} for {replyTarget.Target.Name}";
        return null;
    }
}
