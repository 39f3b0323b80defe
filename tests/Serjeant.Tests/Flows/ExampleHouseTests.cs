using System.Text.Json;
using Serjeant.Campaigns;
using Serjeant.Judgement;
using Serjeant.Reports;
using Xunit;

namespace Serjeant.Tests.Flows;

/// <summary>The example that ships, from its files to its report: what was planted is found, and what is honest is left alone.</summary>
public sealed class ExampleHouseTests(ExampleHouseTests.Example example) : IClassFixture<ExampleHouseTests.Example>
{
    /// <summary>Scanned once for all tests.</summary>
    public sealed class Example : IAsyncLifetime
    {
        internal Scanned Scanned { get; private set; } = new([], []);

        internal Dictionary<string, (string Kind, string Expected, string? Imitates)> Truth { get; } = [];

        public async ValueTask InitializeAsync()
        {
            var folder = Path.Combine(Repository.Root, "examples", "house");
            foreach (var line in File.ReadLines(folder + ".truth.jsonl"))
            {
                using var truth = JsonDocument.Parse(line);
                Truth[truth.RootElement.GetProperty("sha256").GetString()!] = (truth.RootElement.GetProperty("kind").GetString()!, truth.RootElement.GetProperty("expected").GetString()!,
                    truth.RootElement.TryGetProperty("imitates", out var imitated) ? imitated.GetString() : null);
            }
            Scanned = await Scanned.OfAsync(folder, Path.Combine(folder, "roster.yaml"), CancellationToken.None);
        }

        public ValueTask DisposeAsync() => default;
    }

    [Fact]
    public void Every_message_of_the_example_is_read() => Assert.Equal(example.Truth.Keys.Order(), example.Scanned.Messages.Select(m => m.Message.Id.ToString()).Order());

    [Fact]
    public void The_reconnaissance_is_one_hostile_campaign_without_a_stranger_in_it()
    {
        var planted = OfKind("reconnaissance").ToArray();
        Assert.All(planted, m => Assert.Equal(Finding.Hostile, m.Assessment.Finding));
        var campaign = Reconnaissance();
        Assert.Equal(Finding.Hostile, campaign.Assessment.Finding);
        Assert.InRange(campaign.Messages.Count(planted.Select(m => m.Message.Id).Contains), 0.95 * planted.Length, planted.Length);
        Assert.All(campaign.Messages, m => Assert.Equal("reconnaissance", example.Truth[m.ToString()].Kind));
        Assert.True(campaign.PerRecipientToken);
        Assert.Equal(10, campaign.Senders.Length);
    }

    [Fact]
    public void The_alliance_is_what_its_targets_share_first()
    {
        var shared = Reconnaissance().Shared[0];
        Assert.StartsWith("alliance: ", shared.Attribute, StringComparison.Ordinal);
        Assert.InRange(shared.Q, 0, 1e-6);
        Assert.True(shared.Low > 10);
    }

    [Fact]
    public void What_they_share_is_told_in_the_same_figures_everywhere()
    {
        var campaign = Reconnaissance();
        var figures = string.Concat(CampaignAccount.Share(campaign.Shared[0]).Select(p => p.Text)).Split(": ")[^1];
        Assert.EndsWith(figures, campaign.Assessment.Signals.Single(s => s.Signal.Code == "campaign.shared-rare-attribute").Signal.Evidence, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("impersonation", Finding.Hostile)]
    [InlineData("credentials", Finding.Hostile)]
    [InlineData("alliance-newsletter", Finding.Ordinary)]
    public void What_was_planted_is_found_to_be_what_it_is(string kind, Finding finding)
    {
        Assert.NotEmpty(OfKind(kind));
        Assert.All(OfKind(kind), m => Assert.Equal(finding, m.Assessment.Finding));
    }

    [Fact]
    public void Whoever_is_impersonated_is_named() => Assert.All(OfKind("impersonation"), m =>
        Assert.Contains(example.Truth[m.Message.Id.ToString()].Imitates, m.Message.Imitations.Select(i => i.Imitated)));

    [Fact]
    public void The_credential_wave_is_one_campaign_an_account()
    {
        var planted = OfKind("credentials").ToArray();
        var campaigns = planted.Select(m => example.Scanned.Campaigns.Single(c => c.Messages.Contains(m.Message.Id))).Distinct().ToArray();
        Assert.Equal(planted.Select(m => m.Message.From).Distinct().Order(), campaigns.Select(c => Assert.Single(c.Senders)).Order());
    }

    [Fact]
    public void At_most_one_honest_message_is_suspect_and_none_is_hostile()
    {
        var alarms = example.Scanned.Messages.Where(m => example.Truth[m.Message.Id.ToString()].Expected == "ordinary" && m.Assessment.Finding != Finding.Ordinary).ToArray();
        Assert.DoesNotContain(alarms, m => m.Assessment.Finding == Finding.Hostile);
        Assert.InRange(alarms.Length, 0, 1);
    }

    [Fact]
    public void A_judgement_adds_up_from_what_stands_beside_it() => Assert.All(example.Scanned.Messages, m =>
        Assert.Equal(m.Assessment.Total.Value, WeightTable.Shipped.Prior + m.Assessment.Signals.Sum(s => s.Weight.Value), 6));

    private Campaign Reconnaissance()
    {
        var planted = OfKind("reconnaissance").Select(m => m.Message.Id).ToHashSet();
        return example.Scanned.Campaigns.MaxBy(c => c.Messages.Count(planted.Contains))!;
    }

    private IEnumerable<JudgedMessage> OfKind(string kind) => example.Scanned.Messages.Where(m => example.Truth[m.Message.Id.ToString()].Kind == kind);
}
