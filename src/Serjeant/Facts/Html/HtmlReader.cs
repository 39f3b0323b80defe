using Serjeant.Facts.Unwrapping;

namespace Serjeant.Facts.Html;

/// <summary>
/// Reads HTML the way a mail client shows it, as far as links, callbacks and what the reader sees are concerned. No tree is built,
/// nothing is fetched, nothing throws.
/// </summary>
internal sealed class HtmlReader(FactsLimits limits, LinkUnwrapper unwrapper)
{
    /// <summary>Pages within pages (srcdoc, comments for Outlook); more than one within another is made to keep us busy.</summary>
    private const int MaximumLayers = 3;

    public void Read(ReadOnlySpan<char> html, HtmlFacts facts)
    {
        var reading = new HtmlReading(limits, unwrapper, facts);
        Read(html, reading, 0);
        reading.Finish();
    }

    private static void Read(ReadOnlySpan<char> html, HtmlReading reading, int layer)
    {
        var scanner = new HtmlScanner(html);
        while (scanner.Next())
        {
            switch (scanner.Piece)
            {
                case HtmlPiece.StartTag:
                    reading.StartTag(ref scanner);
                    if (reading.TakeDocument() is { } document) Within(document, reading, layer);
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
                case HtmlPiece.ConditionalComment:
                    Within(OutlookComment.Inside(scanner.Content), reading, layer);
                    break;
            }
        }
    }

    private static void Within(ReadOnlySpan<char> html, HtmlReading reading, int layer)
    {
        if (html.IsEmpty || layer >= MaximumLayers) return;
        var within = reading.Within();
        Read(html, within, layer + 1);
        within.Finish();
    }
}
