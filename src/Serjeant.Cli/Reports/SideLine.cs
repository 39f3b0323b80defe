using System.Globalization;
using System.Text;
using Spectre.Console.Rendering;

namespace Serjeant.Cli.Reports;

/// <summary>One line of one side: letters, each with the cells that it takes and whether it is marked.</summary>
internal sealed class SideLine
{
    public static readonly SideLine Empty = new();

    private readonly List<(string Text, int Cells, bool Marked)> _letters = [];

    public bool Marked => _letters.Any(l => l.Marked);

    private int Cells => _letters.Sum(l => l.Cells);

    /// <summary>Broken to a width, after a sign that parts names where there is one in the second half of the line.</summary>
    public static List<SideLine> Wrap(IEnumerable<(string Text, bool Marked)> pieces, int width)
    {
        var letters = pieces.SelectMany(p => Elements(p.Text).Select(e => (e, new Segment(e).CellCount(), p.Marked))).ToList();
        var lines = new List<SideLine>();
        for (var at = 0; at < letters.Count;)
        {
            var (end, cells, fit) = (at, 0, -1);
            while (end < letters.Count && cells + letters[end].Item2 <= width)
            {
                cells += letters[end].Item2;
                end++;
                if (cells * 2 >= width && letters[end - 1].e is " " or "@" or "[.]" or "-" or ".") fit = end;
            }
            if (end < letters.Count && fit > 0) end = fit;
            if (end == at) end++;
            var line = new SideLine();
            line._letters.AddRange(letters[at..end]);
            lines.Add(line);
            at = end;
        }
        return lines;
    }

    /// <summary>With marks as markup, and spaces up to a width.</summary>
    public string Markup(int width)
    {
        var text = new StringBuilder();
        foreach (var (letter, _, marked) in _letters)
            text.Append(marked ? $"[bold underline red]{Spectre.Console.Markup.Escape(letter)}[/]" : Spectre.Console.Markup.Escape(letter));
        return text.Append(' ', Math.Max(0, width - Cells)).ToString();
    }

    public string Carets(int width)
    {
        var text = new StringBuilder();
        foreach (var (_, cells, marked) in _letters) text.Append(marked ? '^' : ' ', cells);
        return text.Append(' ', Math.Max(0, width - Cells)).ToString();
    }

    /// <summary>Letters with their marks; the bracketed dot of a host stays whole.</summary>
    private static IEnumerable<string> Elements(string text)
    {
        var elements = StringInfo.GetTextElementEnumerator(text);
        var open = "";
        while (elements.MoveNext())
        {
            open += elements.GetTextElement();
            if (open.Length < 3 && "[.]".StartsWith(open, StringComparison.Ordinal)) continue;
            yield return open;
            open = "";
        }
        if (open.Length > 0) yield return open;
    }
}
