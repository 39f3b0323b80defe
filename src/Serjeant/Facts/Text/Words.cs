using System.Globalization;

namespace Serjeant.Facts.Text;

/// <summary>
/// The words of a text as 64-bit hashes, folded (lower case, Latin letters without marks), without numbers, web and mail addresses.
/// Reused from message to message by one thread: a scan makes no strings of words.
/// </summary>
internal sealed class Words
{
    /// <summary>Words looked at. What a mail wants from its reader stands in the first few thousand.</summary>
    private const int Maximum = 6_000;

    private readonly ulong[] _hashes = new ulong[Maximum];

    public ReadOnlySpan<ulong> Hashes => _hashes.AsSpan(0, Count);

    public int Count { get; private set; }

    /// <summary>Zero-width and soft-hyphen characters between two letters.</summary>
    public int InvisibleCharacters { get; private set; }

    /// <summary>Words with letters of Latin and of Cyrillic or Greek.</summary>
    public int MixedScriptWords { get; private set; }

    /// <summary>Letters by script, for the guess at the language: Latin, Cyrillic, Greek, Arabic, Hebrew, Han, Kana, Hangul, other.</summary>
    public int[] Letters { get; } = new int[9];

    public void Read(ReadOnlySpan<char> text)
    {
        Count = 0;
        InvisibleCharacters = 0;
        MixedScriptWords = 0;
        Array.Clear(Letters);
        Append(text);
    }

    public static ulong Hash(ReadOnlySpan<char> word)
    {
        var hash = Seed;
        foreach (var c in word) hash = Mix(hash, Fold(c));
        return Final(hash);
    }

    private const ulong Seed = 14695981039346656037UL;

    private void Append(ReadOnlySpan<char> text)
    {
        var i = 0;
        while (i < text.Length && Count < Maximum)
        {
            while (i < text.Length && text[i] <= ' ') i++;
            var end = i;
            var address = false;
            while (end < text.Length && text[end] > ' ')
            {
                // Addresses are no words: they change from copy to copy.
                if (text[end] == '@' || (text[end] == ':' && end + 2 < text.Length && text[end + 1] == '/' && text[end + 2] == '/')) address = true;
                end++;
            }
            if (!address) Token(text[i..end]);
            i = end;
        }
    }

    private void Token(ReadOnlySpan<char> token)
    {
        var hash = Seed;
        var length = 0;
        var digits = false;
        int scripts = 0, hidden = 0;
        foreach (var c in token)
        {
            if (c is >= 'a' and <= 'z')
            {
                hash = Mix(hash, c);
                length++;
                scripts |= 1;
                continue;
            }
            if (c is >= 'A' and <= 'Z')
            {
                hash = Mix(hash, (char)(c | 0x20));
                length++;
                scripts |= 1;
                continue;
            }
            if (char.IsAsciiDigit(c))
            {
                digits = true;
                continue;
            }
            if (c < 0x80)
            {
                if (c == '\'') continue;
                Finish();
                continue;
            }
            if (IsInvisible(c))
            {
                if (length > 0) hidden++;
                continue;
            }
            if (!char.IsLetter(c))
            {
                if (CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark) continue;
                Finish();
                continue;
            }
            var script = ScriptOf(c);
            Letters[script]++;
            if (script >= 5 && script != 8)
            {
                // Han, Kana and Hangul: every letter counts as a word of its own, there are no spaces to go by.
                Finish();
                hash = Mix(hash, c);
                length = 1;
                scripts = 0;
                Finish();
                continue;
            }
            hash = Mix(hash, Fold(c));
            length++;
            scripts |= script switch { 0 => 1, 1 or 2 => 2, _ => 4 };
        }
        Finish();

        void Finish()
        {
            if (length > 0)
            {
                Letters[0] += (scripts & 1) != 0 ? length : 0;
                InvisibleCharacters += hidden;
                if ((scripts & 3) == 3) MixedScriptWords++;
                if (!digits && Count < Maximum) _hashes[Count++] = Final(hash);
            }
            hash = Seed;
            length = 0;
            digits = false;
            scripts = 0;
            hidden = 0;
        }
    }

    public static bool IsInvisible(char c) => c is '\u00ad' or '\u200b' or '\u200c' or '\u200d' or '\u2060' or '\ufeff' or '\u034f' or '\u180e' or (>= '\u2061' and <= '\u2064');

    private static int ScriptOf(char c) => c switch
    {
        < '\u0370' => 0,
        < '\u0400' => 2,
        < '\u0530' => 1,
        >= '\u0590' and < '\u0600' => 4,
        >= '\u0600' and < '\u0780' => 3,
        >= '\u1e00' and < '\u1f00' => 0,
        >= '\u1f00' and < '\u2000' => 2,
        >= '\u3040' and < '\u3100' => 6,
        >= '\u3400' and < '\ua000' => 5,
        >= '\uac00' and < '\ud7b0' => 7,
        _ => 8,
    };

    /// <summary>Latin-1 and Latin Extended-A to their base letters; other letters to lower case.</summary>
    private static char Fold(char c)
    {
        if (c < 0x80) return c is >= 'A' and <= 'Z' ? (char)(c | 0x20) : c;
        if (c is >= '\u00c0' and < '\u0180') return FoldedLatin[c - 0xc0];
        return char.ToLowerInvariant(c);
    }

    private static readonly string FoldedLatin =
        "aaaaaaaceeeeiiiidnooooo\u00d7ouuuuyts" + "aaaaaaaceeeeiiiidnooooo\u00f7ouuuuyty"
        + "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkkllllllllllnnnnnnnnnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";

    private static ulong Mix(ulong hash, char c) => (hash ^ c) * 1099511628211UL;

    private static ulong Final(ulong hash)
    {
        hash ^= hash >> 32;
        hash *= 0x9E3779B97F4A7C15UL;
        return hash ^ (hash >> 29);
    }
}
