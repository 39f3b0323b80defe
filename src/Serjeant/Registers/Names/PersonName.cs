using System.Collections.Immutable;

namespace Serjeant.Registers.Names;

/// <summary>A person's name taken apart, each part folded (lower case, no accents); made by <see cref="PersonNameMaker"/>.</summary>
/// <param name="Given">The first given name, with what is linked to it ("anne", "marie"); an initial is one letter.</param>
/// <param name="Middle">Further given names and initials.</param>
/// <param name="Family">Family names, without particles: two and more for double and married names.</param>
/// <param name="Patronymic">The father's name, where the form tells that it is one.</param>
/// <param name="Particles">de, van, bin, O', Mac.</param>
/// <param name="Place">Of which a peer is lord.</param>
/// <param name="Suffixes">Jr, III.</param>
/// <param name="Titles">Titles and honours, before and after.</param>
/// <param name="Office">Words that claim an office in the person's name ("office", "of"); empty where none.</param>
/// <param name="Outside">What stands beside the name: in brackets, behind bars, after "via" or a second comma.</param>
/// <param name="IsBody">Reads as a firm or body rather than a person.</param>
public sealed record PersonName(
    ImmutableArray<string> Given, ImmutableArray<string> Middle, ImmutableArray<string> Family, ImmutableArray<string> Patronymic, ImmutableArray<string> Particles,
    ImmutableArray<string> Place, ImmutableArray<string> Suffixes, ImmutableArray<string> Titles, ImmutableArray<string> Office, ImmutableArray<string> Outside, bool IsBody)
{
    /// <summary>First letters of given and middle names, in order.</summary>
    public string Initials => string.Concat(Given.Concat(Middle).Select(n => n[0]));

    /// <summary>Whether there is no name in the text at all.</summary>
    public bool IsEmpty => Given.IsEmpty && Middle.IsEmpty && Family.IsEmpty && Patronymic.IsEmpty;
}
