namespace Serjeant.Reports.Html;

/// <summary>What every page begins with: nothing may be loaded, run, followed or indexed.</summary>
internal static class HtmlPage
{
    /// <param name="html">Where to.</param>
    /// <param name="title">Of the page.</param>
    /// <param name="skip">What the link past the head says; it leads to the element called "found".</param>
    public static void Begin(HtmlOutput html, string title, string skip)
    {
        html.Write($"""
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="referrer" content="no-referrer">
            <meta name="robots" content="noindex, noarchive">
            <meta name="format-detection" content="telephone=no, date=no, address=no, email=no, url=no">
            <meta name="color-scheme" content="light dark">
            <title>Serjeant: {MailText.Show(title)}</title>
            <style>

            """);
        html.Literal(HtmlStyle.Sheet);
        html.Write($"</style>\n</head>\n<body>\n<a class=\"skip\" href=\"#found\">{skip}</a>\n");
    }
}
