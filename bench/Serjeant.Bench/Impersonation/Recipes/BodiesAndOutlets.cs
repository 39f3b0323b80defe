using Serjeant.Bench.Impersonation.Letters;
using Serjeant.Registers;
using Serjeant.Samples;

namespace Serjeant.Bench.Impersonation.Recipes;

/// <summary>The name of a body or a news outlet, and domains that look like theirs.</summary>
internal static class BodiesAndOutlets
{
    private const string Twist = "dnstwist's kinds of look-alike; MITRE ATT&CK T1583.001";

    public static IEnumerable<Recipe> All =>
    [
        new BodyRecipe("body-name-foreign-domain", "NCSC-UK, reports on Active Cyber Defence: public bodies' names over any domain", (b, s) => new(b.Name, $"{s.Dice.Pick(["info", "office", "contact", "team"])}@{s.Unrelated()}", Standing.OwnDomain, Target.Of(b.Name))),
        new BodyRecipe("body-name-freemail", "reason: the same over a provider's mailbox, where a domain of one's own would be traced", (b, s) => new(s.Dice.Pick([b.Name, $"{b.Name} - Office", $"{b.Name} Secretariat"]), s.Neutral(), Standing.Freemail, Target.Of(b.Name))),
        new BodyRecipe("outlet-name-foreign-domain", "APT31 against IPAC, January 2021: mail that looked like news from journalists", (o, s) => new(s.Dice.Pick([o.Name, $"{o.Name} Newsdesk", $"{o.Name} Politics"]), $"news@{s.Unrelated()}", Standing.OwnDomain, Target.Of(o.Name)), Outlets: true),
        new BodyRecipe("journalist-persona", "APT42 and TA453, 2020-2024: invented journalists of real outlets ask for an interview", (o, s) => Journalist(o, s), Outlets: true),
        new BodyRecipe("outlet-look-alike", "APT42 (Mandiant, 2024): look-alike domains of newspapers", (o, s) => Domain(o, s.Dice.Pick([DomainTwists.Omission, DomainTwists.Replacement, DomainTwists.UnlistedCombination, DomainTwists.Suffix, DomainTwists.Homoglyph]), s), Outlets: true),
        new DomainRecipe("domain-omission", Twist, DomainTwists.Omission),
        new DomainRecipe("domain-repetition", Twist, DomainTwists.Repetition),
        new DomainRecipe("domain-insertion", Twist, DomainTwists.Insertion),
        new DomainRecipe("domain-replacement", Twist, DomainTwists.Replacement),
        new DomainRecipe("domain-transposition", Twist, DomainTwists.Transposition),
        new DomainRecipe("domain-vowel-swap", Twist, DomainTwists.VowelSwap),
        new DomainRecipe("domain-bitsquatting", Twist, DomainTwists.Bit),
        new DomainRecipe("domain-several-edits", "reason: a generator of single edits makes none of them; one edit and name-gov.uk where the suffix is closed", DomainTwists.Several),
        new DomainRecipe("domain-hyphenation", Twist, DomainTwists.Hyphen),
        new DomainRecipe("domain-homoglyph", Twist, DomainTwists.Homoglyph),
        new DomainRecipe("domain-punycode", "Gabrilovich and Gontmakher, The Homograph Attack, CACM 2002", DomainTwists.International),
        new DomainRecipe("domain-other-suffix", Twist, DomainTwists.Suffix),
        new DomainRecipe("domain-combination", "Kintis and others, CCS 2017: combosquatting is a hundred times as common as typosquatting", DomainTwists.Combination),
        new DomainRecipe("domain-unlisted-word", "the same paper: most words stand on no list", DomainTwists.UnlistedCombination),
        new DomainRecipe("domain-whole-name", "reason: reads as the true name, and can be had wherever the true suffix is closed (parliament-uk.com)", DomainTwists.WholeName),
        new DomainRecipe("domain-below-another", "reason: the true name stands at the left end, where phones cut addresses off", DomainTwists.Subdomain),
    ];

    private static Mask Journalist(Organisation outlet, Stage stage)
    {
        var (name, local) = stage.Invented();
        var shown = stage.Dice.Pick([$"{name}, {outlet.Name}", $"{name} | {outlet.Name}", $"{name} ({outlet.Name})"]);
        var free = stage.Dice.Chance(50);
        return new(shown, $"{local}.press@{(free ? stage.AnyFreemail() : stage.Unrelated())}", free ? Standing.Freemail : Standing.OwnDomain, Target.Of(outlet.Name)) { Signature = [name, outlet.Name] };
    }

    private static Mask? Domain(Organisation outlet, Func<string, Dice, string?> twist, Stage stage)
    {
        if (twist(outlet.Domains[0].Name, stage.Dice) is not { } domain) return null;
        var (name, local) = stage.Invented();
        return new(name, $"{local}@{domain}", Standing.OwnDomain, Target.Of(outlet.Name));
    }
}
