using System.Text.Json;
using Serjeant.Signals;
using Serjeant.Values;
using Xunit;

namespace Serjeant.Tests.Signals;

/// <summary>A signal is a class, a line in the list, an entry in the data and two samples: here it shows which of them is missing.</summary>
public sealed class CatalogueTests
{
    private const string Class = "src/Serjeant/Signals", List = "Detectors.All", Entry = "data/signals/signals.json";

    /// <summary>What one message cannot show: the judgement over all mail gives these, from whom our people know (second pass) and from campaigns.</summary>
    private static readonly string[] AcrossMessages =
        ["relation.first-contact", "relation.known-correspondent", "relation.answers-us", "relation.long-known", "relation.strangers-to-all",
         "relation.forged-thread", "relation.invented-thread", "relation.changed-address", "impersonation.known-correspondent", "impersonation.correspondent-elsewhere"];

    /// <summary>Entries that wait for a giver, each with its reason.</summary>
    private static readonly Dictionary<string, string> Waiting = new(StringComparer.Ordinal)
    {
        ["campaign.suspect-members"] = "campaign.hostile-members is given for suspect members as well, so nothing is left for this one",
    };

    private static readonly string[] Given = [.. Detectors.All.Select(d => d.Code)];

    private static readonly (string Code, string Wording)[] Entries = ReadEntries();

    [Fact]
    public void No_code_is_given_by_two_detectors() => Assert.Empty(Twice(Given).Select(code => $"{code} stands twice in {List}"));

    [Fact]
    public void No_code_has_two_entries() => Assert.Empty(Twice(Entries.Select(e => e.Code)).Select(code => $"{code} stands twice in {Entry}"));

    [Fact]
    public void Every_detector_has_an_entry() =>
        Assert.Empty(Given.Except(Entries.Select(e => e.Code)).Select(code => $"{code} has no entry in {Entry}"));

    [Fact]
    public void Every_entry_has_a_giver() =>
        Assert.Empty(Entries.Select(e => e.Code).Except(Given).Where(code => !IsAcrossMessages(code)).Select(code => $"no detector in {List} gives {code}"));

    [Fact]
    public void Every_entry_that_is_given_across_messages_is_named_in_the_code_that_gives_it()
    {
        var sources = Shape.SourceTree.Files("src/Serjeant")
            .Where(f => !f.Path.StartsWith(Class, StringComparison.Ordinal)).Select(f => f.Text).ToArray();
        Assert.Empty(from code in Entries.Select(e => e.Code)
                     where IsAcrossMessages(code) && !Waiting.ContainsKey(code) && !sources.Any(s => s.Contains($"\"{code}\"", StringComparison.Ordinal))
                     select $"nothing outside {Class} gives {code}");
    }

    [Fact]
    public void Every_wording_has_a_place_for_the_evidence() =>
        Assert.Empty(from entry in Entries
                     where entry.Wording.Split("{evidence}").Length != 2
                     select $"{entry.Code}: \u201c{entry.Wording}\u201d");

    [Fact]
    public void Every_detector_has_its_two_samples() =>
        Assert.Empty(from code in Given
                     from name in (string[])["match", "other"]
                     where !File.Exists(SampleHouse.Sample(code, name))
                     select $"Corpus/signals/{code}/{name}.eml is missing");

    [Fact]
    public void Every_folder_of_samples_has_a_detector() =>
        Assert.Empty(Directory.GetDirectories(SampleHouse.Folder).Select(Path.GetFileName).Except(Given).Select(code => $"Corpus/signals/{code} is of no detector"));

    [Fact]
    public void Every_class_of_a_detector_stands_in_the_list() =>
        Assert.Empty(from type in typeof(IDetector).Assembly.GetTypes()
                     where type is { IsClass: true, IsAbstract: false } && type.IsAssignableTo(typeof(IDetector)) && Detectors.All.All(d => d.GetType() != type)
                     select $"{type.Name} stands not in {List}");

    [Fact]
    public void A_code_begins_with_the_folder_of_its_detector() =>
        Assert.Empty(from detector in Detectors.All
                     let folder = detector.GetType().Namespace!.Split('.')[^1]
                     where !detector.Code.StartsWith(folder.ToLowerInvariant() + ".", StringComparison.Ordinal)
                     select $"{detector.GetType().Name} gives {detector.Code}");

    private static bool IsAcrossMessages(string code) => code.StartsWith("campaign.", StringComparison.Ordinal) || code.StartsWith("outbound.", StringComparison.Ordinal) || AcrossMessages.Contains(code);

    private static IEnumerable<string> Twice(IEnumerable<string> codes) => codes.GroupBy(c => c).Where(g => g.Count() > 1).Select(g => g.Key);

    private static (string, string)[] ReadEntries()
    {
        using var stream = ShippedData.Open("signals/signals.json");
        using var json = JsonDocument.Parse(stream);
        return [.. json.RootElement.GetProperty("signals").EnumerateArray().Select(e => (e.GetProperty("code").GetString()!, e.GetProperty("wording").GetString()!))];
    }
}
