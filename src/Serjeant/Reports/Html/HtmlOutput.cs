using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace Serjeant.Reports.Html;

/// <summary>
/// Writes HTML by interpolated strings: the literal is markup, every hole is text and is escaped. Text of mail and of the roster goes
/// into holes marked with a length (<c>:80</c>): it is made visible, defanged and set apart by bdi, so that no name or subject can turn
/// the line round that it stands in. Names of files and titles go into holes marked <c>:s80</c>: the same, not defanged.
/// </summary>
internal sealed class HtmlOutput(TextWriter output)
{
    private static readonly SearchValues<char> Special = SearchValues.Create("&<>\"'");

    /// <summary>Bytes written so far, in UTF-8.</summary>
    public long Bytes { get; private set; }

    /// <summary>Writes markup with text in its holes; the compiler has already written it through <see cref="Markup"/>.</summary>
    public HtmlOutput Write([InterpolatedStringHandlerArgument("")] ref Markup markup)
    {
        _ = markup;
        return this;
    }

    /// <summary>Markup that the program itself holds; a variable never goes here.</summary>
    public void Literal(string markup)
    {
        Bytes += Encoding.UTF8.GetByteCount(markup);
        output.Write(markup);
    }

    /// <summary>A sentence of the shared wording.</summary>
    public void Write(ImmutableArray<Phrase> phrases)
    {
        foreach (var phrase in phrases)
            switch (phrase.Kind)
            {
                case PhraseKind.Figure: Write($"<strong>{phrase.Text}</strong>"); break;
                case PhraseKind.Quoted: Write($"<bdi class=\"q\">{phrase.Text}</bdi>"); break;
                default: Text(phrase.Text); break;
            }
    }

    private void Text(string text)
    {
        var rest = text.AsSpan();
        Bytes += Encoding.UTF8.GetByteCount(text);
        while (rest.IndexOfAny(Special) is >= 0 and var at)
        {
            output.Write(rest[..at]);
            var escaped = rest[at] switch { '&' => "&amp;", '<' => "&lt;", '>' => "&gt;", '"' => "&quot;", _ => "&#39;" };
            output.Write(escaped);
            Bytes += escaped.Length - 1;
            rest = rest[(at + 1)..];
        }
        output.Write(rest);
    }

    /// <summary>Filled by the compiler from an interpolated string.</summary>
    [InterpolatedStringHandler]
    internal readonly ref struct Markup
    {
        private readonly HtmlOutput _html;

        public Markup(int literals, int holes, HtmlOutput html)
        {
            _ = literals + holes;
            _html = html;
        }

        public void AppendLiteral(string markup) => _html.Literal(markup);

        public void AppendFormatted(string text) => _html.Text(text);

        public void AppendFormatted(long number) => _html.Text(number.ToString("N0", CultureInfo.InvariantCulture));

        /// <summary>A length or place in a drawing.</summary>
        public void AppendFormatted(double number) => _html.Text(double.IsFinite(number) ? number.ToString("0.##", CultureInfo.InvariantCulture) : "0");

        public void AppendFormatted(string text, string format)
        {
            _html.Literal("<bdi>");
            _html.Text(format[0] == 's'
                ? MailText.Show(text, int.Parse(format.AsSpan(1), CultureInfo.InvariantCulture))
                : MailText.Defang(text, int.Parse(format, CultureInfo.InvariantCulture)));
            _html.Literal("</bdi>");
        }
    }
}
