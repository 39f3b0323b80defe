namespace Serjeant.Registers.LookAlikes;

/// <summary>What bounds the search for one name, and what it weighs, in bits.</summary>
internal static class SearchBounds
{
    /// <summary>Labels compared in full for one name: a hostile name may hit many keys, an honest one hits few.</summary>
    public const int MostCompared = 48;

    /// <summary>Changes of one label that are taken for a disguise, letters that look alike not counted.</summary>
    public const int MostEdits = 2;

    /// <summary>Labels of so many letters are imitated under their own suffix, or whole.</summary>
    public const int ShortWord = 4;

    /// <summary>A letter for two that look like it, in a few places.</summary>
    public const int MostLonger = 4;

    /// <summary>Labels with fewer letters are told by one such change only.</summary>
    public const int ShortLabel = 7;

    /// <summary>Bits below which a resemblance is not told: ten decibans and a little.</summary>
    public const double FewestBits = 3.4;

    /// <summary>More is not claimed, however rare a label: a model of letters knows nothing beyond.</summary>
    public const double MostBits = 13.3;

    /// <summary>Bits that words which borrow trust add beside a name, and its own suffix, at most.</summary>
    public const double MostLure = 6, MostWhole = 10;

    /// <summary>Bits of letters of another script that read as a label.</summary>
    public const double ForeignBits = 6;

    /// <summary>Bits that a label weighs less with letters at both ends: it stands across words (isolateDOVERcome).</summary>
    public const double WithinWordBits = 6;

    /// <summary>Letters of a word that somebody would put beside a name.</summary>
    public const int FewestOfWord = 2;

    /// <summary>Bits of one letter, digit or hyphen, each as likely.</summary>
    public const double LettersOfAny = 5.2;

    /// <summary>Words between hyphens, from the last, that a joined suffix may have; what it adds at most.</summary>
    public const int MostTails = 2;

    public const double MostTailBits = 8;

    public const double BitsToDecibans = 3.0103;
}
