using Serjeant.Campaigns;
using Serjeant.Judgement;
using Xunit;

namespace Serjeant.Tests.Flows;

/// <summary>Eight real newsletters of eight services, each to two accounts, from their files to the judgement.</summary>
public sealed class NewsletterPairFlowTests
{
    [Fact]
    public async Task Real_newsletters_are_ordinary_though_each_reader_has_links_of_his_own()
    {
        var folder = Repository.Shared("corpora", "newsletter-pairs");
        Assert.SkipUnless(Directory.Exists(folder), "../shared/corpora/newsletter-pairs is not here: this test needs its mail, which is not ours to ship");
        var scanned = await Scanned.OfAsync(folder, null, TestContext.Current.CancellationToken);
        Assert.Equal(16, scanned.Messages.Count);
        Assert.All(scanned.Messages, m => Assert.Equal(Finding.Ordinary, m.Assessment.Finding));
        Assert.All(scanned.Campaigns, c => Assert.Equal(Finding.Ordinary, c.Assessment.Finding));
        foreach (var pair in scanned.Messages.GroupBy(m => Path.GetFileName(m.Place.Source).Split("__")[0]))
        {
            Assert.Equal(2, pair.Count());
            var tokens = TokenDifferencer.Find(pair.Select(m => m.Message));
            TestContext.Current.SendDiagnosticMessage($"{pair.Key}: {pair.First().Message.MailingService ?? "no service"}, {tokens.Length} fields differ, {tokens.Count(t => t.ByOpening)} of them by opening");
            Assert.Equal(pair.Key != "untracked", tokens.Any(t => t.Recipients == 2));
            if (pair.Key != "untracked") Assert.All(pair, m => Assert.NotNull(m.Message.MailingService));
        }
    }
}
