namespace Serjeant.Registers.Names;

/// <summary>How a word of a text agrees with a name of the register; the earlier the better.</summary>
internal enum VariantKind : byte
{
    Exact,
    /// <summary>Müller and Mueller.</summary>
    Spelling,
    Nickname,
    /// <summary>Two ways to write one name: Mohammed and Muhamad, or the same in another script.</summary>
    Loose,
    /// <summary>Only the consonants agree, because one side was written without vowels.</summary>
    Consonants,
    LookAlike,
    Edit,
    Initial,
    /// <summary>Sounds alike as far as another script can say; kept in a table of its own.</summary>
    Sound,
}

/// <summary>A piece of a registered name: an atom, or neighbouring atoms that are also written as one.</summary>
/// <param name="Token">Index into the index's tokens.</param>
/// <param name="First">First atom of the entry.</param>
/// <param name="Count">Atoms.</param>
internal readonly record struct NameUnit(int Token, byte First, byte Count, NameRole Role);

/// <summary>One name of one subject. Its first <paramref name="Atoms"/> units are its atoms in order.</summary>
/// <param name="Name">Index into the subject's names.</param>
internal readonly record struct NameEntry(int Subject, ushort Name, int FirstUnit, byte Units, byte Atoms, NameEntryMarks Marks);

[Flags]
internal enum NameEntryMarks : byte
{
    None = 0,
    /// <summary>A firm or body.</summary>
    Body = 1,
    /// <summary>A reading in Latin letters of a name in another script.</summary>
    Read = 2,
    /// <summary>Written without spaces in Han, Hangul or Kana.</summary>
    Unspaced = 4,
}

/// <summary>Every name of every subject, to be found by any two of its parts. Made once by <see cref="NameIndexMaker"/>, then only read.</summary>
internal sealed class NameIndex
{
    public required string[] Tokens { get; init; }

    /// <summary>By token: what it says where it agrees as a given name, and as a family name, in decibans.</summary>
    public required float[] GivenWeights { get; init; }

    public required float[] FamilyWeights { get; init; }

    public required NameEntry[] Entries { get; init; }

    public required NameUnit[] Units { get; init; }

    /// <summary>Tokens by their letters, by other usual spellings and by nicknames; a value is a token and a kind.</summary>
    public required KeyTable Words { get; init; }

    public required KeyTable Looses { get; init; }

    /// <summary>Whether any name comes from a script that leaves vowels out.</summary>
    public required bool HasVowelless { get; init; }

    /// <summary>Tokens in Latin letters by their <see cref="SoundKey"/>.</summary>
    public required KeyTable Sounds { get; init; }

    /// <summary>By subject: in which scripts the register has names of it.</summary>
    public required ushort[] Scripts { get; init; }

    public required KeyTable Looks { get; init; }

    /// <summary>Tokens of five letters and more by themselves and by themselves without one letter (SymSpell).</summary>
    public required KeyTable Edits { get; init; }

    /// <summary>Entries by two of their tokens, by a token and a first letter, by a single token.</summary>
    public required KeyTable Pairs { get; init; }

    public ReadOnlySpan<NameUnit> UnitsOf(in NameEntry entry) => Units.AsSpan(entry.FirstUnit, entry.Units);

    /// <summary>Memory of the tables, in bytes; names of subjects are not counted.</summary>
    public long Bytes =>
        Words.Bytes + Looses.Bytes + Sounds.Bytes + (2L * Scripts.Length) + Looks.Bytes + Edits.Bytes + Pairs.Bytes + (Entries.LongLength * 16) + (Units.LongLength * 8)
        + (GivenWeights.LongLength * 8) + Tokens.Sum(t => 30L + (2 * t.Length));

    public static ulong PairKey(int first, int second) =>
        NameHash.Key(((ulong)(uint)Math.Min(first, second) << 32) | (uint)Math.Max(first, second), 11);

    /// <summary>An entry that has a name beginning with a letter beside a token.</summary>
    public static ulong InitialKey(char letter, int token) => NameHash.Key(((ulong)letter << 32) | (uint)token, 12);

    /// <summary>An entry that has only the letter itself beside a token.</summary>
    public static ulong BareInitialKey(char letter, int token) => NameHash.Key(((ulong)letter << 32) | (uint)token, 13);

    public static ulong SoloKey(int token) => NameHash.Key((uint)token, 14);

    public static int Value(int token, VariantKind kind) => (token << 3) | (int)kind;
}
