using System.Diagnostics;
using Serjeant.Campaigns;
using Xunit;

namespace Serjeant.Tests.Campaigns;

/// <summary>Cost of linking stays near linear. Set SERJEANT_LINK_MESSAGES to measure another size.</summary>
public sealed class LinkSpeedTests
{
    [Fact]
    public void Linking_prints_what_it_costs_and_stays_quick()
    {
        var size = int.TryParse(Environment.GetEnvironmentVariable("SERJEANT_LINK_MESSAGES"), out var asked) ? asked : 20_000;
        var mails = Scenes.Reconnaissance(60).Concat(Enumerable.Range(0, size / 2_000).SelectMany(n => Scenes.Newsletter($"brand{n}", 20, 50, $"service{n % 12}.example", (ulong)(4_000 + (n % 30)), 7))).Concat(Scenes.Correspondence(size / 2, 3));
        var linkable = mails.Select(m => Linkable.Of(m.Keep())).ToArray();
        var before = GC.GetTotalMemory(true);
        var watch = Stopwatch.StartNew();
        var table = LinkTable.Read(linkable, TestContext.Current.CancellationToken);
        var read = watch.Elapsed;
        var held = GC.GetTotalMemory(true) - before;
        GC.KeepAlive(table);
        watch.Restart();
        var groups = new CampaignLinker().Link(linkable, LinkingTests.Nothing, TestContext.Current.CancellationToken);
        TestContext.Current.SendDiagnosticMessage(string.Create(System.Globalization.CultureInfo.InvariantCulture,
            $"{groups.Considered} messages linked in {watch.Elapsed.TotalSeconds:0.0} s (reading the columns {read.TotalSeconds:0.0} s): {groups.Compared} pairs compared, {groups.Links} links, {groups.Groups.Length} groups; table {held / (double)groups.Considered:0} bytes a message"));
        Assert.True(watch.Elapsed.TotalSeconds < 60);
    }
}
