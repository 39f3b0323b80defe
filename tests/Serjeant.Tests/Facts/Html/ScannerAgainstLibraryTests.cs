using MimeKit;
using MimeKit.Text;
using Serjeant.Facts.Html;
using Serjeant.Tests.Sources;
using Xunit;

namespace Serjeant.Tests.Facts.Html;

/// <summary>Holds our scanner against the library's tokenizer, tag by tag and attribute by attribute, on real mail.</summary>
public class ScannerAgainstLibraryTests
{
    [Theory]
    [InlineData("phish")]
    [InlineData("ham-2007")]
    [InlineData("newsletter-pairs")]
    public void The_scanner_finds_the_tags_links_and_styles_that_the_library_finds(string corpus)
    {
        var files = Directory.EnumerateFiles(Reading.Shared(corpus)).Order(StringComparer.Ordinal);
        int parts = 0, tags = 0, differing = 0;
        foreach (var file in files)
        {
            using var message = MimeMessage.Load(file, TestContext.Current.CancellationToken);
            foreach (var html in message.BodyParts.OfType<TextPart>().Where(t => t.IsHtml).Select(t => t.Text))
            {
                parts++;
                var ours = Ours(html);
                var theirs = Theirs(html);
                tags += theirs.Count;
                if (!ours.SequenceEqual(theirs)) differing++;
            }
        }
        TestContext.Current.SendDiagnosticMessage($"{corpus}: {parts} HTML parts, {tags} start tags, {differing} parts read otherwise");
        // They differ by intent in noscript, which mail programs show and the library passes over, and in a few broken pages.
        Assert.InRange(differing, 0, parts / 100);
    }

    private static List<string> Ours(string html)
    {
        var found = new List<string>();
        var scanner = new HtmlScanner(html);
        while (scanner.Next())
        {
            if (scanner.Piece != HtmlPiece.StartTag) continue;
            var attributes = HtmlAttributes.Read(scanner.Tag, scanner.Attributes);
            found.Add($"{scanner.Name.ToString().ToLowerInvariant()} {CharacterReferences.ReadAttribute(attributes.Href)} {CharacterReferences.ReadAttribute(attributes.Style)} {CharacterReferences.ReadAttribute(attributes.Class)}");
        }
        return found;
    }

    private static List<string> Theirs(string html)
    {
        var found = new List<string>();
        var tokens = new HtmlTokenizer(new StringReader(html));
        while (tokens.ReadNextToken(out var token))
        {
            if (token is not HtmlTagToken { IsEndTag: false } tag) continue;
            string Of(string name) => tag.Attributes.FirstOrDefault(a => a.Name.Equals(name, StringComparison.OrdinalIgnoreCase))?.Value ?? "";
            found.Add($"{tag.Name.ToLowerInvariant()} {Of("href")} {Of("style")} {Of("class")}");
        }
        return found;
    }
}
