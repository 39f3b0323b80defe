using Serjeant.Facts;

namespace Serjeant.Signals.Form;

/// <summary>The sender's domain cannot exist: no dot, or characters that no name has.</summary>
internal sealed class ImpossibleDomain : IDetector
{
    private static readonly System.Buffers.SearchValues<char> Letters = System.Buffers.SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789.-_");

    // Top-level names are letters (RFC 3696 section 2), or an encoded one.
    private static bool IsNoTopLevel(string label) => !label.StartsWith("xn--", StringComparison.Ordinal) && (label.Length < 2 || label.AsSpan().IndexOfAnyInRange('0', '9') >= 0 || label.Contains('-', StringComparison.Ordinal));

    public string Code => "form.impossible-domain";

    public string? Detect(MessageFacts facts, House house)
    {
        if (Kinship.IsRelayed(facts) || facts.Bulk.IsReaction || facts.Sender.Domain.IsEmpty) return null;
        var name = facts.Sender.Domain.Name;
        return !name.Contains('.', StringComparison.Ordinal) || name.AsSpan().IndexOfAnyExcept(Letters) >= 0 || IsNoTopLevel(facts.Sender.Domain.TopLevel) ? name : null;
    }
}
