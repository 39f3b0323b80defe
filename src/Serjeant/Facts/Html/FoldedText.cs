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

    /// <summary>Characters in front of the first white space that must be folded: anything but a single blank between two others.</summary>
    private static int PlainLength(ReadOnlySpan<char> text)
    {
        var at = 0;
        while (true)
        {
            var space = text[at..].IndexOfAny(Spaces);
            if (space < 0) return text.Length;
            at += space;
            if (text[at] != ' ' || at == 0 || at + 1 == text.Length || text[at + 1] is ' ' or '\n' or '\r' or '\t' or '\u00a0' or '\f') return at;
            at += 2;
        }
    }

    /// <param name="maximum">Characters that the whole text may have.</param>
    public static void Append(StringBuilder text, ReadOnlySpan<char> more, int maximum)
    {
        while (!more.IsEmpty && text.Length < maximum)
        {
            var end = PlainLength(more);
            if (end > 0) text.Append(more[..Math.Min(end, maximum - text.Length)]);
            if (end == more.Length) return;
            Space(text);
            var next = more[end..].IndexOfAnyExcept(Spaces);
            if (next < 0) return;
            more = more[(end + next)..];
        }
    }
}
