using Serjeant.Bench.Impersonation.Names;
using Serjeant.Samples.Deliveries;
using Serjeant.Samples.Letters;
using Serjeant.Samples.People;
using Serjeant.Samples.Places;
using Serjeant.Samples;

namespace Serjeant.Bench.Impersonation.Letters;

/// <summary>One parliament with dice of its own: what recipes draw from, and where their masks become mail.</summary>
internal sealed class Stage
{
    /// <summary>Providers of free mailboxes, large ones and those of the rosters' countries.</summary>
    private static readonly string[] Freemails = ["gmail.com", "outlook.com", "yahoo.com", "gmx.net", "proton.me", "mail.com", "hotmail.com", "icloud.com", "web.de", "abv.bg", "naver.com", "libero.it", "orange.fr"];

    private static readonly string[] Domains = ["harbour", "northfield", "quayside", "larkspur", "meadow", "brightwater", "copperline", "fernhill", "oldgate", "silverbirch", "kestrel", "tidewater", "longacre", "millstone", "foxglove", "greenbank", "highmoor", "westbrook", "stonebridge", "hazelwood"];
    private static readonly string[] Trades = ["consulting", "media", "logistics", "events", "print", "studio", "partners", "travel", "systems", "trading", "works", "group", "design", "research", "legal", "records", "catering", "motors", "books", "gardens"];
    private static readonly string[] Given = ["Clara", "Martin", "Helen", "Oscar", "Ruth", "Felix", "Nora", "Simon", "Irene", "Victor"];
    private static readonly string[] Family = ["Dunmore", "Ashgrove", "Kellermann", "Varnsen", "Treloar", "Pemberwick", "Lindqvister", "Okonedo", "Marchetti-Vale", "Hollowell"];

    private readonly Origins _origins;
    private readonly Legislature _legislature;

    public Stage(Legislature legislature, Dice dice)
    {
        _legislature = legislature;
        Dice = dice;
        _origins = new(new HostAddresses(), dice.Fork("origins"));
        Members = [.. legislature.Victims.Where(v => v.Latin is not null && v.Address.Length > 0)];
        foreach (var freemail in Freemails)
            if (!legislature.House.WarningLists.IsFreemail(Outlets.Domain(freemail))) throw new InvalidOperationException($"{freemail} is on no list of mail providers.");
    }

    public Dice Dice { get; }

    public Legislature Legislature => _legislature;

    /// <summary>Members who can be written to.</summary>
    public IReadOnlyList<Victim> Members { get; }

    public string AnyFreemail() => Dice.Pick(Freemails);

    /// <summary>A mailbox at a provider whose name says nothing.</summary>
    public string Neutral() => $"{Dice.Pick(["quiet.harbour", "blue.kettle", "morning.train", "green.lantern", "paper.boat", "tall.window", "late.summer", "open.road", "small.garden", "north.star"])}{Dice.Between(11, 9899)}@{AnyFreemail()}";

    /// <summary>A properly set up domain that has nothing to do with anybody.</summary>
    public string Unrelated() => $"{Dice.Pick(Domains)}{Dice.Pick(Trades)}.example";

    /// <summary>Somebody nobody knows: neither the name nor its parts stand on any roster by design.</summary>
    public (string Name, string Local) Invented()
    {
        var (given, family) = (Dice.Pick(Given), Dice.Pick(Family));
        return ($"{given} {family}", LegislatureReader.Local(given) + "." + LegislatureReader.Local(family));
    }

    public Wording Wording(Script script) => Wordings.Of(script, _legislature.Language);

    /// <summary>Moments of eighteen months; the mail of a house has a past by then.</summary>
    public DateTimeOffset Moment() => new DateTimeOffset(2025, 1, 6, 7, 0, 0, TimeSpan.FromHours(1)).AddDays(Dice.Below(540)).AddMinutes(Dice.Below(12 * 60));

    public Victim OtherThan(Victim? victim)
    {
        for (; ; )
            if (Dice.Pick(Members) is var member && member != victim) return member;
    }

    /// <summary>The mail as it lies in the recipient's mailbox.</summary>
    public byte[] Deliver(Mask mask, Script script, Victim? victim)
    {
        var recipient = mask.Recipient ?? OtherThan(victim);
        var at = mask.At ?? Moment();
        var wording = Wording(script);
        var native = script == Script.Latin ? recipient.Latin! : recipient.Forms.Find(f => f.Script == script) ?? recipient.Latin!;
        var time = $"{Dice.Between(8, 19)}:{Dice.Pick(["00", "10", "15", "20", "30", "40", "45", "50"])}";
        List<string> body = [string.Format(null, wording.Greeting, native.Given)];
        if (Dice.Chance(60)) body.Add(Dice.Pick(wording.Opens));
        if (mask.Claim.Length > 0) body.Add(mask.Claim);
        body.AddRange(Dice.Some(wording.Asks, Dice.Between(1, 2)).Select(a => string.Format(null, a, time, Dice.Between(2, 480))));
        string[] signature = [Dice.Pick(wording.Thanks), .. mask.Signature.Length > 0 ? mask.Signature : mask.Name.Length > 0 && !mask.Name.Contains('@', StringComparison.Ordinal) ? [mask.Name] : Array.Empty<string>()];
        var letter = new Letter(new(mask.Name, mask.Address), Dice.Pick([MailProgram.Webmail, MailProgram.Phone, MailProgram.Apple]),
            [new(Dice.Chance(50) ? recipient.Latin!.Usual : "", recipient.Address)], mask.Subject ?? Dice.Pick(wording.Subjects), body, signature, at)
        {
            Answers = mask.Answers,
            ReplyTo = mask.ReplyTo is { } reply ? Samples.Mime.HeaderText.Mailbox(reply.Name, reply.Address) : null,
        };
        return Arrival.Write(LetterWriter.Write(letter, Dice), Origin(mask, at), recipient.Address, $"mx1.{_legislature.Domain}", at.AddSeconds(Dice.Between(2, 40)), Dice);
    }

    /// <summary>A copy out of the Sent folder of one of our own.</summary>
    public byte[] Send(Victim author, string name, string address, string subject, DateTimeOffset at, out string messageId)
    {
        var wording = Wording(Script.Latin);
        var draft = LetterWriter.Write(new(new(author.Latin!.Usual, author.Address), MailProgram.Thunderbird, [new(name, address)], subject,
            [string.Format(null, wording.Greeting, name.Split(' ')[0]), Dice.Pick(wording.Opens)], [Dice.Pick(wording.Thanks), author.Latin.Usual], at), Dice);
        messageId = draft.MessageId;
        return draft.ToBytes();
    }

    private Origin Origin(Mask mask, DateTimeOffset at)
    {
        var domain = Origins.DomainOf(mask.Address);
        if (mask.Standing == Standing.Freemail) return _origins.Freemail(mask.Address, at, Dice);
        if (mask.Standing == Standing.OwnDomain)
        {
            var good = _origins.Organisation($"x@{domain}", at, Dice);
            return good with { EnvelopeFrom = mask.Address, Signatures = [new(domain, "mail")], Dmarc = "pass", FromDomain = domain };
        }
        var stranger = _origins.Organisation($"www-data@{Unrelated()}", at, Dice);
        return stranger with { EnvelopeFrom = mask.Address, Spf = "fail", Signatures = [], Dmarc = "fail", FromDomain = domain, Policy = "none" };
    }
}
