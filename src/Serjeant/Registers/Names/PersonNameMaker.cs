using System.Collections.Immutable;

namespace Serjeant.Registers.Names;

/// <summary>
/// Takes names of people apart, as registers and display names write them: titles and honours of many languages, "Family, Given",
/// family names in capitals, particles, the order of East Asia and Hungary as far as the names tell it. One instance belongs to one thread.
/// </summary>
public sealed class PersonNameMaker
{
    private readonly NameText _text = new();
    private readonly NameRarity _rarity = new();

    /// <summary>Never throws; of a text that is too long for a name the beginning is read.</summary>
    public PersonName Make(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        _text.Read(text);
        var roles = new NameRole[NameText.MaximumAtoms];
        var body = NameParts.Read(_text, _rarity, roles);
        return new(Of(NameRole.Given), Of(NameRole.Middle), Of(NameRole.Family), Of(NameRole.Patronymic), Of(NameRole.Particle), Of(NameRole.Place), Of(NameRole.Generation),
            Of(NameRole.Title), Of(NameRole.Office), Of(NameRole.Outside), body);

        ImmutableArray<string> Of(NameRole role)
        {
            var words = ImmutableArray.CreateBuilder<string>();
            for (var i = 0; i < _text.Atoms.Length; i++)
                if (roles[i] == role) words.Add(_text.Word(_text.Atoms[i]));
            return words.ToImmutable();
        }
    }
}
