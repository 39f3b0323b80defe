using Serjeant.Hunts;
using Serjeant.Hunts.Tips;
using Serjeant.Tests.Campaigns;
using Serjeant.Tests.Facts.Route;
using Serjeant.Values;
using Xunit;

namespace Serjeant.Tests.Hunts.Tips;

/// <summary>What a tip asks and what the index has of a message come to the same.</summary>
public sealed class FoundTests
{
    private static readonly string Letter = File.ReadAllText(Path.Combine(FactsMaterial.Root, "tests", "Serjeant.Tests", "Corpus", "tips", "letter.eml"));

    [Theory]
    [InlineData("ann@evil.example", true)]
    [InlineData("from: ANN@evil.example", true)]
    [InlineData("from: ann@answers.test", false)]
    [InlineData("reply-to: ann@answers.test", true)]
    [InlineData("to: person2@house.example", true)]
    [InlineData("@evil.example", true)]
    [InlineData("evil[.]example", true)]
    [InlineData("t.evil.example", true)]
    [InlineData("*.evil.example", true)]
    [InlineData("worse.example", false)]
    [InlineData("203.0.113.5", true)]
    [InlineData("203.0.113.0/24", true)]
    [InlineData("203.0.113.128/25", false)]
    [InlineData("hxxps://letters.evil.example/read/spring", true)]
    [InlineData("letters.evil.example/read/spring", true)]
    [InlineData("https://letters.evil.example/", true)]
    [InlineData("https://mail.evil.example/", false)]
    [InlineData("https://letters.evil.example/read/autumn", false)]
    [InlineData("https://*.evil.example/t/*/open.gif", true)]
    [InlineData("https://*.evil.example/u/*/open.gif", false)]
    [InlineData("shape: /t/b12/open.gif", true)]
    [InlineData("shape: /t/*/open.gif", true)]
    [InlineData("<20260303091400.4411@evil.example>", true)]
    [InlineData("message-id: *@evil.example", true)]
    [InlineData("subject: RE: Figures of the spring session", true)]
    [InlineData("name: ann lee", true)]
    [InlineData("software: Foxmail 6.0", true)]
    [InlineData("figures.pdf", true)]
    [InlineData("4b8f1b6b8b1cf8d8a8b4cb35b3bbd4d2", false)]
    public void A_selector_finds_the_message_that_has_it_and_no_other(string written, bool found) => Assert.Equal(found, Indexed.Of(Letter).Finds(written));

    [Fact]
    public void An_attachment_is_found_by_each_of_its_three_hashes()
    {
        var attachment = Assert.Single(Indexed.Facts.Make(Indexed.Raw(Letter), TestContext.Current.CancellationToken).Attachments);
        Assert.Equal((32, 40), (attachment.Md5.Length, attachment.Sha1.Length));
        foreach (var hash in (string[])[attachment.Md5, attachment.Sha1, attachment.Sha256.ToString()]) Assert.True(Indexed.Of(Letter).Finds(hash.ToUpperInvariant()));
    }

    [Fact]
    public void A_copy_from_another_sender_is_like_the_message_and_a_stranger_is_not()
    {
        var likeness = Indexed.LikenessOf(Letter);
        var copy = Letter.Replace("evil.example", "worse.test", StringComparison.Ordinal).Replace("Ann", "Tom", StringComparison.Ordinal).Replace("ann@", "tom@", StringComparison.Ordinal)
            .Replace("answers.test", "replies.test", StringComparison.Ordinal).Replace("203.0.113.5", "198.51.100.9", StringComparison.Ordinal).Replace("person2", "person4", StringComparison.Ordinal).Replace("Person 2", "Person 4", StringComparison.Ordinal);
        const string Stranger = "From: Kim Park <kim@elsewhere.example>\nTo: person2@house.example\nSubject: Lunch on Thursday then\nDate: Tue, 3 Mar 2026 10:00:00 +0000\nMessage-ID: <a7@elsewhere.example>\n\nShall we meet at noon? The place by the river is open again and everybody says that the soup is better than it ever was before the flood came.\n";
        Assert.Equal(likeness.Most, Indexed.Of(Letter).Weigh(likeness));
        Assert.InRange(Indexed.Of(copy).Weigh(likeness), likeness.Required, likeness.Most - 1);
        Assert.Equal(0, Indexed.Of(Stranger).Weigh(likeness));
        Assert.Equal(["attachment", "callback", "text", "link", "reply address", "sender", "sender's domain"], likeness.Parts.Take(7).Select(p => p.Name));
        Assert.DoesNotContain(likeness.Parts.SelectMany(p => p.Of), s => s.Any.Any(a => a.Value.Contains("house.example", StringComparison.Ordinal)));
    }

    [Fact]
    public void The_parts_that_one_mail_service_gives_all_its_users_count_once()
    {
        var likeness = Indexed.LikenessOf(Letter);
        Assert.InRange(likeness.Parts.Where(p => p.Family == LikenessPart.Route).Sum(p => p.Weight), 3, 5);
        Assert.True(likeness.Most < likeness.Parts.Sum(p => p.Weight));
        Assert.InRange((likeness with { Parts = [.. likeness.Parts.Where(p => p.Family == LikenessPart.Route)] }).Most, 1, likeness.Required - 1);
    }

    [Fact]
    public void A_host_of_ours_below_our_domain_is_found_where_mail_links_to_it()
    {
        var mail = Letter.Replace("letters.evil.example", "files.house.example", StringComparison.Ordinal);
        Assert.True(Indexed.Of(mail).Finds("files.house.example"));
        Assert.False(Indexed.Of(mail).Finds("house.example"));
    }

    [Theory]
    [InlineData("1.2.3.4/33")]
    [InlineData("2001:db8::/129")]
    [InlineData("*.com")]
    [InlineData("*.co.uk")]
    public void What_names_no_range_and_no_hosts_of_somebodys_is_refused(string written) => Assert.Single(new TipReader().Read([written]).Refusals);

    [Theory]
    [InlineData("house.example", BreadthKind.Own)]
    [InlineData("person2@house.example", BreadthKind.Own)]
    [InlineData("freemail.example", BreadthKind.Freemail)]
    [InlineData("mx.freemail.example", null)]
    [InlineData("hacked.popular.example", null)]
    [InlineData("deep.hacked.popular.example", null)]
    [InlineData("files.house.example", null)]
    [InlineData("https://files.house.example/form", BreadthKind.Own)]
    [InlineData("ip-*.example", null)]
    [InlineData("*-evil.com", null)]
    [InlineData("h*.popular.example", null)]
    [InlineData("pages.example", BreadthKind.SharedHosting)]
    [InlineData("www.pages.example", BreadthKind.SharedHosting)]
    [InlineData("evil.pages.example", null)]
    [InlineData("sho.rt", BreadthKind.Shortener)]
    [InlineData("u7.mailwave.example", BreadthKind.MailingService)]
    [InlineData("popular.example", BreadthKind.Popular)]
    [InlineData("www.popular.example", BreadthKind.Popular)]
    [InlineData("*.popular.example", BreadthKind.Popular)]
    [InlineData("https://popular.example/", BreadthKind.Popular)]
    [InlineData("https://popular.example/evil/page", null)]
    [InlineData("https://popular.example/evil/*", null)]
    [InlineData("ann@freemail.example", null)]
    [InlineData("github.io", BreadthKind.PublicSuffix)]
    [InlineData("evil.github.io", null)]
    [InlineData("evil.example", null)]
    [InlineData("d41d8cd98f00b204e9800998ecf8427e", BreadthKind.Common)]
    [InlineData("shape: /news", BreadthKind.Common)]
    [InlineData("shape: /o/h32/b22.gif?u=b16", null)]
    public void What_links_everything_says_so(string written, BreadthKind? kind)
    {
        var breadth = new BreadthMaker(FakeHouse.House).Make(Assert.Single(new TipReader().Read([written]).Sought));
        Assert.Equal(kind, breadth?.Kind);
        Assert.True(breadth is null || breadth.Reason.Length > breadth.Name.Length);
    }

    [Fact]
    public void Shipped_lists_tell_a_provider_from_its_customer()
    {
        var maker = new BreadthMaker(Serjeant.Signals.House.With(Serjeant.Registers.Roster.Empty));
        foreach (var (host, kind) in (ReadOnlySpan<(string, BreadthKind?)>)[("google.com", BreadthKind.Popular), ("gmail.com", BreadthKind.Freemail), ("bit.ly", BreadthKind.Shortener), ("evil.blogspot.com", null), ("hunchifigkf.wikaba.com", null), ("chat-14bb1.firebaseio.com", null), ("hacked.adobe.com", null), ("www.google.com", BreadthKind.Popular), ("evil.example", null)])
        {
            Assert.True(DomainName.TryParse(host, out var name));
            Assert.Equal(kind, maker.Make(Selector.Host(name))?.Kind);
        }
    }
}
