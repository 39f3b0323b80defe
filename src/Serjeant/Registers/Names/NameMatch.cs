using System.Collections.Immutable;
using Serjeant.Values;

namespace Serjeant.Registers.Names;

/// <summary>How far a name can be taken for a subject's.</summary>
public enum NameStrength
{
    /// <summary>Could be: a part is missing, or the name is so common that a namesake is likelier.</summary>
    Weak,
    /// <summary>Reads as the subject's name, but others bear it too: it needs something beside it.</summary>
    Fair,
    /// <summary>Reads as the subject's name, and hardly anybody else's.</summary>
    Strong,
}

/// <summary>A name that can be read as a subject's, with the reasons.</summary>
/// <param name="Subject">Index into the matcher's subjects.</param>
/// <param name="Name">The subject's name that was matched, as the register writes it.</param>
/// <param name="Score">
/// How much likelier the text is if it means the subject than if it is anybody's name: rarer parts give more, edits and missing parts take away.
/// </param>
/// <param name="Agreed">Parts that agreed, with how ("Hartwell", "Tom for Thomas", "one letter differs: Hartwel").</param>
/// <param name="Missing">Parts of the subject's name that the text lacks.</param>
/// <param name="Extra">Words of the text that are no part of the name, titles aside.</param>
/// <param name="Office">Words that claim an office in the subject's name ("Office of"); empty where none.</param>
/// <param name="Bearers">How many in a million people bear the parts that agreed, estimated.</param>
public sealed record NameMatch(
    int Subject, string Name, Decibans Score, NameStrength Strength,
    ImmutableArray<string> Agreed, ImmutableArray<string> Missing, ImmutableArray<string> Extra, string Office, double Bearers)
{
    /// <summary>Whether the name is spelt as the register spells it, case, order, accents and titles aside.</summary>
    public bool Exact { get; init; }

    /// <summary>In one line, for evidence: what agreed, what is missing, how common it is.</summary>
    public string Explanation => string.Join(", ", Agreed) + (Missing.IsEmpty ? "" : "; without " + string.Join(", ", Missing));
}
