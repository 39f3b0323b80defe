using Serjeant.Bench.Impersonation.Names;
using Serjeant.Values;

namespace Serjeant.Bench.Impersonation;

/// <summary>Who else of the roster a name can mean: naming a twin is no mistake.</summary>
internal sealed class Namesakes
{
    private readonly ILookup<string, string> _byName, _byInitial, _byText;

    public Namesakes(IReadOnlyList<Victim> victims)
    {
        var forms = victims.SelectMany(v => v.Forms.Concat(v.Unlisted is { } u ? [u] : [])).ToArray();
        _byName = forms.ToLookup(f => Name(f), f => f.Bearer.Person.Id, StringComparer.Ordinal);
        _byInitial = forms.ToLookup(f => Initial(f), f => f.Bearer.Person.Id, StringComparer.Ordinal);
        _byText = victims.SelectMany(v => v.Person.OtherNames.Append(v.Person.Name).Select(n => (Text: Text(n), v.Person.Id))).ToLookup(n => n.Text, n => n.Id, StringComparer.Ordinal);
    }

    /// <summary>Everybody whom a text made of this name can mean.</summary>
    /// <param name="initial">The given name is only an initial in it.</param>
    /// <param name="shown">As it is written: a misspelling may be somebody else's right name.</param>
    public IReadOnlySet<string> Of(NameForm form, bool initial, string shown) =>
        new HashSet<string>([form.Bearer.Person.Id, .. _byName[Name(form)], .. initial ? _byInitial[Initial(form)] : [], .. _byText[Text(shown)]], StringComparer.Ordinal);

    private static string Name(NameForm form) => Folding.Fold($"{form.Given.Split(' ')[0]}|{form.Family}");

    private static string Initial(NameForm form) => Folding.Fold($"{form.Given[..1]}|{form.Family}");

    private static string Text(string name) => string.Join(' ', Folding.Fold(name).Split([' ', ',', '.', '-'], StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal));
}
