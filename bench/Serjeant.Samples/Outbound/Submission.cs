using Serjeant.Samples.Letters;
using Serjeant.Samples.Mime;
using Serjeant.Samples.People;
using Serjeant.Samples.Places;

namespace Serjeant.Samples.Outbound;

/// <summary>Takes in what our people send, as our server's journal has it or as their own folder keeps it, and what others send to them.</summary>
internal sealed class Submission(World world, Dice dice)
{
    private readonly List<OwnMail> _mails = [];

    public IReadOnlyList<OwnMail> Mails => _mails;

    /// <summary>From here on the server has another name, and gives Message-IDs of its own form.</summary>
    public DateTimeOffset Moved { get; set; } = DateTimeOffset.MaxValue;

    public Draft Send(Mailbox author, Letter letter, string planted = "", string? client = null, IReadOnlyList<Field>? more = null)
    {
        var draft = LetterWriter.Write(letter, dice);
        if (letter.At >= Moved)
            draft = With(draft, "Message-ID", $"<{dice.Digits(10)}.{dice.Letters(6)}.JavaMail@post7.{Roster.OurDomain}>");
        if (more is not null) draft = draft with { Fields = [.. draft.Fields, .. more] };
        Send(author.Self.Address, draft, letter.At, author.Kept && planted.Length == 0, client ?? $"10.20.{dice.Between(1, 30)}.{dice.Between(2, 250)}", "ESMTPSA", planted);
        return draft;
    }

    /// <param name="protocol">ESMTPSA where the client logged in.</param>
    public void Send(string sender, Draft draft, DateTimeOffset at, bool kept, string client, string protocol, string planted)
    {
        if (!kept)
        {
            var host = (at >= Moved ? "post7." : "submit1.") + Roster.OurDomain;
            // The journal's clock is the house's, wherever the author is.
            var taken = at.ToOffset(Clock.Local).AddSeconds(1);
            draft = draft with { Fields = [new("Received", $"from [{client}] (unknown [{client}])\n\tby {host} (Postfix) with {protocol} id {dice.Hex(10).ToUpperInvariant()};\n\t{HeaderText.Date(taken)}"), .. draft.Fields] };
        }
        _mails.Add(new(draft.ToBytes(), draft.MessageId, at, sender, planted));
    }

    public Draft Receive(Outsider sender, Correspondent reader, string subject, IReadOnlyList<string> paragraphs, DateTimeOffset at)
    {
        var draft = LetterWriter.Write(new Letter(new(sender.Name, sender.Address), sender.Program, [reader], subject, paragraphs, [sender.Name], at), dice);
        Receive(draft, sender.Address, reader.Address, at);
        return draft;
    }

    public void Receive(Draft draft, string sender, string reader, DateTimeOffset at)
    {
        var origin = world.Freemail.Contains(sender[(sender.LastIndexOf('@') + 1)..]) ? world.Origins.Freemail(sender, at, dice) : world.Origins.Organisation(sender, at, dice);
        var copy = world.Post.Deliver(draft, origin, reader, at.AddSeconds(dice.Between(2, 40)), "correspondence", "ordinary", dice);
        _mails.Add(new(copy.Bytes, copy.MessageId, copy.At, sender, ""));
    }

    /// <summary>Mail that came back, with the identifier of what was sent, as many servers give it.</summary>
    public void Return(Draft sent, string reader, string recipient, DateTimeOffset at)
    {
        var host = "mx." + recipient[(recipient.LastIndexOf('@') + 1)..];
        Field[] fields =
        [
            new("Date", HeaderText.Date(at)), new("From", $"MAILER-DAEMON@{host}"), new("Subject", "Undelivered Mail Returned to Sender"), new("To", reader),
            new("Auto-Submitted", "auto-replied"), new("Message-ID", $"<{dice.Digits(14)}.{dice.Hex(11)}@{host}>"), new("In-Reply-To", $"<{sent.MessageId}>"), new("MIME-Version", "1.0"),
        ];
        var draft = new Draft(fields, new MultiPart("report", dice.Hex(20),
        [
            new VerbatimPart("text/plain; charset=us-ascii", $"<{recipient}>: user unknown\n", "Notification"),
            new VerbatimPart("message/delivery-status", $"Reporting-MTA: dns; {host}\n\nFinal-Recipient: rfc822; {recipient}\nAction: failed\nStatus: 5.1.1\n", "Delivery report"),
        ], "; report-type=delivery-status"));
        Receive(draft, "MAILER-DAEMON@" + host, reader, at);
    }

    internal static Draft With(Draft draft, string name, string value) =>
        draft with { Fields = [.. draft.Fields.Select(f => f.Name.Equals(name, StringComparison.OrdinalIgnoreCase) ? new Field(f.Name, value) : f)] };
}
