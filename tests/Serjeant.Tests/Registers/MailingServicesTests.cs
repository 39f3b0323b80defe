using Serjeant.Registers;
using Serjeant.Values;
using Xunit;

namespace Serjeant.Tests.Registers;

public sealed class MailingServicesTests
{
    private static readonly MailingServices Services = MailingServices.Load();

    [Fact]
    public void At_least_eighty_services_are_known_each_by_something() =>
        Assert.All(Services.All, s => Assert.True(Services.All.Length >= 80 && s.Hosts.Length + s.Headers.Length > 0, s.Name));

    [Theory]
    [InlineData("x-mc-user", "Mailchimp")]
    [InlineData("x-sg-eid", "SendGrid")]
    [InlineData("x-kmail-account", "Klaviyo")]
    [InlineData("x-ma-provider", "Elaine (artegic)")]
    [InlineData("x-phplist-version", "phpList")]
    [InlineData("x-sib-id", "Brevo (Sendinblue)")]
    public void A_service_is_found_by_a_header_that_only_its_mail_carries(string header, string name) => Assert.Equal(name, Services.FindByHeader(header)?.Name);

    [Theory]
    [InlineData("click.convertkit-mail4.com", "ConvertKit (Kit)")]
    [InlineData("trk.klclick.com", "Klaviyo")]
    [InlineData("ts-svc.inxserver.com", "Inxmail")]
    [InlineData("amxe.net", "Newsletter2Go")]
    [InlineData("x.us1.list-manage.com", "Mailchimp")]
    public void A_service_is_found_by_its_host_or_a_parent(string host, string name)
    {
        Assert.True(DomainName.TryParse(host, out var domain));
        Assert.Equal(name, Services.FindByHost(domain)?.Name);
    }

    [Theory]
    [InlineData("https://links.shop.example/ls/click?upn=abc", "SendGrid")]
    [InlineData("https://r.mail.shop.example/tr/cl/abc", "Brevo (Sendinblue)")]
    [InlineData("https://news.shop.example/d?o0c3tolq0bmx3", "Inxmail")]
    [InlineData("https://click.shop.example/?qs=0123", "Salesforce Marketing Cloud")]
    [InlineData("https://t.shop.example/q/abcDEF~~/AAA~/RgR", "SparkPost")]
    [InlineData("https://m.shop.example/index.php/campaigns/ab12/track-url/x/y", "MailWizz")]
    [InlineData("https://shop.example/", null)]
    [InlineData("https://shop.example/news/today?id=1", null)]
    [InlineData("https://shop.example/q/a/b~~/", null)]
    [InlineData("mailto:x@y.example", null)]
    public void A_service_is_found_by_the_shape_of_its_links_on_any_host(string url, string? name) =>
        Assert.Equal(name, Services.FindByUrlShape(WebAddress.Parse(url))?.Name);

    [Fact]
    public void Discussion_list_software_is_no_mass_mail_service()
    {
        Assert.Null(Services.FindByHeader("x-mailman-version"));
        Assert.Null(Services.FindByHeader("list-id"));
    }

    [Fact]
    public void Headers_are_lower_case_and_no_header_host_or_shape_belongs_to_two()
    {
        Assert.All(Services.All.SelectMany(s => s.Headers.Concat(s.AccountHeaders)), h => Assert.Equal(h.ToLowerInvariant(), h));
        Assert.All(Services.All.SelectMany(s => s.UrlShapes), s => Assert.StartsWith("/", s, StringComparison.Ordinal));
        foreach (var all in new[] { Services.All.SelectMany(s => s.Headers), Services.All.SelectMany(s => s.Hosts.Select(h => h.Name)), Services.All.SelectMany(s => s.UrlShapes) })
            Assert.Empty(all.GroupBy(x => x).Where(g => g.Count() > 1).Select(g => g.Key));
    }

    [Fact]
    public void A_shape_full_of_asterisks_is_tried_in_bounded_time() =>
        Assert.False(new UrlShape("/*a*a*a*a*a*b").Matches("/" + new string('a', 100_000)));

    [Fact]
    public void Every_tracked_newsletter_of_the_shared_pairs_names_its_service()
    {
        var folder = RegistersMaterial.Shared("corpora/newsletter-pairs");
        foreach (var file in Directory.GetFiles(folder, "*.eml"))
        {
            var found = File.ReadLines(file).TakeWhile(l => l.Length > 0).Select(l => l.Split(':')[0])
                .Any(h => Services.FindByHeader(h.ToLowerInvariant()) is not null)
                || File.ReadAllText(file).Replace("=\r\n", "", StringComparison.Ordinal).Replace("=\n", "", StringComparison.Ordinal).Split(["http://", "https://"], StringSplitOptions.None).Skip(1)
                    .Any(u => Services.FindByHost(WebAddress.Parse("https://" + u.Split('"', '>', ' ', '\n')[0]).Host) is not null);
            Assert.Equal(!Path.GetFileName(file).StartsWith("untracked", StringComparison.Ordinal), found);
        }
    }
}
