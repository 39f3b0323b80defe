using System.Buffers;
using System.Text;

namespace Serjeant.Facts.Html;

/// <summary>Text as HTML shows it: runs of white space are one space.</summary>
internal static class FoldedText
{
    private static readonly SearchValues<char> Spaces = SearchValues.Create(" \n\r\t\u00a0\f");

    public static void Space(StringBuilder text)
    {
        if (text.Length > 0 && text[^1] != ' ') text.Append(' ');
    }

    /// <param name="maximum">Characters that the whole text may have.</param>
    public static void Append(StringBuilder text, ReadOnlySpan<char> more, int maximum)
    {
        while (!more.IsEmpty && text.Length < maximum)
        {
            var end = more.IndexOfAny(Spaces);
            if (end < 0) end = more.Length;
            if (end > 0) text.Append(more[..Math.Min(end, maximum - text.Length)]);
            if (end == more.Length) return;
            Space(text);
            var next = more[end..].IndexOfAnyExcept(Spaces);
            if (next < 0) return;
            more = more[(end + next)..];
        }
    }
}
