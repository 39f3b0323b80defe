using System.Collections.Immutable;
using Serjeant.Outbound;

namespace Serjeant.Reports;

/// <summary>What our own servers sent that is not like them, in plain sentences, the same in every format.</summary>
public static class OutboundAccount
{
    public const string Title = "Our own servers";

    /// <summary>Says to readers of every format what such a finding is, and what it is not.</summary>
    public const string Guide = "What left a mailbox or server of ours is measured by its own past. A finding says that somebody else may be using it; it says nothing against its owner.";

    public static ImmutableArray<Phrase> Tell(OutboundFinding finding) =>
    [
        Phrase.Words(finding.IsServer ? "The server " : "The mailbox "), Phrase.Quoted(finding.Unit), Phrase.Words(" sent "),
        Phrase.Figure(Wording.Count(finding.Count, "message", "messages")), Phrase.Words($" that {(finding.Count == 1 ? "is" : "are")} not like its own "),
        Phrase.Words($"{Wording.Span(finding.Since, finding.Until)}, first at {Wording.Moment(finding.Since)}"),
        Phrase.Words(finding.Past == 0 ? "; it never sent such mail before." : $", measured by {Wording.Count(finding.Past, "message", "messages")} before."),
    ];
}
