using System.Globalization;
using System.Text.Json;
using Serjeant.Registers.Names;
using Serjeant.Values;
using Xunit;

namespace Serjeant.Tests.Registers.Names;

public sealed class LooseKeyCollisionTests
{
    /// <summary>Different family names that the key cannot tell apart, spellings of one name among them: a bound on how much it forgives.</summary>
    [Fact]
    public void Few_family_names_of_real_members_fall_together()
    {
        var names = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var file in Directory.EnumerateFiles(RegistersMaterial.Shared("registers/rosters"), "*.popolo.json"))
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(file));
            foreach (var person in document.RootElement.GetProperty("persons").EnumerateArray())
            {
                var words = Folding.Fold(person.GetProperty("name").GetString()!).Split([' ', '-', '.', ','], StringSplitOptions.RemoveEmptyEntries);
                var family = person.TryGetProperty("family_name", out var given) ? Folding.Fold(given.GetString()!) : words[^1];
                if (family.All(char.IsAsciiLetter) && family.Length > 1) names.Add(family);
            }
        }
        var groups = names.GroupBy(n => Romanisation.LooseKey(n), StringComparer.Ordinal).Where(g => g.Count() > 1).OrderBy(g => g.Key, StringComparer.Ordinal).ToList();
        var together = groups.Sum(g => g.Count());
        TestContext.Current.TestOutputHelper?.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{names.Count} distinct family names; {together} of them in {groups.Count} groups with one key ({100.0 * together / names.Count:F1} %); keys {names.Count - together + groups.Count}"));
        if (Environment.GetEnvironmentVariable("SERJEANT_SHOW_MISSES") is not null)
            foreach (var group in groups) Console.WriteLine($"GROUP {group.Key}: {string.Join(' ', group)}");
        Assert.True(together < names.Count * 0.35, $"{together} of {names.Count}");
    }
}
