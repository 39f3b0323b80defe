using Serjeant.Values;

namespace Serjeant.Registers.Names;

/// <summary>What the eye makes of a word of a name: <see cref="Look"/>, and digits read as the letters they are drawn for.</summary>
internal static class NameLook
{
    /// <summary>Hash of the look of folded ASCII letters, without a string being made.</summary>
    public static ulong HashOf(ReadOnlySpan<char> word)
    {
        ulong hash = 0;
        for (var i = 0; i < word.Length; i++)
        {
            var c = Letter(word[i]);
            if (i + 1 < word.Length)
            {
                var next = Letter(word[i + 1]);
                var pair = (c, next) switch { ('r', 'n') => 'm', ('v', 'v') => 'w', ('c', 'l') => 'd', _ => '\0' };
                if (pair != '\0') (c, i) = (pair, i + 1);
            }
            hash = NameHash.Append(hash, c);
        }
        return hash;
    }

    /// <summary>The same of a word in any letters, as it was written: capitals of other scripts look like other letters than small ones.</summary>
    public static ulong HashOfWritten(string word) => HashOf(Look.Of(word));

    private static char Letter(char c) => c switch
    {
        '0' => 'o',
        '1' or 'i' or '|' or '!' => 'l',
        '3' => 'e',
        '4' or '@' => 'a',
        '5' or '$' => 's',
        '6' or '9' => 'g',
        '7' => 't',
        '8' => 'b',
        _ => c,
    };
}
