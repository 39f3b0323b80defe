using Serjeant.Registers;
using Serjeant.Values;
using Xunit;

namespace Serjeant.Tests.Registers;

public sealed class WarningListsTests
{
    private static readonly WarningLists Lists = WarningLists.Load();

    [Theory]
    [InlineData("gmail.com")]
    [InlineData("hotmail.co.uk")]
    [InlineData("yahoo.com.br")]
    [InlineData("gmx.de")]
    [InlineData("web.de")]
    [InlineData("mail.ru")]
    [InlineData("yandex.ru")]
    [InlineData("proton.me")]
    [InlineData("qq.com")]
    [InlineData("163.com")]
    [InlineData("naver.com")]
    [InlineData("libero.it")]
    [InlineData("orange.fr")]
    [InlineData("wp.pl")]
    [InlineData("seznam.cz")]
    [InlineData("uol.com.br")]
    [InlineData("t-online.de")]
    [InlineData("icloud.com")]
    [InlineData("rediffmail.com")]
    [InlineData("mailinator.com")]
    public void A_domain_where_anybody_gets_a_mailbox_is_freemail(string name) => Assert.True(Lists.IsFreemail(Domain(name)));

    [Theory]
    [InlineData("x.storage.googleapis.com")]
    [InlineData("mallory.web.app")]
    [InlineData("mallory.blob.core.windows.net")]
    [InlineData("bucket.s3.eu-west-1.amazonaws.com")]
    [InlineData("d1.cloudfront.net")]
    [InlineData("mallory.github.io")]
    [InlineData("mallory.weebly.com")]
    [InlineData("pub-1.r2.dev")]
    [InlineData("mallory.pages.dev")]
    [InlineData("mallory.workers.dev")]
    [InlineData("ipfs.io")]
    [InlineData("wetransfer.com")]
    [InlineData("forms.gle")]
    public void A_host_where_anybody_puts_pages_or_files_is_shared(string name) => Assert.True(Lists.IsSharedHosting(Domain(name)));

    [Theory]
    [InlineData("bit.ly")]
    [InlineData("t.co")]
    [InlineData("tinyurl.com")]
    [InlineData("is.gd")]
    public void A_shortener_is_known(string name) => Assert.True(Lists.IsShortener(Domain(name)));

    [Theory]
    [InlineData("www.google.com")]
    [InlineData("w3.org")]
    [InlineData("github.com")]
    [InlineData("fonts.gstatic.com")]
    [InlineData("gmail.com")]
    [InlineData("mallory.github.io")]
    public void What_everybody_uses_is_popular(string name) => Assert.True(Lists.IsPopular(Domain(name)));

    [Theory]
    [InlineData("parliament.example")]
    [InlineData("com")]
    [InlineData("co.uk")]
    [InlineData("notgmail.com")]
    public void Any_other_name_is_on_no_list(string name)
    {
        Assert.False(Lists.IsPopular(Domain(name)));
        Assert.False(Lists.IsShortener(Domain(name)));
    }

    [Fact]
    public void No_list_holds_a_top_level_domain_or_what_is_no_name()
    {
        foreach (var list in new[] { "freemail", "shared-hosting", "shorteners", "popular" })
            foreach (var line in ShippedData.ReadLines($"warninglists/{list}.txt").Where(l => !l.StartsWith('#')))
            {
                Assert.True(DomainName.TryParse(line, out var name) && name.Name == line, $"{list}: {line}");
                Assert.True(line.Contains('.', StringComparison.Ordinal), $"{list}: {line}");
            }
    }

    private static DomainName Domain(string text)
    {
        Assert.True(DomainName.TryParse(text, out var domain));
        return domain;
    }
}
