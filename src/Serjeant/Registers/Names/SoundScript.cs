namespace Serjeant.Registers.Names;

/// <summary>How a script writes the sounds of foreign names.</summary>
internal enum SoundScript
{
    /// <summary>Vowels and consonants, as Cyrillic and Greek.</summary>
    Full,
    /// <summary>Short vowels left out, as Arabic and Hebrew.</summary>
    Vowelless,
    /// <summary>Syllables: r is l, v is b, a vowel after every consonant.</summary>
    Kana,
}
