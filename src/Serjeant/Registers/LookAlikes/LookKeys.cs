using System.Runtime.CompilerServices;

namespace Serjeant.Registers.LookAlikes;

/// <summary>
/// Forms of a label and their 64-bit keys. Two labels that can be taken for each other agree in at least one key; that they are
/// really near is decided by <see cref="EditScript"/>, so a chance agreement costs time only.
/// </summary>
internal static class LookKeys
{
    /// <summary>The families of keys: a key of one never meets one of another.</summary>
    public const ulong Letter = 0x9E3779B97F4A7C15, Glance = 0xC2B2AE3D27D4EB4F, Consonant = 0x165667B19E3779F9, Part = 0x27D4EB2F165667C5, Whole = 0x85EBCA77C2B2AE63, Head = 0x8DA6B343D6E8FEB9, Tail = 0xD8163841CB1AB31F, Joined = 0xA0761D6478BD642F;

    // Keyed anew in every process, as strings are hashed, so that nobody can send names that all fall into one slot.
    private static readonly ulong Factor = ((ulong)(uint)string.GetHashCode("look") << 32 | (uint)string.GetHashCode("alike")) | 1;
    private static readonly ulong Inverse = InverseOf(Factor);
    private static readonly ulong[] Powers = PowersOf(Factor);

    private static readonly byte[] GlanceOf = Classes("o0|nmr|bd|ce38|gq69|vw|s5|z2|a4|t7", dropped: "il1-");
    private static readonly byte[] ConsonantOf = Classes("b", dropped: "aeiou-");
    private static readonly byte[] SightOf = Classes("o0|li1|e3|s5|a4", dropped: "-.");

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Finish(ulong hash, ulong family)
    {
        hash += family;
        hash = (hash ^ (hash >> 32)) * 0xD6E8FEB86659FD93;
        return hash ^ (hash >> 32);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Hash(ReadOnlySpan<byte> text)
    {
        ulong hash = 0;
        for (var i = 0; i < text.Length; i++) hash += text[i] * Powers[i];
        return hash;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Key(ReadOnlySpan<byte> text, ulong family) => Finish(Hash(text), family);

    /// <summary>The key of a text and of each text that lacks one of its letters (Garbe's symmetric deletion; Mor and Fraenkel, 1982).</summary>
    public static int Deletions(ReadOnlySpan<byte> text, ulong family, Span<ulong> keys)
    {
        var hash = Hash(text);
        var count = 0;
        keys[count++] = Finish(hash, family);
        ulong before = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var with = before + text[i] * Powers[i];
            if (i == 0 || text[i] != text[i - 1]) keys[count++] = Finish(before + (hash - with) * Inverse, family);
            before = with;
        }
        return count;
    }

    public static int Only(ReadOnlySpan<byte> text, ulong family, Span<ulong> keys)
    {
        keys[0] = Key(text, family);
        return 1;
    }

    /// <summary>Without hyphens.</summary>
    public static int Squeeze(ReadOnlySpan<byte> text, Span<byte> into)
    {
        var count = 0;
        foreach (var c in text)
            if (c != '-') into[count++] = c;
        return count;
    }

    /// <summary>What is left at a glance: every letter that is drawn like another made one, thin strokes gone, rows of one letter short.</summary>
    public static int AtAGlance(ReadOnlySpan<byte> text, Span<byte> into)
    {
        var count = 0;
        for (var i = 0; i < text.Length; i++)
        {
            byte c;
            if (text[i] == 'c' && i + 1 < text.Length && text[i + 1] is (byte)'l' or (byte)'1')
            {
                c = (byte)'b';
                i++;
            }
            else
            {
                c = GlanceOf[text[i] & 0x7f];
            }
            if (c != 0 && (count == 0 || into[count - 1] != c)) into[count++] = c;
        }
        return count;
    }

    /// <summary>Two bits for every class of letters that look alike: whether it stands in a text, and whether more than once.</summary>
    public static ulong Mask(ReadOnlySpan<byte> text)
    {
        ulong mask = 0;
        foreach (var c in text)
        {
            var bit = (GlanceOf[c & 0x7f] & 31) << 1;
            mask |= (mask >> bit & 1) << (bit + 1) | 1UL << bit;
        }
        return mask & ~3UL; // what is not seen at a glance
    }

    /// <summary>Consonants and digits, rows of one short.</summary>
    public static int Consonants(ReadOnlySpan<byte> text, Span<byte> into)
    {
        var count = 0;
        byte last = 0;
        foreach (var letter in text)
        {
            var c = ConsonantOf[letter & 0x7f];
            if (c == 0 || c == last) continue;
            into[count++] = last = c;
        }
        return count;
    }

    /// <summary>
    /// What the eye makes of a longer text when it looks for a name in it: digits as letters, pairs as the letter they are drawn like,
    /// hyphens and dots gone. <paramref name="ends"/> tells behind which letter of the text each of them ends.
    /// </summary>
    public static int Sight(ReadOnlySpan<byte> text, Span<byte> into, Span<byte> ends)
    {
        var count = 0;
        byte last = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var c = SightOf[text[i] & 0x7f];
            if (c == 0)
            {
                last = 0;
                continue;
            }
            var pair = (last, text[i]) switch
            {
                ((byte)'r', (byte)'n') => (byte)'m',
                ((byte)'v', (byte)'v') => (byte)'w',
                ((byte)'c', (byte)'l' or (byte)'1') => (byte)'d',
                _ => (byte)0,
            };
            if (pair != 0)
            {
                c = pair;
                count--;
            }
            last = pair != 0 ? (byte)0 : c;
            ends[count] = (byte)(i + 1);
            into[count++] = c;
        }
        return count;
    }

    /// <summary>First of a class stands for all of it; what is dropped becomes 0.</summary>
    private static byte[] Classes(string classes, string dropped)
    {
        var map = new byte[128];
        for (var i = 0; i < map.Length; i++) map[i] = (byte)i;
        foreach (var one in classes.Split('|'))
            foreach (var c in one) map[c] = (byte)one[0];
        foreach (var c in dropped) map[c] = 0;
        return map;
    }

    private static ulong[] PowersOf(ulong factor)
    {
        var powers = new ulong[256];
        powers[0] = 1;
        for (var i = 1; i < powers.Length; i++) powers[i] = powers[i - 1] * factor;
        return powers;
    }

    /// <summary>Newton's iteration: each round doubles the bits that are right.</summary>
    private static ulong InverseOf(ulong odd)
    {
        var inverse = odd;
        for (var i = 0; i < 6; i++) inverse *= 2 - (odd * inverse);
        return inverse;
    }
}
