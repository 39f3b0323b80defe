using System.Text;
using System.Text.Json;
using Serjeant.Facts;
using Serjeant.Signals.Form;
using Serjeant.Tests.Facts.Route;
using Serjeant.Tests.Signals;
using Xunit;

namespace Serjeant.Tests.Shape;

/// <summary>The recipe of CONTRIBUTING.md works: its class is compiled here, its entry parses, its sample matches.</summary>
public sealed class RecipeTests
{
    private static readonly string Text = File.ReadAllText(Path.Combine(FactsMaterial.Root, "CONTRIBUTING.md")).ReplaceLineEndings("\n");

    private static readonly ImpossibleZone Detector = new();

    [Fact]
    public void The_class_of_the_recipe_is_the_one_that_is_compiled_here() =>
        Assert.Equal(File.ReadAllText(Path.Combine(FactsMaterial.Root, "tests", "Serjeant.Tests", "Shape", "Recipe.cs")).ReplaceLineEndings("\n"), Block("csharp"));

    [Fact]
    public void The_line_of_the_recipe_makes_that_class() => Assert.Contains($"    new {nameof(ImpossibleZone)}(),\n", Text, StringComparison.Ordinal);

    [Fact]
    public void The_entry_of_the_recipe_has_what_every_entry_has()
    {
        using var entry = JsonDocument.Parse(Block("json"));
        Assert.Equal(Detector.Code, entry.RootElement.GetProperty("code").GetString());
        Assert.Contains("{evidence}", entry.RootElement.GetProperty("wording").GetString(), StringComparison.Ordinal);
        using var shipped = JsonDocument.Parse(File.ReadAllText(Path.Combine(FactsMaterial.Root, "data", "signals", "signals.json")));
        var known = shipped.RootElement.GetProperty("signals").EnumerateArray().SelectMany(e => e.EnumerateObject()).Select(p => p.Name).ToHashSet(StringComparer.Ordinal);
        Assert.Empty(entry.RootElement.EnumerateObject().Select(p => p.Name).Except(known));
    }

    [Fact]
    public void The_sample_of_the_recipe_matches_and_its_look_alike_does_not()
    {
        Assert.Equal("187 minutes from UTC", Detect(Block("eml")));
        Assert.Null(Detect(Block("eml").Replace("+0307", "+0545", StringComparison.Ordinal)));
    }

    private static string? Detect(string message) => Detector.Detect(SampleHouse.FactsOf(Encoding.UTF8.GetBytes(message)), SampleHouse.House);

    private static string Block(string language)
    {
        var start = Text.IndexOf($"```{language}\n", StringComparison.Ordinal) + language.Length + 4;
        return Text[start..Text.IndexOf("```", start, StringComparison.Ordinal)];
    }
}
