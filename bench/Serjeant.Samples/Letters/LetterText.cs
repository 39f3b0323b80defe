using System.Globalization;
using System.Text;
using Serjeant.Samples.Mime;

namespace Serjeant.Samples.Letters;

/// <summary>The body of a letter, as text and as the HTML of three families of programs.</summary>
internal static class LetterText
{
    private const int LineWidth = 76;

    public static string Plain(Letter letter)
    {
        var text = new StringBuilder();
        foreach (var paragraph in letter.Paragraphs)
            text.Append(Wrapped(paragraph)).Append("\n\n");
        foreach (var line in letter.Signature)
            text.Append(line).Append('\n');
        if (letter.Answers is { } answered)
        {
            text.Append("\n\n").Append(Attribution(answered)).Append("\n\n");
            foreach (var line in string.Join("\n\n", answered.Paragraphs.Select(Wrapped)).Split('\n'))
                text.Append('>').Append(line.Length > 0 ? " " : "").Append(line).Append('\n');
        }
        return text.ToString();
    }

    public static string Outlook(Letter letter)
    {
        var text = new StringBuilder("<html xmlns:v=\"urn:schemas-microsoft-com:vml\" xmlns:o=\"urn:schemas-microsoft-com:office:office\" xmlns=\"http://www.w3.org/TR/REC-html40\">\n<head>\n<meta http-equiv=\"Content-Type\" content=\"text/html; charset=utf-8\">\n<meta name=\"Generator\" content=\"Microsoft Word 15 (filtered medium)\">\n<style><!--\n@font-face {font-family:Calibri; panose-1:2 15 5 2 2 2 4 3 2 4;}\np.MsoNormal, li.MsoNormal, div.MsoNormal {margin:0cm; font-size:11.0pt; font-family:\"Calibri\",sans-serif;}\na:link, span.MsoHyperlink {mso-style-priority:99; color:#0563C1; text-decoration:underline;}\n--></style>\n</head>\n<body lang=\"EN-GB\" link=\"#0563C1\" vlink=\"#954F72\">\n<div class=\"WordSection1\">\n");
        foreach (var paragraph in letter.Paragraphs)
            text.Append("<p class=\"MsoNormal\">").Append(Lines(paragraph)).Append("<o:p></o:p></p>\n<p class=\"MsoNormal\"><o:p>&nbsp;</o:p></p>\n");
        foreach (var line in letter.Signature)
            text.Append("<p class=\"MsoNormal\"><span style=\"color:#1F3864\">").Append(Html.Escape(line)).Append("<o:p></o:p></span></p>\n");
        text.Append(letter.HtmlTail);
        if (letter.Answers is { } answered)
        {
            text.Append("<div style=\"border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0cm 0cm 0cm\">\n<p class=\"MsoNormal\"><b>From:</b> ")
                .Append(Html.Escape($"{answered.Author.Name} <{answered.Author.Address}>")).Append("<br><b>Sent:</b> ").Append(When(answered.At))
                .Append("<br><b>Subject:</b> ").Append(Html.Escape(letter.Subject)).Append("<o:p></o:p></p>\n</div>\n");
            foreach (var paragraph in answered.Paragraphs)
                text.Append("<p class=\"MsoNormal\">").Append(Lines(paragraph)).Append("<o:p></o:p></p>\n");
        }
        return text.Append("</div>\n</body>\n</html>\n").ToString();
    }

    public static string Apple(Letter letter)
    {
        var text = new StringBuilder("<html><head><meta http-equiv=\"Content-Type\" content=\"text/html; charset=utf-8\"></head><body style=\"word-wrap: break-word; -webkit-nbsp-mode: space; line-break: after-white-space;\" class=\"\">");
        text.Append(string.Join("<div class=\"\"><br class=\"\"></div>\n", letter.Paragraphs.Select(p => $"<div class=\"\">{Lines(p)}</div>")));
        text.Append("<div class=\"\"><br class=\"\"></div>").Append(string.Join("<br class=\"\">\n", letter.Signature.Select(Html.Escape)));
        text.Append(letter.HtmlTail);
        if (letter.Answers is { } answered)
            text.Append("<div><br class=\"\"><blockquote type=\"cite\" class=\"\"><div class=\"\">").Append(Html.Escape(Attribution(answered))).Append("</div><br class=\"Apple-interchange-newline\">\n")
                .Append(string.Join("<br class=\"\">", answered.Paragraphs.Select(Lines))).Append("</blockquote></div>");
        return text.Append("<br class=\"\"></body></html>\n").ToString();
    }

    public static string Webmail(Letter letter)
    {
        var text = new StringBuilder("<div dir=\"ltr\">");
        text.Append(string.Join("<div><br></div>\n", letter.Paragraphs.Select(p => $"<div>{Lines(p)}</div>")));
        text.Append("<div><br></div>").Append(string.Join("<br>\n", letter.Signature.Select(Html.Escape))).Append("</div>\n");
        text.Append(letter.HtmlTail);
        if (letter.Answers is { } answered)
            text.Append("<br><div class=\"gmail_quote\"><div dir=\"ltr\" class=\"gmail_attr\">").Append(Html.Escape(Attribution(answered)))
                .Append("<br></div><blockquote class=\"gmail_quote\" style=\"margin:0px 0px 0px 0.8ex;border-left:1px solid rgb(204,204,204);padding-left:1ex\"><div dir=\"ltr\">")
                .Append(string.Join("<div><br></div>\n", answered.Paragraphs.Select(p => $"<div>{Lines(p)}</div>"))).Append("</div></blockquote></div>\n");
        return text.ToString();
    }

    /// <summary>Breaks lines at spaces, as text mail does.</summary>
    public static string Wrapped(string paragraph)
    {
        var text = new StringBuilder();
        foreach (var line in paragraph.Split('\n'))
        {
            var column = 0;
            foreach (var word in line.Split(' '))
            {
                if (column > 0 && column + 1 + word.Length > LineWidth)
                {
                    text.Append('\n');
                    column = 0;
                }
                text.Append(column > 0 ? " " : "").Append(word);
                column += word.Length + 1;
            }
            text.Append('\n');
        }
        return text.ToString(0, text.Length - 1);
    }

    private static string Lines(string paragraph) => Html.Escape(paragraph).Replace("\n", "<br>\n", StringComparison.Ordinal);

    private static string Attribution(Quoted answered) => $"On {When(answered.At)}, {answered.Author.Name} <{answered.Author.Address}> wrote:";

    private static string When(DateTimeOffset at) => at.ToString("d MMM yyyy 'at' HH:mm", CultureInfo.InvariantCulture);
}
