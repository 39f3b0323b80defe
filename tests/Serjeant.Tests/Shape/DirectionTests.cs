using Serjeant.Signals;
using Xunit;

namespace Serjeant.Tests.Shape;

/// <summary>Steps look back only. Held by what the compiled code uses, so that no clever way of naming a type gets past it.</summary>
public sealed class DirectionTests
{
    /// <summary>What each folder of the library may use besides itself and the types that stand above all folders.</summary>
    private static readonly Dictionary<string, string[]> Allowed = new(StringComparer.Ordinal)
    {
        ["Values"] = [],
        ["Sources"] = ["Values"],
        ["Registers"] = ["Values"],
        ["Facts"] = ["Values", "Sources", "Registers"],
        ["Signals"] = ["Values", "Sources", "Facts", "Registers"],
        ["Judgement"] = ["Values", "Signals"],
        ["Campaigns"] = ["Values", "Sources", "Facts", "Signals", "Registers", "Judgement"],
        ["Attributions"] = ["Values", "Sources", "Facts", "Signals", "Campaigns", "Registers", "Judgement"],
        ["Hunts"] = ["Values", "Sources", "Facts", "Signals", "Campaigns", "Registers", "Judgement"],
        ["Traces"] = ["Values", "Sources", "Facts", "Signals", "Campaigns", "Registers", "Judgement", "Hunts"],
        ["Retention"] = ["Values", "Sources", "Facts", "Signals", "Campaigns", "Registers", "Judgement", "Hunts", "Traces"],
        ["Outbound"] = ["Values", "Sources", "Facts", "Signals", "Campaigns", "Registers", "Judgement"],
        ["Warnings"] = ["Values", "Sources", "Facts", "Signals", "Campaigns", "Attributions", "Registers", "Judgement"],
        // What leaves the house cannot name a protected person: neither facts, nor warnings, nor the roster (see below) are in reach.
        ["Sharing"] = ["Values", "Signals", "Campaigns", "Attributions", "Registers", "Judgement"],
        ["Statements"] = ["Values", "Signals", "Campaigns", "Attributions", "Registers", "Judgement", "Sharing"],
        ["Personas"] = ["Values", "Sources", "Facts", "Signals", "Campaigns", "Registers", "Judgement", "Hunts"],
        ["Reports"] = ["Values", "Sources", "Facts", "Signals", "Campaigns", "Personas", "Hunts", "Traces", "Retention", "Outbound", "Attributions", "Warnings", "Registers", "Judgement"],
        // It implements the interfaces of the steps, and nobody but the composition at the top uses it.
        ["Storage"] = ["Values", "Sources", "Facts", "Signals", "Campaigns", "Personas", "Hunts", "Traces", "Retention", "Outbound", "Attributions", "Warnings", "Registers", "Judgement"],
    };

    private static readonly Type[] Types = [.. typeof(SignalMaker).Assembly.GetTypes().Where(t => FolderOf(t) is not null)];

    [Fact]
    public void A_step_uses_only_what_comes_before_it() =>
        Assert.Empty(from type in Types
                     let folder = FolderOf(type)!
                     where folder.Length > 0
                     from used in TypeReferences.Of(type)
                     let other = FolderOf(used)
                     where other is { Length: > 0 } && other != folder && !Allowed.GetValueOrDefault(folder, []).Contains(other)
                     select $"{folder}: {type.FullName} uses {used.FullName}");

    [Fact]
    public void The_reader_of_references_sees_what_a_method_calls()
    {
        var used = TypeReferences.Of(typeof(SignalMaker));
        Assert.Contains(typeof(Detectors), used);
        Assert.Contains(typeof(Serjeant.Facts.MessageFacts), used);
    }

    [Fact]
    public void What_leaves_the_house_knows_no_roster()
    {
        string[] unspoken = ["Roster", "Person", "PersonAttribute", "NamedSubject", "NameMatcher"];
        Assert.Empty(from type in Types
                     where FolderOf(type) is "Sharing" or "Statements"
                     from used in TypeReferences.Of(type)
                     where FolderOf(used) == "Registers" && unspoken.Contains(used.Name)
                     select $"{type.FullName} uses {used.FullName}");
    }

    [Fact]
    public void A_using_tells_the_same_direction() =>
        Assert.Empty(from file in SourceTree.Files("src/Serjeant")
                     let folder = file.Path.Split('/') is [_, _, var below, _, ..] ? below : ""
                     where folder.Length > 0
                     from line in file.Text.Split('\n')
                     where line.StartsWith("using Serjeant.", StringComparison.Ordinal)
                     let other = line["using Serjeant.".Length..].TrimEnd(';', '\r').Split('.')[0]
                     where other != folder && !Allowed.GetValueOrDefault(folder, []).Contains(other)
                     select $"{file.Path}: {line}");

    [Fact]
    public void Every_folder_of_the_library_has_its_place_in_the_order() =>
        Assert.DoesNotContain(Types.Select(FolderOf).Distinct(), folder => folder is { Length: > 0 } && !Allowed.ContainsKey(folder));

    [Fact]
    public void The_library_uses_neither_the_terminal_nor_the_web() =>
        Assert.DoesNotContain(typeof(SignalMaker).Assembly.GetReferencedAssemblies().Select(a => a.Name!),
            name => name.StartsWith("Spectre", StringComparison.Ordinal) || name.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal)
                || name.StartsWith("System.CommandLine", StringComparison.Ordinal) || name is "System.Net.Http" or "System.Net.Sockets" or "System.Net.NameResolution" or "System.Net.Requests");

    /// <summary>The first folder below the library; empty for what stands above all folders; null for what is not ours.</summary>
    private static string? FolderOf(Type type)
    {
        if (type.Assembly != typeof(SignalMaker).Assembly) return null;
        while (type.DeclaringType is { } outer) type = outer;
        return type.Namespace?.Split('.') switch
        {
            ["Serjeant"] => "",
            ["Serjeant", var folder, ..] => folder,
            _ => null,
        };
    }
}
