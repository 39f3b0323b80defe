using MimeKit;
using MimeKit.Text;
using Serjeant.Campaigns;
using Serjeant.Facts;
using Serjeant.Values;
using Xunit;

namespace Serjeant.Tests.Campaigns;

/// <summary>Eight real newsletters as two accounts received them: every field that differs is found, and nothing else.</summary>
public sealed class NewsletterPairTests
{
    [Theory]
    [InlineData("convertkit")]
    [InlineData("elaine")]
    [InlineData("fairmailing")]
    [InlineData("inxmail")]
    [InlineData("klaviyo")]
    [InlineData("newsletter2go")]
    [InlineData("sendinblue")]
    [InlineData("untracked")]
    public void Every_differing_field_of_a_real_pair_is_found_and_nothing_else(string service)
    {
        var (one, two) = (Read(service, "u1"), Read(service, "u2"));
        Assert.Equal(one.Urls.Length, two.Urls.Length);
        Assert.NotEmpty(one.Urls);
        var places = TokenDifferencer.Compare([one, two]).ToLookup(p => p.Url);
        var differing = 0;
        for (var i = 0; i < one.Urls.Length; i++)
        {
            // Brute force: cut both texts at every separator that a URL can have, and look at what differs.
            var missing = Differing(one.Urls[i].Url, two.Urls[i].Url).Where(piece => !places[i].Any(p => Covers(p.Value, piece))).ToArray();
            Assert.True(missing.Length == 0, $"{service} URL {i}: {missing.Length} differing pieces are in no reported field");
            if (one.Urls[i].Url == two.Urls[i].Url) Assert.Empty(places[i]);
            else Assert.NotEmpty(places[i]);
            if (one.Urls[i].Url != two.Urls[i].Url) differing++;
            // What is reported does differ: it does not stand in the other copy at all.
            Assert.All(places[i], p => Assert.False(Pieces(two.Urls[i].Url).Contains(Uri.EscapeDataString(p.Value))));
        }
        var tokens = TokenDifferencer.Find([one, two]);
        TestContext.Current.SendDiagnosticMessage($"{service}: {differing} of {one.Urls.Length} URLs differ; fields: {string.Join("; ", tokens.Select(t => $"{t.Host} {t.Field}{(t.ByOpening ? " (opening)" : "")}"))}");
        Assert.Equal(service == "untracked", tokens.IsEmpty);
        Assert.Equal(service is not "untracked", tokens.Any(t => t.ByOpening));
    }

    private static bool Covers(string value, string piece) =>
        value.Contains(Uri.UnescapeDataString(piece), StringComparison.Ordinal) || value.Contains(piece, StringComparison.Ordinal);

    private static IEnumerable<string> Differing(string a, string b)
    {
        var (left, right) = (Pieces(a), Pieces(b));
        if (left.Length != right.Length) (left, right) = (Coarse(a), Coarse(b));
        Assert.Equal(left.Length, right.Length);
        return left.Zip(right).Where(p => p.First != p.Second).Select(p => p.First);
    }

    private static string[] Pieces(string url) => url.Split('/', '?', '&', '=', '#', '.', '-', '_', '~', ',');

    private static string[] Coarse(string url) => url.Split('/', '?', '&', '#', '=');

    private static KeptMessage Read(string service, string account)
    {
        var folder = Path.Combine(Root(), "..", "shared", "corpora", "newsletter-pairs");
        Assert.SkipUnless(Directory.Exists(folder), "../shared/corpora/newsletter-pairs is not here: this test needs its mail, which is not ours to ship");
        var file = Directory.GetFiles(folder, $"{service}__*{account}.eml").Single();
        var message = MimeMessage.Load(file, TestContext.Current.CancellationToken);
        var text = message.HtmlBody ?? "";
        var words = text.Length;
        return new()
        {
            Id = Sha256.Of(File.ReadAllBytes(file)),
            Date = message.Date,
            Subject = message.Subject ?? "",
            Recipients = [message.Headers["X-Original-To"]!.ToLowerInvariant()],
            Template = new([.. Enumerable.Repeat(1u, TextTemplate.BinCount)], words),
            Urls = [.. Urls(text).Where(u => u.Url.StartsWith("http", StringComparison.OrdinalIgnoreCase)).Take(500)],
        };
    }

    /// <summary>href, src, background and style url() in the order in which they stand.</summary>
    private static IEnumerable<KeptUrl> Urls(string html)
    {
        using var reader = new StringReader(html);
        var tokenizer = new HtmlTokenizer(reader) { DecodeCharacterReferences = true };
        while (tokenizer.ReadNextToken(out var token))
        {
            if (token is not HtmlTagToken { IsEndTag: false } tag) continue;
            foreach (var attribute in tag.Attributes)
            {
                var value = attribute.Value?.Trim() ?? "";
                if (attribute.Id == HtmlAttributeId.Href) yield return new(value, LinkFire.Clicking, true);
                else if (attribute.Id is HtmlAttributeId.Src or HtmlAttributeId.Background) yield return new(value, LinkFire.Opening, true);
                else if (attribute.Id == HtmlAttributeId.Style)
                    for (var at = value.IndexOf("url(", StringComparison.Ordinal); at >= 0; at = value.IndexOf("url(", at + 4, StringComparison.Ordinal))
                        yield return new(value[(at + 4)..].Split(')')[0].Trim('\'', '"', ' '), LinkFire.Opening, true);
            }
        }
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Serjeant.slnx"))) folder = folder.Parent;
        return folder?.FullName ?? AppContext.BaseDirectory;
    }
}
