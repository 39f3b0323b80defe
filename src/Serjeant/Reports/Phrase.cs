using System.Collections.Immutable;
using System.Globalization;

namespace Serjeant.Reports;

/// <summary>Who the words of a phrase are by.</summary>
public enum PhraseKind
{
    /// <summary>Our own words.</summary>
    Words,
    /// <summary>A number of ours that the eye should find.</summary>
    Figure,
    /// <summary>Out of mail or the roster: fit to be shown (<see cref="MailText.Defang"/>), but for the format to escape and set apart.</summary>
    Quoted,
}

/// <summary>A piece of a sentence that is the same in every format, and is marked up by each in its own way.</summary>
public readonly record struct Phrase(PhraseKind Kind, string Text)
{
    public static Phrase Words(string text) => new(PhraseKind.Words, text);

    public static Phrase Figure(string text) => new(PhraseKind.Figure, text);

    public static Phrase Figure(long number) => new(PhraseKind.Figure, number.ToString("N0", CultureInfo.InvariantCulture));

    /// <summary>Makes text of mail or of the roster fit to be shown, at most 120 characters.</summary>
    public static Phrase Quoted(string text) => new(PhraseKind.Quoted, MailText.Defang(text, 120));

    public static string Join(ImmutableArray<Phrase> phrases) => string.Concat(phrases.Select(p => p.Text));
}
