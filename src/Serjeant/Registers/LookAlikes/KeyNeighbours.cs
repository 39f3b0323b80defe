namespace Serjeant.Registers.LookAlikes;

/// <summary>One change of a label on the way from one to another.</summary>
internal enum Step : byte
{
    Same,
    Glyph,
    GlyphPair,
    GlyphJoined,
    Key,
    Vowel,
    Bit,
    Replace,
    Hyphen,
    Repeat,
    Plural,
    Add,
    Insert,
    Omit,
    Transpose,
}

/// <summary>Which letters are mistaken for which: by finger (QWERTY, QWERTZ, AZERTY, Dvorak, Colemak), by eye, by sound, by one flipped bit.</summary>
internal static class KeyNeighbours
{
    private static readonly string[][] Keyboards =
    [
        ["1234567890-", "qwertyuiop", "asdfghjkl", "zxcvbnm"],
        ["1234567890", "qwertzuiop", "asdfghjkl", "yxcvbnm"],
        ["1234567890", "azertyuiop", "qsdfghjklm", "wxcvbn"],
        ["1234567890", "   pyfgcrl", "aoeuidhtns", " qjkxbmwvz"],
        ["1234567890", "qwfpgjluy", "arstdhneio", "zxcvbkm"],
    ];

    private static readonly string[] Drawn = ["o0", "l1i", "ij", "mnr", "bd", "bh", "ce", "gq", "38", "69", "vw", "vu", "5s", "2z", "3e", "4a", "7t", "8b", "6b", "9g", "vy", "ft", "hn", "ao", "un", "ea", "pq"];

    // Indexed by both letters, since it is asked for every pair of every comparison.
    private static readonly (byte HalfBits, Step Step)[] Table = Make();

    /// <summary>What it takes to put one letter in the place of another, in half bits.</summary>
    public static (int HalfBits, Step Step) Replaced(byte from, byte to)
    {
        var (bits, step) = Table[((from & 0x7f) << 7) | (to & 0x7f)];
        return (bits, step);
    }

    /// <summary>Whether two keys lie side by side on some keyboard.</summary>
    public static bool Are(byte one, byte other) => Near[((one & 0x7f) << 7) | (other & 0x7f)];

    private static readonly bool[] Near = MakeNear();

    private static (byte, Step)[] Make()
    {
        var table = new (byte HalfBits, Step Step)[128 * 128];
        Array.Fill(table, ((byte)18, Step.Replace));
        var near = MakeNear();
        const string Vowels = "aeiou";
        for (var a = 0; a < 128; a++)
            for (var b = 0; b < 128; b++)
                if (Vowels.Contains((char)a, StringComparison.Ordinal) && Vowels.Contains((char)b, StringComparison.Ordinal)) table[(a << 7) | b] = (13, Step.Vowel);
                else if (near[(a << 7) | b]) table[(a << 7) | b] = (14, Step.Key);
                else if (int.IsPow2(a ^ b)) table[(a << 7) | b] = (15, Step.Bit);
        foreach (var group in Drawn)
            foreach (var a in group)
                foreach (var b in group)
                    if (a != b) table[(a << 7) | b] = (8, Step.Glyph);
        return table;
    }

    private static bool[] MakeNear()
    {
        var near = new bool[128 * 128];
        foreach (var rows in Keyboards)
            for (var row = 0; row < rows.Length; row++)
                for (var column = 0; column < rows[row].Length; column++)
                    foreach (var (down, right) in ((int, int)[])[(0, 1), (1, -1), (1, 0)])
                        if (row + down < rows.Length && column + right is >= 0 and var at && at < rows[row + down].Length)
                        {
                            var (a, b) = (rows[row][column], rows[row + down][at]);
                            if (a == ' ' || b == ' ') continue;
                            near[(a << 7) | b] = near[(b << 7) | a] = true;
                        }
        return near;
    }
}
