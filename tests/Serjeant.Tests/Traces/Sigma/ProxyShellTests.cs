using Serjeant.Samples.Logs;
using Serjeant.Traces.Sigma;
using Xunit;

namespace Serjeant.Tests.Traces.Sigma;

/// <summary>The break-in of the election authority's server, found by the rules of SigmaHQ among ordinary lines.</summary>
public sealed class ProxyShellTests
{
    /// <summary>The bench runs a million; here as many as a test may take.</summary>
    private const int Ordinary = 60_000;

    [Fact]
    public void The_rules_of_SigmaHQ_find_ProxyShell()
    {
        var rules = Rules.Shared();
        var found = BreakIn.Steps.SelectMany(s => Rules.Hits(rules, Events.Iis(s.Request))).Select(h => h.Rule.Title).ToHashSet();
        Assert.Contains("Exchange ProxyShell Pattern", found);
        Assert.Contains("Successful Exchange ProxyShell Attack", found);
        Assert.Contains("Exchange Exploitation Used by HAFNIUM", found);
        Assert.Contains("Windows Webshell Strings", found);
    }

    [Fact]
    public void Every_step_over_the_confused_path_is_found()
    {
        var rules = Rules.Shared();
        Assert.Empty(from step in BreakIn.Steps
                     where step.Step.StartsWith("CVE-2021-34473: addresses", StringComparison.Ordinal) || step.Step.Contains("EWS", StringComparison.Ordinal) || step.Step.StartsWith("CVE-2021-34523", StringComparison.Ordinal) || step.Step.StartsWith("CVE-2021-31207", StringComparison.Ordinal)
                     where !Rules.Hits(rules, Events.Iis(step.Request)).Exists(h => h.Rule.Level == SigmaLevel.Critical)
                     select step.Step);
    }

    [Fact]
    public void Ordinary_lines_of_an_Exchange_front_end_fire_nothing()
    {
        var matcher = new RuleMatcher(Rules.Shared());
        var hits = new List<RuleHit>();
        foreach (var request in new ExchangeFrontEnd(seed: 11).Requests(Ordinary)) matcher.Match(Events.Iis(request), 1, hits);
        Assert.Empty(hits.Select(h => $"{h.Rule.Title}: {h.Request}").Distinct());
    }

    [Fact]
    public void The_shipped_rules_find_it_too()
    {
        var rules = new RuleSetMaker().Make([], TestContext.Current.CancellationToken);
        Assert.Empty(rules.Refused);
        var found = BreakIn.Steps.Where(s => Rules.Fires(rules, Events.Iis(s.Request))).Select(s => s.Step).ToArray();
        Assert.Contains("CVE-2021-34523: PowerShell as somebody else", found);
        Assert.Contains("web shell in OWA's folder", found);
    }
}
