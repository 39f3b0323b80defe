using System.Text;
using Serjeant.Bench.Impersonation.Letters;
using Serjeant.Bench.Impersonation.Names;
using Serjeant.Judgement;
using Serjeant.Samples;
using Serjeant.Sources;

namespace Serjeant.Bench.Impersonation;

/// <summary>What came of one generated innocent.</summary>
internal sealed record Innocent(string Kind, int Legislature, string Sender, bool Named, bool Judged, string Seen);

/// <summary>
/// Harder innocents than the corpora hold, made of the rosters' own names: namesakes, lists, services, delegates. Counted apart, since how often each kind
/// comes in real life nobody knows.
/// </summary>
internal sealed class Innocents(Legislature legislature, IReadOnlyList<Legislature> all, ulong seed)
{
    private const int OfEach = 14, Constituents = 40;

    /// <summary>Services that show their users' names, as their own notices do.</summary>
    private static readonly (string Form, string Address)[] Services =
    [
        ("{0} (via Google Drive)", "drive-shares-dm-noreply@google.com"), ("{0} via DocuSign", "dse_na3@docusign.net"), ("{0} via LinkedIn", "messages-noreply@linkedin.com"),
        ("{0} via Zoom", "no-reply@zoom.us"), ("{0} via SurveyMonkey", "noreply@surveymonkey.com"), ("{0} via Eventbrite", "noreply@eventbrite.com"), ("{0} in Teams", "noreply@email.teams.microsoft.com"),
        ("{0} via Dropbox", "no-reply@dropbox.com"), ("{0} (Google Calendar)", "calendar-notification@google.com"), ("{0} via Doodle", "mailer@doodle.com"), ("{0} (via Google Docs)", "comments-noreply@docs.google.com"),
        ("{0} via Change.org", "change@change.org"), ("{0} via WeTransfer", "noreply@wetransfer.com"), ("{0} on behalf of the conference", "noreply@cvent.com"),
    ];

    /// <param name="common">How many people of all rosters bear a given name or a family name.</param>
    public List<Innocent> Scan(IReadOnlyDictionary<string, int> common)
    {
        var stage = new Stage(legislature, new Dice(seed).Fork("innocents " + legislature.Name));
        var flow = new Flow(legislature.House, new([new(new byte[Serjeant.Values.SecretKey.Length])]));
        var judge = new Judge(WeightTable.Shipped);
        var outcomes = new List<Innocent>();
        foreach (var (kind, mask, fields) in Masks(stage, common))
        {
            var bytes = With(stage.Deliver(mask, Script.Latin, null), fields);
            var kept = flow.Examine(new RawMessage(new(kind, 0, 0), bytes));
            var (with, without) = (judge.Assess(kept.Signals), judge.Assess(kept.Signals.Where(s => !WantedMail.IsOfRoster(s))));
            outcomes.Add(new(kind, legislature.Index, $"{mask.Name} <{mask.Address}>", !kept.Imitations.IsEmpty, !kept.Outbound && with.Finding != Finding.Ordinary && without.Finding == Finding.Ordinary,
                FormattableString.Invariant($"{without.Total.Value:0} -> {with.Total.Value:0} dB {string.Join(" ", kept.Signals.Where(WantedMail.IsOfRoster).Select(s => s.Code))}")));
        }
        return outcomes;
    }

    private IEnumerable<(string Kind, Mask Mask, string Fields)> Masks(Stage stage, IReadOnlyDictionary<string, int> common)
    {
        var nobody = Target.Of("");
        var forms = stage.Members.Select(m => m.Latin!).OrderByDescending(f => (long)Common(f.Given) * Common(f.Family)).ThenBy(f => f.Bearer.Person.Id, StringComparer.Ordinal).ToArray();
        int Common(string name) => common.GetValueOrDefault(name, 1);
        foreach (var form in forms.Take(OfEach))
        {
            var local = $"{LegislatureReader.Local(form.Given)}.{LegislatureReader.Local(form.Family)}";
            yield return ("namesake of a common name, own firm", new(form.Usual, $"{local}@{stage.Unrelated()}", Standing.OwnDomain, nobody), "");
            var lists = stage.Unrelated();
            yield return ("namesake on a list", new(form.Usual, $"{local}@{stage.Unrelated()}", Standing.OwnDomain, nobody), ListFields(lists));
            yield return ("list that rewrites From", new($"{form.Usual} via Users", $"users@{lists}", Standing.OwnDomain, nobody) { ReplyTo = (form.Usual, $"{local}@{stage.Unrelated()}") }, ListFields(lists));
        }
        var others = stage.Dice.Shuffle(forms);
        var (service, at) = (0, 0);
        foreach (var form in others.Take(OfEach))
        {
            var (given, family) = (LegislatureReader.Local(form.Given), LegislatureReader.Local(form.Family));
            var (form1, address) = Services[service++ % Services.Length];
            yield return ("service that shows its user's name", new(string.Format(null, form1, form.Usual), address, Standing.OwnDomain, nobody), "");
            yield return ("delegate from our own domain", new($"{stage.Invented().Name} (for {form.Usual})", $"office{stage.Dice.Between(100, 999)}@{stage.Legislature.Domain}", Standing.OwnDomain, nobody), "");
            yield return ("relative with a mailbox", new(form.Write(stage.Invented().Name.Split(' ')[0], "", form.Family), $"{family}{stage.Dice.Between(1, 99)}@{stage.AnyFreemail()}", Standing.Freemail, nobody), "");
            var stranger = others[^(++at)];
            yield return ("stranger with both a member's given and another's family name", new(form.Write(form.Given, "", stranger.Family), $"{given}.{LegislatureReader.Local(stranger.Family)}@{stage.Unrelated()}", Standing.OwnDomain, nobody), "");
            yield return ("member's newsletter through a party", new(form.Usual, $"news@{stage.Unrelated()}", Standing.OwnDomain, nobody), "List-Unsubscribe: <mailto:leave@party.example>\nPrecedence: bulk\n");
        }
        foreach (var form in Strangers(stage))
        {
            var (given, family) = (LegislatureReader.Local(form.Given), LegislatureReader.Local(form.Family));
            var local = stage.Dice.Pick([$"{given}.{family}", $"{given}{family}{stage.Dice.Between(1, 99)}", $"{given[..1]}.{family}{stage.Dice.Between(1, 99)}", $"{family}.{given}{stage.Dice.Between(1950, 2004)}"]);
            yield return ("constituent with a provider's mailbox, no name of ours", new(form.Write(form.Given, "", form.Family), $"{local}@{stage.AnyFreemail()}", Standing.Freemail, nobody), "");
        }
        foreach (var form in others.Take(Constituents))
            if (forms.FirstOrDefault(f => f.Given[0] == form.Given[0] && f.Given != form.Given && f.Family != form.Family && !legislature.Namesakes.Knows(form with { Given = f.Given })) is { } other)
                yield return ("constituent with a member's initial and family name", new(form.Write(other.Given, "", form.Family), $"{LegislatureReader.Local(form.Given)[..1]}.{LegislatureReader.Local(form.Family)}{stage.Dice.Between(1, 99)}@{stage.AnyFreemail()}", Standing.Freemail, nobody), "");
        foreach (var form in others.Take(OfEach))
            yield return ("constituent with a member's very name", new(form.Usual, $"{LegislatureReader.Local(form.Family)}{stage.Dice.Between(1, 99)}@{stage.AnyFreemail()}", Standing.Freemail, nobody), "");
        foreach (var body in stage.Legislature.Targets.Take(OfEach))
        {
            yield return ("body through its mailing service", new(body.Name, $"{LegislatureReader.Local(body.Name)}@public.govdelivery.com", Standing.OwnDomain, nobody), "List-Unsubscribe: <mailto:leave@public.govdelivery.com>\n");
            yield return ("body from below its domain", new(body.Name, $"news@updates.{body.Domains[0].Name}", Standing.OwnDomain, nobody), "");
        }
        foreach (var outlet in stage.Legislature.Roster.Outlets) yield return ("outlet from below its domain", new(outlet.Name, $"alerts@email.{outlet.Domains[0].Name}", Standing.OwnDomain, nobody), "");
        foreach (var member in stage.Members.Where(m => !m.Person.Personal.IsEmpty).Take(OfEach)) yield return ("private address that the roster knows", new(member.Latin!.Usual, member.Person.Personal[0].Key, Standing.Freemail, nobody), "");
    }

    /// <summary>People of other parliaments of the same language, where there are any, whose names nobody here bears: names as real constituents have them.</summary>
    private IEnumerable<NameForm> Strangers(Stage stage)
    {
        var near = all.Where(l => l != legislature && l.Language == legislature.Language).ToArray();
        var forms = (near.Length > 0 ? near : all.Where(l => l != legislature)).SelectMany(l => l.Victims).Select(v => v.Latin).OfType<NameForm>()
            .Where(f => LegislatureReader.Local(f.Given).Length > 1 && LegislatureReader.Local(f.Family).Length > 1);
        return stage.Dice.Shuffle(forms).Where(f => !legislature.Namesakes.Knows(f)).Take(Constituents);
    }

    private static string ListFields(string domain) =>
        $"List-Id: Users <users.{domain}>\nList-Post: <mailto:users@{domain}>\nList-Unsubscribe: <mailto:users-leave@{domain}>\nPrecedence: list\nSender: <users-bounces@{domain}>\n";

    /// <summary>Fields that a list or service adds stand below what the receiver added.</summary>
    private static byte[] With(byte[] message, string fields)
    {
        if (fields.Length == 0) return message;
        var text = Encoding.UTF8.GetString(message);
        return Encoding.UTF8.GetBytes(text.Insert(text.IndexOf("\nFrom: ", StringComparison.Ordinal) + 1, fields));
    }
}
