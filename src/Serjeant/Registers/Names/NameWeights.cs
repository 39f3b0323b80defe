namespace Serjeant.Registers.Names;

/// <summary>
/// What agreement and disagreement of names weigh, in decibans, and where the strengths begin. What a part gives is how rare it is
/// (Newcombe 1959, Fellegi and Sunter 1969); what is taken away is set by hand and checked on real mail (docs/names.md).
/// </summary>
internal static class NameWeights
{
    /// <summary>Both parts agree, and fewer than one person in a million bears them: hardly anybody else.</summary>
    public const double Strong = 60;

    /// <summary>Both parts agree, though as many as one in 250 bears them; with less, agreement says next to nothing.</summary>
    public const double Fair = 24;

    /// <summary>"Cosima W" hints at somebody, "John P" does not.</summary>
    public const double GivenAndInitial = 36;

    /// <summary>Below this not even a hint.</summary>
    public const double Weak = 14;

    /// <summary>One part is known, and of another the first letter: one name in twenty begins with it.</summary>
    public const double Initial = 11;

    /// <summary>No part gives more, however rare: registers and mail hold misspellings.</summary>
    public const double MostOfOnePart = 50;

    /// <summary>The same for short words, which agree by chance, as syllables of other languages do: two letters 20, three 30.</summary>
    public static double MostOf(string token) => token[0] >= 0x250 ? MostOfOnePart : Math.Min(MostOfOnePart, 10 * token.Length);

    /// <summary>Consonants alone are shared by many names.</summary>
    public const double MostOfConsonants = 14;

    /// <summary>Two spellings of one sound, and for each letter that differs, in parts of the word.</summary>
    public const double Loose = -3, LooseLetters = -14;

    /// <summary>Parts of a word that differ, from which spellings of two Latin words are two names.</summary>
    public const double LooseLimit = 0.34, LooseShortLimit = 0.5;

    /// <summary>The same where one side is our reading of another script.</summary>
    public const double LooseReadLimit = 0.5;

    /// <summary>The same of words as short as a syllable of a Korean or Chinese name: Yoo and Yu, Chung and Jeong.</summary>
    public const double LooseSyllableLimit = 0.7;

    public const int LongestSyllable = 5;

    /// <summary>Letters from which a word that two tables of transcription write differently is still the same word.</summary>
    public const int ShortestTranscribed = 4;

    /// <summary>Words that sound alike across scripts: what each consonant of them says at most, and what is taken away for a word.</summary>
    public const double SoundSign = 7, Sound = -3;

    public const double Spelling = -1, Nickname = -4, Consonants = -8, LookAlike = -1, Edit = -8, EditOfShort = -11;

    /// <summary>The word with one letter less or more is itself a name that others bear: Smith and Smyth, Jon and John.</summary>
    public const double EditToAnotherName = -16;

    /// <summary>Bearers in a million from which a word is a name of its own, not a misspelling of another.</summary>
    public const double KnownPerMillion = 30;

    public const double MissingFamilyPart = -5, MissingGivenPart = -6, MissingMiddle = -1.5, MissingLittle = -0.5, MissingGeneration = -2;

    /// <summary>A word more within the name: a second family name, a middle name.</summary>
    public const double ExtraWord = -4, ExtraInitial = -1, ExtraMore = -7;

    /// <summary>The initial in the middle is another than the register's.</summary>
    public const double OtherInitial = -9;

    /// <summary>"Ltd", "Friends of", "Newsletter": somebody or something else.</summary>
    public const double Concern = -30;

    /// <summary>Brackets, bars, "via": what stands there is not about the name.</summary>
    public const double Beside = -0.5;

    public const double Turned = -1, TurnedGivenNames = -9;

    /// <summary>Two written as one can be one word by chance.</summary>
    public const double Joined = -3;
}
