using Serjeant.Facts.Unwrapping;

namespace Serjeant.Facts.Html;

/// <summary>
/// Reads HTML the way a mail client shows it, as far as links, callbacks and what the reader sees are concerned. No tree is built,
/// nothing is fetched, nothing throws.
/// </summary>
internal sealed class HtmlReader(FactsLimits limits, LinkUnwrapper unwrapper)
{
    public void Read(string html, HtmlFacts facts)
    {
        var reading = new HtmlReading(limits, unwrapper, facts);
        var scanner = new HtmlScanner(html);
        while (scanner.Next())
        {
            switch (scanner.Piece)
            {
                case HtmlPiece.StartTag:
                    reading.StartTag(ref scanner);
                    break;
                case HtmlPiece.EndTag:
                    reading.EndTag(scanner.Tag);
                    break;
                case HtmlPiece.Text:
                    reading.Text(scanner.Content);
                    break;
                case HtmlPiece.Style:
                    reading.Style(scanner.Content);
                    break;
                case HtmlPiece.Script:
                    reading.Script(scanner.Content);
                    break;
            }
        }
        reading.Finish();
    }
}
