using Serjeant.Samples.Mime;
using Serjeant.Samples.People;

namespace Serjeant.Samples.Letters;

/// <summary>A name and an address, as they stand in a header.</summary>
internal sealed record Correspondent(string Name, string Address);

/// <summary>What a reply answers.</summary>
internal sealed record Quoted(Correspondent Author, DateTimeOffset At, IReadOnlyList<string> Paragraphs, string MessageId, string References);

/// <summary>A personal letter before a mail program gives it its shape.</summary>
internal sealed record Letter(
    Correspondent From, MailProgram Program, IReadOnlyList<Correspondent> To, string Subject,
    IReadOnlyList<string> Paragraphs, IReadOnlyList<string> Signature, DateTimeOffset At)
{
    public IReadOnlyList<Correspondent> Cc { get; init; } = [];

    public Quoted? Answers { get; init; }

    public string? ReplyTo { get; init; }

    public IReadOnlyList<Part> Attachments { get; init; } = [];

    /// <summary>HTML at the end of the body: a remote logo, a tracker of a mail merge.</summary>
    public string HtmlTail { get; init; } = "";

    public Quoted AsQuoted(Draft draft) => new(From, At, Paragraphs, draft.MessageId, $"{draft.Find("References")} <{draft.MessageId}>".Trim());
}
