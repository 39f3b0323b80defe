namespace Serjeant.Registers.Names;

/// <summary>How an atom was written.</summary>
[Flags]
internal enum AtomMarks : byte
{
    None = 0,
    /// <summary>Written together with the atom before it: by hyphen, apostrophe, or a capital within a word.</summary>
    Linked = 1,
    /// <summary>All capitals, two letters or more.</summary>
    Capitals = 2,
    /// <summary>A comma follows.</summary>
    Comma = 4,
    /// <summary>Letters outside ASCII in what was written.</summary>
    Foreign = 8,
    /// <summary>Holds digits.</summary>
    Digits = 16,
    /// <summary>Han, Hangul or Kana: written without spaces, so that one atom can be a whole name.</summary>
    Unspaced = 32,
    /// <summary>Linked by an apostrophe to the atom before it.</summary>
    Apostrophe = 64,
}

/// <summary>The smallest piece of a name: letters without anything between them.</summary>
/// <param name="Start">Where its folded letters begin in the text's letters.</param>
/// <param name="Hash">Of the folded letters.</param>
/// <param name="Region">Pieces apart by brackets, bars, slashes or such words as "via" are in different regions.</param>
/// <param name="Commas">Commas before it in its region.</param>
internal record struct NameAtom(int Start, int Length, ulong Hash, AtomMarks Marks, byte Region, byte Commas)
{
    public WordKinds Kinds { get; set; }

    /// <summary>Hash of what the eye makes of the letters as they were written, where it is not that of the folded letters.</summary>
    public ulong LookHash { get; set; }

    /// <summary>Where it began in the text as it was written, or in its plain form where letters had to be made plain.</summary>
    public int At { get; set; }

    /// <summary>"JR", "JRR".</summary>
    public readonly bool MayBeInitials => Length is 2 or 3 && (Marks & (AtomMarks.Capitals | AtomMarks.Unspaced)) == AtomMarks.Capitals && !Is(WordKinds.Title | WordKinds.Office);

    public readonly bool Has(AtomMarks marks) => (Marks & marks) != 0;

    public readonly bool Is(WordKinds kinds) => (Kinds & kinds) != 0;
}
