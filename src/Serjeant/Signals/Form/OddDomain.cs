using Serjeant.Facts;

namespace Serjeant.Signals.Form;

/// <summary>The sender's registered name strings words together by hyphens, or holds digits among letters.</summary>
internal sealed class OddDomain : IDetector
{
    public string Code => "form.odd-domain";

    public string? Detect(MessageFacts facts, House house)
    {
        if (Kinship.IsRelayed(facts) || facts.Bulk.IsReaction) return null;
        var label = facts.Sender.Domain.Registrable.Name.AsSpan();
        var dot = label.IndexOf('.');
        if (dot > 0) label = label[..dot];
        var digits = 0;
        foreach (var c in label)
            if (char.IsAsciiDigit(c)) digits++;
        return label.Count('-') >= 2 || (digits >= 2 && label.Length > 4) || label.Length > 20 ? facts.Sender.Domain.Registrable.Name : null;
    }
}
