using System.Text;

namespace Serjeant.Facts.Attachments;

/// <summary>Searches bytes for ASCII words in any case; the runtime has this for characters only.</summary>
internal static class AsciiText
{
    /// <param name="word">At least one byte; its first should be a letter or rare.</param>
    public static int IndexOf(ReadOnlySpan<byte> text, ReadOnlySpan<byte> word)
    {
        var from = 0;
        var lower = (byte)char.ToLowerInvariant((char)word[0]);
        var upper = (byte)char.ToUpperInvariant((char)word[0]);
        while (text.Length - from >= word.Length)
        {
            var hit = text[from..(text.Length - word.Length + 1)].IndexOfAny(lower, upper);
            if (hit < 0) return -1;
            from += hit;
            if (Ascii.EqualsIgnoreCase(text.Slice(from, word.Length), word)) return from;
            from++;
        }
        return -1;
    }
}
