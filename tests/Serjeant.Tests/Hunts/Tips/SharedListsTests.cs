using System.Diagnostics;
using Serjeant.Hunts;
using Serjeant.Hunts.Tips;
using Serjeant.Tests.Registers;
using Xunit;

namespace Serjeant.Tests.Hunts.Tips;

/// <summary>Real lists of real actors, with what people write into them.</summary>
public sealed class SharedListsTests(ITestOutputHelper output)
{
    [Fact]
    public async Task Every_line_of_the_real_lists_is_sought_or_refused_with_its_reason()
    {
        var folder = RegistersMaterial.Shared("registers/indicators");
        var tips = new List<Tip>();
        var expected = 0L;
        var clock = Stopwatch.StartNew();
        foreach (var path in Directory.GetFiles(folder, "*.txt").Order(StringComparer.Ordinal)) tips.Add(await new TipReader().ReadAsync(path, TestContext.Current.CancellationToken));
        var elapsed = clock.Elapsed;
        var lines = 0;
        foreach (var path in Directory.GetFiles(folder, "*.txt"))
            foreach (var line in File.ReadLines(path))
            {
                lines++;
                if (line.Trim().Length > 0 && line.Trim()[0] != '#') expected++;
            }
        output.WriteLine($"{lines} lines in {elapsed.TotalSeconds:F2} s; {tips.Sum(t => t.Entries)} entries, {tips.Sum(t => t.Taken)} taken, {tips.Sum(t => t.Refused)} refused");
        foreach (var kind in tips.SelectMany(t => t.Sought).GroupBy(Kind).OrderByDescending(g => g.Count())) output.WriteLine($"{kind.Count(),8} {kind.Key}");
        foreach (var reason in tips.SelectMany(t => t.Refusals).GroupBy(r => r.Reason).OrderByDescending(g => g.Count()))
            output.WriteLine($"{reason.Count(),8} refused: {reason.Key}: {string.Join(" | ", reason.Take(6).Select(r => r.Text))}");
        Assert.All(tips, t => Assert.Equal(TipKind.Lines, t.Kind));
        Assert.Equal(expected, tips.Sum(t => t.Entries));
        Assert.All(tips, t => Assert.Equal(t.Entries, t.Taken + t.Refused));
        Assert.InRange(tips.Sum(t => t.Refused) / (double)expected, 0, 0.02);
        Assert.True(tips.SelectMany(t => t.Sought).Count(s => s.Origin.Reference.Length > 0) > expected / 2, "references are lost");
    }

    private static string Kind(Sought sought) => (sought.Any.IsEmpty ? "pattern " + sought.All[0].Kind : string.Join(" or ", sought.Any.Select(s => s.Kind).Distinct())) + (sought.Wider ? ", wider" : "");
}
