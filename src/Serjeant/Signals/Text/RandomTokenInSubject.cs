using Serjeant.Facts;

namespace Serjeant.Signals.Text;

/// <summary>The subject ends in a random word or long number, to make every copy differ.</summary>
internal sealed class RandomTokenInSubject : IDetector
{
    public string Code => "text.random-token-in-subject";

    public string? Detect(MessageFacts facts, House house)
    {
        if (facts.Bulk.IsReaction) return null;
        var subject = facts.Subject.Topic.AsSpan().TrimEnd(".!?)]}");
        var last = subject[(subject.LastIndexOfAny(" #-") + 1)..];
        int digits = 0, upper = 0, lower = 0, changes = 0, kind = 0;
        foreach (var c in last)
        {
            var now = char.IsAsciiDigit(c) ? 1 : char.IsAsciiLetterUpper(c) ? 2 : char.IsAsciiLetterLower(c) ? 3 : 0;
            if (now == 0) return null;
            if (now == 1) digits++;
            else if (now == 2) upper++;
            else lower++;
            if (now != kind) changes++;
            kind = now;
        }
        return digits >= 8 || (last.Length >= 6 && changes >= 4) ? "at its end" : null;
    }
}
