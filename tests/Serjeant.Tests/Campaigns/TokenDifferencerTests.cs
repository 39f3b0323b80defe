using System.Security.Cryptography;
using System.Text;
using Serjeant.Campaigns;
using Xunit;

namespace Serjeant.Tests.Campaigns;

public sealed class TokenDifferencerTests
{
    private static readonly string Text = Words.Text(1, 100);

    private static Mail To(int person, params string[] pixels) => new() { To = person, Text = Text, Subject = "the same to all", Pixels = pixels };

    private static RecipientToken[] Find(params Mail[] mails) => [.. TokenDifferencer.Find(mails.Select(m => m.Keep()))];

    [Fact]
    public void A_path_segment_that_differs_between_recipients_is_a_token()
    {
        var token = Assert.Single(Find(To(0, "https://t.example/o/aaa1/x.gif"), To(2, "https://t.example/o/bbb2/x.gif"), To(4, "https://t.example/o/ccc3/x.gif")));
        Assert.Equal(new("t.example", "path 2", 3, 3, TokenEncoding.Opaque, true), token);
    }

    [Fact]
    public void A_token_that_stands_in_several_mails_is_counted_in_all_of_them()
    {
        var mails = from mail in Enumerable.Range(0, 3)
                    from reader in Enumerable.Range(0, 4)
                    select To((mail + reader) * 2, $"https://t.example/o/{Words.Token((mail * 10) + reader)}/x.gif", $"https://t.example/o/{Words.Token(500 + (mail * 10) + reader)}/y.gif")
                        with { Subject = $"mail {mail} of three", Text = Words.Text(mail + 30, 100), Day = mail };
        Assert.Equal(new("t.example", "path 2", 12, 6, TokenEncoding.Opaque, true), Assert.Single(Find([.. mails])));
    }

    [Theory]
    [InlineData("https://{0}.t.example/x.gif", "host label 1")]
    [InlineData("https://t.example/x.gif?c=7&u={0}", "query u")]
    [InlineData("https://t.example/x?{0}", "query")]
    [InlineData("https://t.example/x#{0}", "fragment")]
    [InlineData("https://t.example/camp9-{0}-logo.gif", "path 1 part 2")]
    [InlineData("https://t.example/x.gif?p=camp9.{0}", "query p part 2")]
    public void The_field_is_named_exactly(string url, string field)
    {
        var mails = Enumerable.Range(0, 4).Select(i => To(i * 2, string.Format(System.Globalization.CultureInfo.InvariantCulture, url, Words.Token(i, 8)))).ToArray();
        Assert.Equal(field, Assert.Single(Find(mails)).Field);
    }

    [Fact]
    public void What_is_the_same_for_all_is_no_token() => Assert.Empty(Find(To(0, "https://t.example/a.gif?c=9"), To(2, "https://t.example/a.gif?c=9"), To(4, "https://t.example/a.gif?c=9")));

    [Fact]
    public void One_link_more_for_one_reader_shifts_nothing()
    {
        var links = (string token) => Enumerable.Range(0, 6).Select(i => $"https://t.example/go/{Words.Token(500 + i, 10)}/{token}");
        var one = To(0) with { Links = [.. links("aaa1")] };
        var two = To(2) with { Links = [$"https://t.example/go/{Words.Token(999, 10)}/bbb2", .. links("bbb2")] };
        var token = Assert.Single(Find(one, two));
        Assert.Equal("path 3", token.Field);
    }

    [Fact]
    public void Hundreds_of_shuffled_links_cost_little()
    {
        var random = new Random(4);
        var mails = Enumerable.Range(0, 60).Select(i => To(i, [.. Enumerable.Range(0, 490 + (i % 7)).Select(n => $"https://t{random.Next(9)}.example/{string.Join('/', Enumerable.Range(0, 60))}/{Words.Token((i * 1_000) + n, 8)}")])).ToArray();
        var watch = System.Diagnostics.Stopwatch.StartNew();
        _ = Find(mails);
        Assert.True(watch.Elapsed.TotalSeconds < 20, $"{watch.Elapsed}");
    }

    [Fact]
    public void A_value_that_changes_with_every_copy_is_a_counter()
    {
        Assert.Empty(Find(To(0, "https://t.example/a.gif?n=1"), To(2, "https://t.example/a.gif?n=2"), To(0, "https://t.example/a.gif?n=3") with { Copy = 1 }, To(2, "https://t.example/a.gif?n=4") with { Copy = 2 }));
    }

    [Fact]
    public void A_value_that_half_the_recipients_share_is_a_segment_of_readers() =>
        Assert.Empty(Find(To(0, "https://t.example/a.gif?g=x"), To(2, "https://t.example/a.gif?g=y"), To(4, "https://t.example/a.gif?g=x"), To(6, "https://t.example/a.gif?g=y")));

    [Fact]
    public void Links_to_the_articles_of_two_issues_are_no_tokens()
    {
        var first = new Mail { To = 0, Day = 1, Subject = "first of May", Text = Words.Text(1), Skeleton = 5, Links = ["https://n.example/spring-garden"], Copy = 1 };
        var second = new Mail { To = 2, Day = 15, Subject = "mid of May", Text = Words.Text(2), Skeleton = 5, Links = ["https://n.example/summer-roses"], Copy = 2 };
        Assert.Empty(Find(first, second));
    }

    [Theory]
    [InlineData("plain", TokenEncoding.PlainAddress)]
    [InlineData("percent", TokenEncoding.PlainAddress)]
    [InlineData("verp", TokenEncoding.PlainAddress)]
    [InlineData("base64", TokenEncoding.Base64Address)]
    [InlineData("base64url", TokenEncoding.Base64Address)]
    [InlineData("hex", TokenEncoding.HexAddress)]
    [InlineData("md5", TokenEncoding.Md5Address)]
    [InlineData("sha1", TokenEncoding.Sha1Address)]
    [InlineData("sha256", TokenEncoding.Sha256Address)]
    [InlineData("md5 of the mailbox", TokenEncoding.Md5Address)]
    public void One_copy_shows_only_what_is_made_from_the_address(string encoding, TokenEncoding expected)
    {
        var address = FakeHouse.AddressOf(4);
        var bytes = Encoding.UTF8.GetBytes(address);
#pragma warning disable CA5350, CA5351
        var value = encoding switch
        {
            "percent" => Uri.EscapeDataString(address),
            "verp" => address.Replace('@', '='),
            "base64" => Uri.EscapeDataString(Convert.ToBase64String(bytes)),
            "base64url" => Convert.ToBase64String(bytes).TrimEnd('=').Replace('+', '-').Replace('/', '_'),
            "hex" => Convert.ToHexString(bytes),
            "md5" => Convert.ToHexStringLower(MD5.HashData(bytes)),
            "sha1" => Convert.ToHexStringLower(SHA1.HashData(bytes)),
            "sha256" => Convert.ToHexStringLower(SHA256.HashData(bytes)),
            "md5 of the mailbox" => Convert.ToHexString(MD5.HashData(Encoding.UTF8.GetBytes(address.Split('@')[0]))),
            _ => address,
        };
#pragma warning restore CA5350, CA5351
        var token = Assert.Single(Find(To(4, $"https://t.example/o?id={value}&x={Words.Token(3)}")));
        Assert.Equal(new("t.example", "query id", 1, 1, expected, true), token);
    }
}
