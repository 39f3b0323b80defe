using Serjeant.Facts;

namespace Serjeant.Signals.Form;

/// <summary>The sender's name begins or ends in marks that no name has.</summary>
internal sealed class StrangeSenderName : IDetector
{
    public string Code => "form.strange-sender-name";

    public string? Detect(MessageFacts facts, House house)
    {
        if (Kinship.IsRelayed(facts) || facts.Sender.Author is not { DisplayName.Length: > 1 } author) return null;
        var name = author.DisplayName.AsSpan().Trim();
        return name.IsEmpty || name[^1] is '_' or ',' or ':' or ';' or '-' or '*' or '|' or '<' or '/' || name[0] is ',' or '.' or '-' or '*' or '!' or '|' or '_' ? "sender's name" : null;
    }
}
