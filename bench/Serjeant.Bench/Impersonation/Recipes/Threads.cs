using Serjeant.Bench.Impersonation.Letters;
using Serjeant.Bench.Impersonation.Names;
using Serjeant.Samples.Letters;

namespace Serjeant.Bench.Impersonation.Recipes;

/// <summary>What only the mail before can show: correspondents that changed overnight, threads that never were.</summary>
internal static class Threads
{
    public static IEnumerable<Recipe> All =>
    [
        new PersonRecipe("correspondent-look-alike", "thread hijacking, MITRE ATT&CK T1566 and T1586.002; business e-mail compromise by look-alike of a real partner", LookAlike),
        new PersonRecipe("correspondent-at-freemail", "Star Blizzard, joint advisory of December 2023: \"my new address\" of a known contact", Freemail),
        new PersonRecipe("fake-reply", "reason: a made-up thread lends trust, and filters spare answers", FakeReply),
        new PersonRecipe("fake-forward", "business e-mail compromise: a forwarded order that nobody gave", FakeForward),
    ];

    private sealed record Past(string Name, string Local, string Domain, Victim Member, DateTimeOffset Last, string Subject, IReadOnlyList<byte[]> Mail)
    {
        public Target Target => new(new HashSet<string>(), new HashSet<string>()) { Correspondent = Domain };
    }

    /// <summary>A partner of a member's, with three letters to and fro over two months.</summary>
    private static Past? Exchange(NameForm form, Stage stage)
    {
        if (form.Script != Script.Latin || form.Bearer.Address.Length == 0) return null;
        var (name, local) = stage.Invented();
        var (domain, at, member) = (stage.Unrelated(), stage.Moment(), form.Bearer);
        var subject = stage.Dice.Pick(["Site visit", "Evidence session", "Consultation reply", "Roundtable", "Constituency surgery"]) + " " + stage.Dice.Between(2, 99);
        byte[] Letter(DateTimeOffset when, Quoted? answers) => stage.Deliver(new(name, $"{local}@{domain}", Standing.OwnDomain, Target.Of(""))
        { Recipient = member, At = when, Subject = answers is null ? subject : "Re: " + subject, Answers = answers }, Script.Latin, null);
        var first = Letter(at, null);
        var sent = stage.Send(member, name, $"{local}@{domain}", "Re: " + subject, at.AddDays(2), out var id);
        var second = Letter(at.AddDays(20), new(new(member.Latin!.Usual, member.Address), at.AddDays(2), ["Thank you, that works."], id, $"<{id}>"));
        return new(name, local, domain, member, at.AddDays(20), subject, [first, sent, second]);
    }

    /// <summary>Letters of a member's that were answered: a house that keeps its sent mail, where one made-up thread is rare among the true ones.</summary>
    private static List<byte[]> Kept(NameForm form, Stage stage)
    {
        const int Answered = 110;
        var mail = new List<byte[]>();
        for (var i = 0; i < Answered; i++)
        {
            var (name, local) = stage.Invented();
            var (address, at) = ($"{local}{i}@{stage.AnyFreemail()}", stage.Moment());
            var subject = stage.Dice.Pick(stage.Wording(Script.Latin).Subjects);
            mail.Add(stage.Send(form.Bearer, name, address, subject, at, out var id));
            // Without a name: the few invented ones would soon belong to nobody in particular.
            mail.Add(stage.Deliver(new("", address, Standing.Freemail, Target.Of(""))
            { Recipient = form.Bearer, At = at.AddDays(1), Subject = "Re: " + subject, Answers = new(new(form.Bearer.Latin!.Usual, form.Bearer.Address), at, ["Thank you for your letter."], id, $"<{id}>") }, Script.Latin, null));
        }
        return mail;
    }

    private static Mask? LookAlike(NameForm form, Stage stage)
    {
        if (Exchange(form, stage) is not { } past) return null;
        var twist = stage.Dice.Pick([DomainTwists.Omission, DomainTwists.Replacement, DomainTwists.Transposition, DomainTwists.Repetition, DomainTwists.Homoglyph, DomainTwists.UnlistedCombination, DomainTwists.Suffix]);
        if (twist(past.Domain, stage.Dice) is not { } domain || domain == past.Domain) return null;
        return new(past.Name, $"{past.Local}@{domain}", Standing.OwnDomain, past.Target)
        { Recipient = past.Member, At = past.Last.AddDays(stage.Dice.Between(5, 25)), Subject = "Re: " + past.Subject, Earlier = past.Mail };
    }

    private static Mask? Freemail(NameForm form, Stage stage)
    {
        if (Exchange(form, stage) is not { } past) return null;
        return new(past.Name, $"{past.Local}{stage.Dice.Between(2, 99)}@{stage.AnyFreemail()}", Standing.Freemail, past.Target)
        { Recipient = past.Member, At = past.Last.AddDays(stage.Dice.Between(5, 25)), Subject = past.Subject + ", again", Earlier = past.Mail };
    }

    private static Mask? FakeReply(NameForm form, Stage stage)
    {
        if (form.Script != Script.Latin || form.Bearer.Address.Length == 0) return null;
        var (name, local) = stage.Invented();
        var at = stage.Moment();
        var id = $"{stage.Dice.Uuid()}@{stage.Legislature.Domain}";
        return new(name, $"{local}{stage.Dice.Between(2, 99)}@{stage.AnyFreemail()}", Standing.Freemail, Target.Of(stage.Legislature.Namesakes.Of(form, false, form.Usual)) with { Code = "-thread" })
        { At = at, Earlier = Kept(form, stage), Subject = "Re: " + stage.Dice.Pick(stage.Wording(Script.Latin).Subjects), Answers = new(new(form.Usual, form.Bearer.Address), at.AddDays(-2), [stage.Dice.Pick(stage.Wording(Script.Latin).Asks.Where(a => !a.Contains('{', StringComparison.Ordinal)).DefaultIfEmpty("Go ahead.").ToArray())], id, $"<{id}>") };
    }

    private static Mask? FakeForward(NameForm form, Stage stage)
    {
        if (form.Script != Script.Latin || form.Bearer.Address.Length == 0) return null;
        var (name, local) = stage.Invented();
        var subject = stage.Dice.Pick(["Travel claim", "Payment order", "Donation", "Guest list", "Invoice"]) + " " + stage.Dice.Between(100, 999);
        return new(name, $"{local}{stage.Dice.Between(2, 99)}@{stage.AnyFreemail()}", Standing.Freemail, Target.Of(stage.Legislature.Namesakes.Of(form, false, form.Usual)) with { Code = "-thread" })
        { Earlier = Kept(form, stage), Subject = "Fwd: " + subject, Claim = $"---------- Forwarded message ---------\nFrom: {form.Usual} <{form.Bearer.Address}>\nSubject: {subject}\nTo: {name}" };
    }
}
