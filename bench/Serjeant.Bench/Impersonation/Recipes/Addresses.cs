using Serjeant.Bench.Impersonation.Letters;
using Serjeant.Bench.Impersonation.Names;
using Serjeant.Registers;

namespace Serjeant.Bench.Impersonation.Recipes;

/// <summary>The name in an address: before the @, in Reply-To, as a domain; or in From itself.</summary>
internal static class Addresses
{
    private const string Registered = "Star Blizzard, joint advisory of December 2023: accounts registered in the names of known contacts";

    public static IEnumerable<Recipe> All =>
    [
        Local("local-given.family.mp", Registered, (g, f, s) => $"{g}.{f}.{s.Dice.Pick(["mp", "mp", "parliament", "official"])}"),
        Local("local-g.family1", Registered, (g, f, s) => $"{g[0]}.{f}{s.Dice.Between(1, 99)}", initial: true),
        Local("local-givenfamily.office", Registered, (g, f, s) => $"{g}{f}.{s.Dice.Pick(["office", "private", "desk"])}"),
        Local("local-family.given", Registered, (g, f, s) => $"{f}{s.Dice.Pick([".", "_", "-"])}{g}"),
        Local("local-given_familyNN", Registered, (g, f, s) => $"{g}{s.Dice.Pick(["_", ".", ""])}{f}{s.Dice.Between(1950, 2024)}"),
        Local("local-mp.family", "reason: the same with the word of the office first", (g, f, s) => $"mp.{g}.{f}"),
        new PersonRecipe("own-mailbox-at-freemail", Registered, (f, s) => f.Script == Script.Latin && OwnMailbox(f) ? Plain(f, $"{f.Bearer.Mailbox}@{s.AnyFreemail()}", Standing.Freemail, s) : null),
        new PersonRecipe("own-mailbox-at-other-host", "MITRE ATT&CK T1585.002: the mailbox name copied to a host of the attacker's", (f, s) => f.Script == Script.Latin && OwnMailbox(f) ? Plain(f, $"{f.Bearer.Mailbox}@{s.Unrelated()}", Standing.OwnDomain, s) : null),
        new PersonRecipe("person-as-domain", "Digital Shadows, 2019: hundreds of domains of candidates' names before an election", PersonDomain),
        new PersonRecipe("reply-to-name", "business e-mail compromise: the answer goes to the impostor's mailbox", (f, s) => ReplyToName(f, s)),
        new PersonRecipe("reply-to-look-alike", "business e-mail compromise: a stolen mailbox sends, a look-alike reads", ReplyToLookAlike),
        new PersonRecipe("exact-from-spoofed", "NSA, FBI, State advisory of May 2024 on Kimsuky: DMARC left at none lets From be anybody's", (f, s) => f.Script == Script.Latin && f.Bearer.Address.Length > 0
            ? new Mask(f.Usual, f.Bearer.Address, Standing.Spoofed, Target.Of(s.Legislature.Namesakes.Of(f, true, "")).And(House(s))) : null),
        new PersonRecipe("claimed-in-text", "pretexting (MITRE ATT&CK T1656): only the text says for whom", (f, s) => Invented(f, s, string.Format(null, s.Dice.Pick(s.Wording(f.Script).Behalf), f.Usual), [])),
        new PersonRecipe("signed-only", "a vague sender's name, the member's name under the text", (f, s) => new(s.Dice.Pick(s.Wording(f.Script).Vague), s.Neutral(), Standing.Freemail, Target.Of(s.Legislature.Namesakes.Of(f, false, f.Usual)))
        { Signature = [string.Format(null, s.Dice.Pick(s.Wording(f.Script).Titles), f.Usual)] }),
    ];

    private static PersonRecipe Local(string name, string source, Func<string, string, Stage, string> write, bool initial = false) => new(name, source, (f, s) =>
    {
        var (given, family) = (LegislatureReader.Local(f.Given), LegislatureReader.Local(f.Family));
        return f.Script != Script.Latin || given.Length < 2 || family.Length < 2 ? null
            : new Mask("", $"{write(given, family, s)}@{s.AnyFreemail()}", Standing.Freemail, Target.Of(s.Legislature.Namesakes.Of(f, initial, $"{given} {family}"))) { Signature = [f.Usual] };
    });

    private static string House(Stage stage) => stage.Legislature.Roster.Bodies[0].Name;

    /// <summary>Two letters and more of the name must stand in it: an office number names nobody.</summary>
    private static bool OwnMailbox(NameForm form) => form.Bearer.Mailbox.Length >= 6 && !form.Bearer.Mailbox.StartsWith("member", StringComparison.Ordinal);

    private static Mask Plain(NameForm form, string address, Standing standing, Stage stage) =>
        new("", address, standing, Target.Of(stage.Legislature.Namesakes.Of(form, initial: true, ""))) { Signature = [form.Usual] };

    private static Mask? PersonDomain(NameForm form, Stage stage)
    {
        var (given, family) = (LegislatureReader.Local(form.Given), LegislatureReader.Local(form.Family));
        if (form.Script != Script.Latin || given.Length < 3 || family.Length < 3) return null;
        var domain = stage.Dice.Pick([$"{given}{family}.com", $"{given}-{family}.org", $"{given}{family}-mp.com", $"{given}-{family}.info", $"{family}-{given}.net", $"office-{given}{family}.com"]);
        return new("", $"{stage.Dice.Pick(["office", "contact", "info", "mail"])}@{domain}", Standing.OwnDomain, Target.Of(stage.Legislature.Namesakes.Of(form, false, $"{given} {family}"))) { Signature = [form.Usual] };
    }

    private static Mask ReplyToName(NameForm form, Stage stage) =>
        new(stage.Dice.Pick(stage.Wording(form.Script).Vague), $"{stage.Invented().Local}@{stage.Unrelated()}", Standing.OwnDomain, Target.Of(stage.Legislature.Namesakes.Of(form, false, form.Usual)))
        { ReplyTo = (form.Usual, stage.Neutral()) };

    private static Mask? ReplyToLookAlike(NameForm form, Stage stage)
    {
        if (form.Script != Script.Latin || form.Bearer.Address.Length == 0) return null;
        var twist = stage.Dice.Pick([DomainTwists.Several, DomainTwists.UnlistedCombination, DomainTwists.WholeName, DomainTwists.Homoglyph]);
        if (twist(stage.Legislature.Domain, stage.Dice) is not { } domain) return null;
        var invented = stage.Invented();
        return new(invented.Name, $"{invented.Local}@{stage.Unrelated()}", Standing.OwnDomain, Target.Of(stage.Legislature.Namesakes.Of(form, true, "")).And(House(stage)))
        { ReplyTo = ("", $"{form.Bearer.Mailbox}@{domain}") };
    }

    private static Mask Invented(NameForm form, Stage stage, string claim, string[] signature)
    {
        var (name, local) = stage.Invented();
        return new(name, $"{local}{stage.Dice.Between(2, 99)}@{stage.AnyFreemail()}", Standing.Freemail, Target.Of(stage.Legislature.Namesakes.Of(form, false, form.Usual))) { Claim = claim, Signature = signature };
    }
}
