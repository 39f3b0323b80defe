using Serjeant.Bench.Impersonation.Names;
using Serjeant.Values;

namespace Serjeant.Bench.Impersonation;

/// <summary>Who else of the roster a name can mean: naming a twin is no mistake.</summary>
internal sealed class Namesakes
{
    private readonly ILookup<string, NameForm> _byName, _byInitial, _byFamily;
    private readonly ILookup<string, string> _byText;

    public Namesakes(IReadOnlyList<Victim> victims)
    {
        var forms = victims.SelectMany(FormsOf).ToArray();
        _byName = forms.ToLookup(Name, StringComparer.Ordinal);
        _byInitial = forms.ToLookup(Initial, StringComparer.Ordinal);
        _byFamily = forms.ToLookup(f => Folding.Fold(f.Family), StringComparer.Ordinal);
        _byText = victims.SelectMany(v => v.Person.OtherNames.Append(v.Person.Name).Select(n => (Text: string.Join(' ', Words(n)), v.Person.Id))).ToLookup(n => n.Text, n => n.Id, StringComparer.Ordinal);
    }

    /// <summary>Everybody whom a text made of this name can mean: who bears it in any script, and who bears what it was changed into.</summary>
    /// <param name="initial">The given name is only an initial in it.</param>
    /// <param name="shown">As it is written: a misspelling, or half of a double name, may be somebody else's right name.</param>
    public IReadOnlySet<string> Of(NameForm form, bool initial, string shown)
    {
        var words = Words(shown);
        var forms = FormsOf(form.Bearer).SelectMany(f => initial ? _byInitial[Initial(f)].Concat(_byName[Name(f)]) : _byName[Name(f)])
            .Concat(words.SelectMany(w => _byFamily[w]).Where(f => words.Contains(First(f))));
        return new HashSet<string>([form.Bearer.Person.Id, .. forms.Select(f => f.Bearer.Person.Id), .. _byText[string.Join(' ', words)]], StringComparer.Ordinal);
    }

    /// <summary>Whether somebody here bears given and family name both.</summary>
    public bool Knows(NameForm form) => _byName.Contains(Name(form));

    private static IEnumerable<NameForm> FormsOf(Victim victim) => victim.Unlisted is { } unlisted ? victim.Forms.Append(unlisted) : victim.Forms;

    private static string First(NameForm form) => Folding.Fold(form.Given.Split(' ')[0]);

    private static string Name(NameForm form) => $"{First(form)}|{Folding.Fold(form.Family)}";

    private static string Initial(NameForm form) => Folding.Fold($"{form.Given[..1]}|{form.Family}");

    private static string[] Words(string name) => [.. Folding.Fold(name).Split([' ', ',', '.', '-'], StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal)];
}
