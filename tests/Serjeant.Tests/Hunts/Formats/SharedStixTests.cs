using Serjeant.Hunts.Tips;
using Serjeant.Tests.Registers;
using Xunit;

namespace Serjeant.Tests.Hunts.Formats;

/// <summary>The standard's own examples, and a validator's good and bad ones.</summary>
public sealed class SharedStixTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("vectors/stix")]
    [InlineData("vectors/stix-validator")]
    public async Task Every_shared_file_loads_or_is_refused_with_a_reason(string folder)
    {
        var root = RegistersMaterial.Shared(folder);
        var (files, entries, taken, refused) = (0, 0L, 0L, 0L);
        var reasons = new List<Refusal>();
        foreach (var path in Directory.GetFiles(root, "*.json", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            var tip = await new TipReader().ReadAsync(path, TestContext.Current.CancellationToken);
            files++;
            // One of the bad ones begins with a sign that no JSON begins with: it is read as lines, none of which is a selector.
            Assert.True(tip.Kind == TipKind.Stix || tip.Taken == 0, $"{path} is taken for {tip.Kind}");
            Assert.True(tip.Entries > 0, $"{path} gives nothing and says nothing");
            Assert.Equal(tip.Entries, tip.Taken + tip.Refused);
            Assert.All(tip.Refusals, r => Assert.NotEmpty(r.Reason));
            entries += tip.Entries;
            taken += tip.Taken;
            refused += tip.Refused;
            reasons.AddRange(tip.Refusals);
            if (tip.Taken > 0) output.WriteLine($"{Path.GetFileName(path)}: {tip.Taken} of {tip.Entries} taken: {tip.Sought.Length} selectors, {tip.Patterns.Length} patterns");
        }
        output.WriteLine($"{files} files, {entries} entries, {taken} taken, {refused} refused");
        foreach (var reason in reasons.GroupBy(r => r.Reason).OrderByDescending(g => g.Sum(r => r.Count)))
            output.WriteLine($"{reason.Sum(r => r.Count),6} {(reason.First().Partial ? "part " : "")}{reason.Key}: {string.Join(" | ", reason.Select(r => r.Text).Distinct().Take(12))}");
    }
}
