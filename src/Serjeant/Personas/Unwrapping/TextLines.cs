using System.Text;
using MimeKit;
using Serjeant.Facts.Body;
using Serjeant.Facts.Html;

namespace Serjeant.Personas.Unwrapping;

/// <summary>The text of a message line by line, as its reader sees the lines: where a forward begins is a matter of lines.</summary>
internal static class TextLines
{
    /// <summary>Characters and lines looked at of one text; a forward stands near the top.</summary>
    private const int MaximumCharacters = 1 << 20, MaximumLines = 20_000, MaximumLine = 4_000;

    public static List<string> Of(TextPart part)
    {
        using var text = TextDecoder.Decode(part, out _);
        text.Cut(MaximumCharacters);
        return part.IsHtml ? OfPage(text.Span) : Of(text.Span);
    }

    public static List<string> Of(ReadOnlySpan<char> text)
    {
        var lines = new List<string>();
        foreach (var line in text[..Math.Min(text.Length, MaximumCharacters)].EnumerateLines())
        {
            if (lines.Count == MaximumLines) break;
            lines.Add(Cut(line));
        }
        return lines;
    }

    private static List<string> OfPage(ReadOnlySpan<char> html)
    {
        var lines = new List<string>();
        var line = new StringBuilder();
        var scanner = new HtmlScanner(html);
        while (scanner.Next() && lines.Count < MaximumLines)
        {
            if (scanner.Piece == HtmlPiece.Text)
            {
                foreach (var c in CharacterReferences.Read(scanner.Content))
                    if (!char.IsWhiteSpace(c) || c == '\u00a0') line.Append(c);
                    else if (line.Length > 0 && line[^1] != ' ') line.Append(' ');
            }
            else if (scanner.Piece is HtmlPiece.StartTag or HtmlPiece.EndTag && Breaks(scanner.Tag))
            {
                lines.Add(Cut(line.ToString().AsSpan().Trim()));
                line.Clear();
            }
        }
        if (line.Length > 0) lines.Add(Cut(line.ToString()));
        // A paragraph ends and the next begins: one break for the eye.
        for (var i = lines.Count - 1; i > 0; i--)
            if (lines[i].Length == 0 && lines[i - 1].Length == 0) lines.RemoveAt(i);
        return lines;
    }

    private static bool Breaks(HtmlTag tag) =>
        tag is HtmlTag.Br or HtmlTag.P or HtmlTag.Div or HtmlTag.Tr or HtmlTag.Table or HtmlTag.Li or HtmlTag.Hr or HtmlTag.BlockQuote or HtmlTag.H1 or HtmlTag.H2 or HtmlTag.H3 or HtmlTag.H4;

    private static string Cut(ReadOnlySpan<char> line) => line[..Math.Min(line.Length, MaximumLine)].ToString();
}
