using System.Globalization;
using Serjeant.Registers.Names;
using Xunit;

namespace Serjeant.Tests.Registers.Names;

public sealed class RosterAgreementTests
{
    [Fact]
    public void Names_of_real_members_agree_across_scripts()
    {
        var counts = new SortedDictionary<string, (int Names, int Agreed)>(StringComparer.Ordinal);
        foreach (var (house, latin, others) in RosterScripts.People(RegistersMaterial.Shared("registers/rosters")))
        {
            if (latin.Length == 0) continue;
            foreach (var name in others)
            {
                var agrees = RosterScripts.Agree(name, latin);
                foreach (var key in new[] { $"{RosterScripts.Script(name),-8} {house}", $"{RosterScripts.Script(name),-8} (all)" })
                {
                    var (names, agreed) = counts.GetValueOrDefault(key);
                    counts[key] = (names + 1, agreed + (agrees ? 1 : 0));
                }
                if (!agrees && Environment.GetEnvironmentVariable("SERJEANT_SHOW_MISSES") is not null)
                    Console.WriteLine($"MISS {RosterScripts.Script(name)} {house}: {name} [{string.Join(", ", Romanisation.Of(name))}] {string.Join(" | ", latin.Take(5))}");
            }
        }
        foreach (var (key, (names, agreed)) in counts)
            TestContext.Current.TestOutputHelper?.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{key,-44} {agreed,5} of {names,5} {100.0 * agreed / names,6:F1} %"));
        // Rosters whose people are at home in the script; elsewhere names are respelt by ear, which no table undoes.
        foreach (var (key, least) in new[]
        {
            ("Cyrillic bulgaria-national_assembly", 0.96), ("Hangul   south_korea-national_assembly", 0.90),
            ("Han      south_korea-national_assembly", 0.85), ("Han      taiwan-legislative_yuan", 0.75),
        })
            Assert.True(counts[key].Agreed >= least * counts[key].Names, $"{key}: {counts[key]}");
    }
}
