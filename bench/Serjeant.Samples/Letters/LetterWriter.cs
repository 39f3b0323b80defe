using Serjeant.Samples.Deliveries;
using Serjeant.Samples.Mime;
using Serjeant.Samples.People;

namespace Serjeant.Samples.Letters;

/// <summary>Gives a letter the header fields and MIME tree that the author's mail program writes.</summary>
internal static class LetterWriter
{
    public static Draft Write(Letter letter, Dice dice)
    {
        var id = MessageId(letter, dice);
        List<Field> fields = [];
        if (letter.Program is MailProgram.Outlook)
        {
            fields.Add(new("From", Mailbox(letter.From, letter)));
            fields.Add(new("To", Join(letter.To, letter)));
            AddCc(letter, fields);
            fields.Add(new("Subject", HeaderText.Encode(letter.Subject)));
            fields.Add(new("Thread-Topic", HeaderText.Encode(Bare(letter.Subject))));
            fields.Add(new("Thread-Index", dice.Base64(22)));
            fields.Add(new("Date", HeaderText.Date(letter.At)));
            fields.Add(new("Message-ID", $"<{id}>"));
            AddAnswer(letter, fields);
            fields.Add(new("Accept-Language", "en-GB"));
            fields.Add(new("Content-Language", "en-GB"));
            fields.Add(new("X-MS-Has-Attach", letter.Attachments.Count > 0 ? "yes" : ""));
        }
        else
        {
            if (letter.Program is MailProgram.Webmail)
                fields.Add(new("MIME-Version", "1.0"));
            AddAnswer(letter, fields);
            fields.Add(new("From", Mailbox(letter.From, letter)));
            fields.Add(new("Date", HeaderText.Date(letter.At)));
            fields.Add(new("Message-ID", $"<{id}>"));
            fields.Add(new("Subject", HeaderText.Encode(letter.Subject)));
            fields.Add(new("To", Join(letter.To, letter)));
            AddCc(letter, fields);
        }
        if (letter.ReplyTo is { } replyTo)
            fields.Add(new("Reply-To", replyTo));
        // People keep their program, and update it rarely.
        if (Software(letter.Program, dice.Fork("software " + letter.From.Address)) is { } software)
            fields.Add(letter.Program is MailProgram.Thunderbird ? new("User-Agent", software) : new("X-Mailer", software));
        return new Draft(fields, Body(letter, dice));
    }

    private static Part Body(Letter letter, Dice dice)
    {
        var text = LetterText.Plain(letter);
        Part body = letter.Program switch
        {
            MailProgram.Outlook => Alternative("000_" + dice.Hex(32) + "_", text, LetterText.Outlook(letter)),
            MailProgram.Webmail => Alternative("000000000000" + dice.Hex(16), text, LetterText.Webmail(letter)),
            MailProgram.Apple when letter.HtmlTail.Length > 0 || dice.Chance(45) =>
                Alternative("Apple-Mail=_" + dice.Uuid().ToUpperInvariant(), text, LetterText.Apple(letter)),
            MailProgram.Thunderbird => new TextPart("text/plain", text, text.All(c => c < 128) ? "7bit" : "8bit", "; format=flowed"),
            _ => new TextPart("text/plain", text, dice.Chance(50) ? "7bit" : "quoted-printable"),
        };
        return letter.Attachments.Count == 0 ? body
            : new MultiPart("mixed", "----=_Part_" + dice.Digits(6) + "." + dice.Digits(10), [body, .. letter.Attachments]);
    }

    private static MultiPart Alternative(string boundary, string text, string html) =>
        new("alternative", boundary, [new TextPart("text/plain", text), new TextPart("text/html", html)]);

    private static string MessageId(Letter letter, Dice dice)
    {
        var domain = Origins.DomainOf(letter.From.Address);
        return letter.Program switch
        {
            MailProgram.Outlook => $"{dice.Pick(["AM", "DB", "LO", "CW"])}{dice.Below(9)}P{dice.Digits(3)}MB{dice.Digits(4)}{dice.Hex(26).ToUpperInvariant()}@{domain}",
            MailProgram.Webmail => $"CA{dice.UrlSafe(7)}{dice.UrlSafe(38)}@mail.{domain}",
            MailProgram.Thunderbird => $"{dice.Uuid()}@{domain}",
            _ => $"{dice.Uuid().ToUpperInvariant()}@{domain}",
        };
    }

    private static string? Software(MailProgram program, Dice dice) => program switch
    {
        MailProgram.Apple => $"Apple Mail (2.3{dice.Between(445, 731)}.{dice.Between(1, 9)})",
        MailProgram.Phone => $"iPhone Mail ({dice.Between(17, 20)}{dice.Pick(["A", "B", "D", "F"])}{dice.Between(50, 490)})",
        MailProgram.Thunderbird => Thunderbird(dice.Pick([60, 68, 78, 91, 102, 115]), dice),
        _ => null,
    };

    private static string Thunderbird(int version, Dice dice) =>
        $"Mozilla/5.0 (X11; Linux x86_64; rv:{version}.0) Gecko/20100101 Thunderbird/{version}.{dice.Between(0, 12)}.{dice.Between(0, 3)}";

    private static void AddAnswer(Letter letter, List<Field> fields)
    {
        if (letter.Answers is not { } answered)
            return;
        fields.Add(new("References", answered.References));
        fields.Add(new("In-Reply-To", $"<{answered.MessageId}>"));
    }

    private static void AddCc(Letter letter, List<Field> fields)
    {
        if (letter.Cc.Count > 0)
            fields.Add(new(letter.Program is MailProgram.Outlook ? "CC" : "Cc", Join(letter.Cc, letter)));
    }

    private static string Bare(string subject) => subject.StartsWith("Re: ", StringComparison.OrdinalIgnoreCase) ? subject[4..] : subject;

    private static string Mailbox(Correspondent who, Letter letter) =>
        HeaderText.Mailbox(who.Name, who.Address, quoted: letter.Program is MailProgram.Outlook && who.Name.Contains(' ', StringComparison.Ordinal));

    private static string Join(IReadOnlyList<Correspondent> who, Letter letter) => string.Join(", ", who.Select(w => Mailbox(w, letter)));
}
