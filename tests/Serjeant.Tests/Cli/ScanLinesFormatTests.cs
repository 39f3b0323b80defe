using System.Text.Json;
using System.Text.RegularExpressions;
using Serjeant.Tests.Flows;
using Serjeant.Tests.Storage;
using Xunit;

namespace Serjeant.Tests.Cli;

/// <summary>docs/formats/scan-jsonl.md is a promise: what is written there comes out, with that type, and nothing else does.</summary>
public sealed partial class ScanLinesFormatTests
{
    [Fact]
    public async Task Every_line_has_the_documented_fields_with_their_types_and_no_other()
    {
        using var folder = new TemporaryFolder();
        var fields = Documented(File.ReadAllLines(Path.Combine(Repository.Root, "docs", "formats", "scan-jsonl.md")));
        File.WriteAllText(folder.File("empty.eml"), "");
        var ran = await Command.RunAsync(folder.Path, "scan", Path.Combine(Repository.Root, "examples", "house"), folder.Path, "--format", "jsonl", "--out", "../" + Path.GetFileName(folder.Path) + "/out.jsonl");
        Assert.Equal(1, ran.ExitCode);
        var kinds = new List<string>();
        foreach (var line in ScanLines.Read(folder.File("out.jsonl")))
        {
            Assert.All(line, c => Assert.InRange(c, ' ', '~'));
            using var json = JsonDocument.Parse(line);
            var kind = json.RootElement.GetProperty("kind").GetString()!;
            if (kinds.Count == 0 || kinds[^1] != kind) kinds.Add(kind);
            Check(json.RootElement, "", fields[kind]);
        }
        Assert.Equal(["message", "unreadable", "campaign", "summary"], kinds);
    }

    private static void Check(JsonElement element, string prefix, Dictionary<string, string> fields)
    {
        var names = element.EnumerateObject().Select(p => prefix + p.Name).ToArray();
        Assert.Equal(fields.Keys.Where(f => f.StartsWith(prefix, StringComparison.Ordinal) && !f[prefix.Length..].Contains('[')).Order(StringComparer.Ordinal), names.Order(StringComparer.Ordinal));
        foreach (var property in element.EnumerateObject())
        {
            var name = prefix + property.Name;
            Assert.True(Matches(property.Value.ValueKind, fields[name]), $"{name} is {property.Value.ValueKind}, documented as {fields[name]}");
            if (property.Value.ValueKind != JsonValueKind.Array) continue;
            foreach (var item in property.Value.EnumerateArray())
                if (item.ValueKind == JsonValueKind.Object) Check(item, name + "[].", fields);
        }
    }

    private static bool Matches(JsonValueKind kind, string type) => kind switch
    {
        JsonValueKind.String => type.Contains("string", StringComparison.Ordinal),
        JsonValueKind.Number => type.Contains("number", StringComparison.Ordinal) || type.Contains("integer", StringComparison.Ordinal),
        JsonValueKind.True or JsonValueKind.False => type.Contains("boolean", StringComparison.Ordinal),
        JsonValueKind.Array => type.Contains("array", StringComparison.Ordinal),
        _ => type.Contains("null", StringComparison.Ordinal),
    };

    /// <summary>The tables of the document: kind to field to type. A table below "### name" tells of the objects in that field, whichever kind has it.</summary>
    private static Dictionary<string, Dictionary<string, string>> Documented(string[] lines)
    {
        var all = new Dictionary<string, Dictionary<string, string>>();
        var (kind, part) = ("", "");
        var parts = new List<(string Part, string Field, string Type)>();
        foreach (var line in lines)
        {
            if (line.StartsWith("## ", StringComparison.Ordinal)) (kind, part) = (line[3..], "");
            else if (line.StartsWith("### ", StringComparison.Ordinal)) part = line[4..];
            else if (kind.Length > 0 && line.StartsWith("| `", StringComparison.Ordinal))
            {
                var cells = line.Split('|');
                foreach (Match name in Quoted().Matches(cells[1]))
                    if (part.Length > 0) parts.Add((part, $"{part}[].{name.Groups[1].Value}", cells[2]));
                    else (all.TryGetValue(kind, out var fields) ? fields : all[kind] = [])[name.Groups[1].Value] = cells[2];
            }
        }
        foreach (var (of, field, type) in parts)
            foreach (var fields in all.Values.Where(f => f.ContainsKey(of))) fields[field] = type;
        return all;
    }

    [GeneratedRegex("`([^`]+)`", RegexOptions.NonBacktracking)]
    private static partial Regex Quoted();
}
