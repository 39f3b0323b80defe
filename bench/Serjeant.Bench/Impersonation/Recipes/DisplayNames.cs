using Serjeant.Bench.Impersonation.Letters;
using Serjeant.Bench.Impersonation.Names;

namespace Serjeant.Bench.Impersonation.Recipes;

/// <summary>The person's name where every mail program shows it, over a provider's mailbox that says nothing.</summary>
internal static class DisplayNames
{
    private const string Attack = "MITRE ATT&CK T1656 Impersonation";

    public static IEnumerable<Recipe> All =>
    [
        Name("exact", "NCSC-UK advisory on SEABORGIUM and TA453, January 2023: contacts' names over freemail accounts", (f, s) => f.Script == Script.Latin ? f.Whole : null),
        Name("native-script", $"{Attack}; the roster's main name is Latin, its other names hold this one", (f, s) => f.Script != Script.Latin ? f.Whole : null),
        Name("title-added", "FBI PSA250515, May 2025: messages that claim to come from senior officials", (f, s) => string.Format(null, s.Dice.Pick(s.Wording(f.Script).Titles), f.Usual)),
        Name("family-comma-given", "directories of Exchange show names so; copied by those who have seen a list", (f, s) => f.IsSyllabic ? null : $"{f.Family}, {f.Given}"),
        Name("other-order", "Chinese, Korean, Hungarian and Bulgarian names are written both ways", (f, s) => f.IsSyllabic ? null : f.FamilyFirst ? $"{f.Given} {f.Family}" : $"{f.Family} {f.Given}"),
        Name("initial", "people sign so; the mailboxes of colleagues do", (f, s) => f.IsSyllabic || f.Script is Script.Kana or Script.Arabic or Script.Han or Script.Hangul ? null : $"{f.Given[..1]}. {f.Family}", initial: true),
        Name("nickname", "colleagues call one another by short names", (f, s) => Nicknames.Of(f.Given.Split(' ')[0], s.Dice) is { } nick ? f.Write(nick, "", f.Family) : null),
        Name("accents-dropped", "foreign keyboards have no accents", (f, s) => f.Script == Script.Latin && Disguises.WithoutMarks(f.Usual) is var plain && plain != f.Usual ? plain : null) with { IsRare = true },
        Name("accents-spelt-out", "passports and telegrams spell them (ICAO 9303: oe, ue, aa)", (f, s) => f.Script == Script.Latin && Disguises.SpeltOut(f.Usual) is var spelt && spelt != f.Usual ? spelt : null) with { IsRare = true },
        Name("other-romanisation", "law of 2009 against ISO 9 and passports (Bulgarian), Revised Romanization against McCune-Reischauer (Korean), free variants (Hebrew)", Romanised) with { IsRare = true },
        Name("middle-dropped", "lists hold patronymics and second names that nobody uses", (f, s) => f.Middle.Length > 0 ? f.Usual : null),
        Name("middle-added", "fuller names look more official", (f, s) => f.Middle.Length == 0 && f.Script == Script.Latin && !f.FamilyFirst ? f.Write(f.Given, s.Dice.Pick(["A.", "J.", "M.", "R.", "Alexander", "Marie", "P."]), f.Family) : null),
        Name("double-name-half", "bearers of double names are known by one of them", Half),
        Name("typo", "business e-mail compromise: a name wrong by one letter passes every exact comparison", Mistyped),
        Name("true-address-as-name", "Mailsploit, 2017: programs show the display name alone", (f, s) => f.Bearer.Address.Length > 0 && f.Script == Script.Latin ? f.Bearer.Address : null),
        Name("name-and-true-address", "Mailsploit, 2017: the display name ends the address early", (f, s) => f.Bearer.Address.Length > 0 ? $"{f.Usual} <{f.Bearer.Address}>" : null),
        Name("office-of", "FBI PSA250515, May 2025; offices write for members every day", (f, s) => string.Format(null, s.Dice.Pick(s.Wording(f.Script).Offices), f.Usual)),
        Name("private-secretary", "mail of staff is opened as the member's own", (f, s) => string.Format(null, s.Dice.Pick(s.Wording(f.Script).Secretaries), f.Usual)),
        Name("assistant-of", "an invented assistant explains the foreign address", (f, s) => $"{s.Invented().Name}, {string.Format(null, s.Dice.Pick(s.Wording(f.Script).Assistants), f.Usual)}"),
        new PersonRecipe("via-unknown-service", "phishing kits copy the form of notices that services send", (f, s) => Via(f, s)),
        new PersonRecipe("unlisted-script", $"{Attack}; the attacker writes the name in a script that the roster lacks", (f, s) => f.Script == Script.Latin ? null : Wear(f, f.Usual, false, s)) { Unlisted = true, IsRare = true },
        new PersonRecipe("unlisted-latin", $"{Attack}; the roster holds the name in its own script alone", (f, s) => f.Script == Script.Latin ? Wear(f, f.Usual, false, s) : null) { Unlisted = true, IsRare = true },
    ];

    public static PersonRecipe Name(string name, string source, Func<NameForm, Stage, string?> write, bool initial = false) =>
        new(name, source, (f, s) => write(f, s) is { } shown ? Wear(f, shown, initial, s) : null);

    private static Mask Wear(NameForm form, string shown, bool initial, Stage stage) =>
        new(shown, stage.Neutral(), Standing.Freemail, Target.Of(stage.Legislature.Namesakes.Of(form, initial, shown))) { Signature = [form.Usual] };

    private static Mask Via(NameForm form, Stage stage)
    {
        var domain = stage.Unrelated();
        var service = stage.Dice.Pick(["SecureShare", "DocLocker", "SignRoom", "MeetPoint", "FileDesk"]);
        var shown = stage.Dice.Chance(50) ? $"{form.Usual} via {service}" : $"{form.Usual} ({service})";
        return new(shown, $"no-reply@{domain}", Standing.OwnDomain, Target.Of(stage.Legislature.Namesakes.Of(form, false, form.Usual))) { Signature = [service] };
    }

    private static string? Romanised(NameForm form, Stage stage)
    {
        if (form.Script != Script.Latin) return null;
        if (stage.Legislature.Language == "he") return stage.Dice.Shuffle(Romanisation.HebrewLatin(form.Usual)).FirstOrDefault();
        if (form.Bearer.Forms.Find(f => f.Script is Script.Cyrillic or Script.Hangul) is not { } native || stage.Legislature.Language is not ("bg" or "ko")) return null;
        var known = form.Bearer.Person.OtherNames.Append(form.Usual).Append(form.Whole).Select(Serjeant.Values.Folding.Fold).ToHashSet(StringComparer.Ordinal);
        return stage.Dice.Shuffle(Romanisation.Of(native)).Select(n => n.Given.Length == 0 || n.Family.Length == 0 ? "" : form.Write(n.Given, "", n.Family))
            .FirstOrDefault(n => n.Length > 0 && !known.Contains(Serjeant.Values.Folding.Fold(n)));
    }

    private static string? Half(NameForm form, Stage stage)
    {
        if (form.IsSyllabic || form.Script is Script.Han or Script.Kana or Script.Hangul) return null;
        var halves = form.Family.Split(['-', ' '], StringSplitOptions.RemoveEmptyEntries).Where(h => h.Length >= 4 && char.IsLetter(h[0])).ToArray();
        return halves.Length == 2 ? form.Write(form.Given, "", stage.Dice.Pick(halves)) : null;
    }

    private static string? Mistyped(NameForm form, Stage stage)
    {
        if (form.Script is Script.Han or Script.Hangul or Script.Kana) return null;
        var first = stage.Dice.Chance(70);
        var family = Disguises.Typo(form.Family, form.Script, stage.Dice);
        var given = Disguises.Typo(form.Given, form.Script, stage.Dice);
        if (first && family is not null) return form.Write(form.Given, "", family);
        return given is not null ? form.Write(given, "", form.Family) : family is not null ? form.Write(form.Given, "", family) : null;
    }
}
