using Xunit;

namespace Serjeant.Tests.Shape;

/// <summary>The rules of the house that a reader counts on (DESIGN, sections 4 and 5), as far as files show them.</summary>
public sealed class HouseRuleTests
{
    private const int MostLines = 400;

    /// <summary>Not more than this in one folder; above it a reader loses the overview.</summary>
    private const int MostFiles = 20;

    private const int FewestFiles = 3;

    /// <summary>Folders that are larger or smaller, each with its reason.</summary>
    private static readonly Dictionary<string, string> OddFolders = new(StringComparer.Ordinal)
    {
        ["src/Serjeant"] = "what stands above all steps: the flow and the one exception",
        ["src/Serjeant.Cli"] = "the entry point; the commands have their own folder",
        ["src/Serjeant.Cli/Commands"] = "one file a verb, and one for its run",
        ["src/Serjeant.Cli/Reports"] = "what the terminal needs beyond the library's reports",
        ["src/Serjeant/Facts/Body"] = "the walk over the parts and its result",
        ["src/Serjeant/Facts/Attachments"] = "one file a format that attachments come in",
        ["src/Serjeant/Signals/Form"] = "one file a detector",
        ["src/Serjeant/Signals/Credentials"] = "one file a detector",
        ["src/Serjeant/Signals/Impersonation"] = "one file a detector or a manner of search",
        ["src/Serjeant/Campaigns"] = "linking, tokens and victimology are one step",
        ["src/Serjeant/Registers/Names"] = "names of people and the scripts they are written in are one subject",
        ["src/Serjeant/Sources"] = "one file a kind of source and of envelope",
    };

    private static readonly string[] HollowNames = ["Util", "Utils", "Utility", "Utilities", "Helper", "Helpers", "Manager", "Service", "Common", "Core", "Base"];

    /// <summary>Names of the field's own that end in such a word: the word means the thing itself, not a place to put things.</summary>
    private static readonly Dictionary<string, string> FieldNames = new(StringComparer.Ordinal)
    {
        ["MailingService"] = "a firm that sends mass mail",
        ["MailingServices"] = "the register of such firms",
        ["MailingServiceReader"] = "recognises such a firm",
        ["KnownService"] = "the signal of such a firm",
    };

    private static readonly IReadOnlyList<SourceText> Sources = SourceTree.Files("src");

    [Fact]
    public void No_file_is_longer_than_the_wall() =>
        Assert.Empty(Sources.Where(f => f.Lines > MostLines).Select(f => $"{f.Path}: {f.Lines} lines"));

    [Fact]
    public void No_file_or_folder_has_a_hollow_name() =>
        Assert.Empty(from file in Sources
                     from name in file.Path.Split('/').SkipLast(1).Append(file.Name)
                     where !FieldNames.ContainsKey(name) && Words(name).Any(HollowNames.Contains)
                     select file.Path);

    [Fact]
    public void A_file_holds_the_type_it_is_named_after() =>
        Assert.Empty(from file in Sources
                     where file.Name != "Program" && !Declares(file.Text, file.Name.Split('.')[0])
                     select file.Path);

    [Fact]
    public void Namespaces_follow_folders_and_are_file_scoped() =>
        Assert.Empty(from file in Sources
                     where file.Name != "Program" && !file.Path.EndsWith(".razor.cs", StringComparison.Ordinal)
                     let expected = $"namespace {file.Folder["src/".Length..].Replace('/', '.')};"
                     where !file.Text.Split('\n').Any(line => line.TrimEnd() == expected)
                     select $"{file.Path} has not \u201c{expected}\u201d");

    [Fact]
    public void A_folder_has_few_files_or_a_reason()
    {
        var counts = Sources.GroupBy(f => f.Folder).ToDictionary(g => g.Key, g => g.Count(), StringComparer.Ordinal);
        Assert.Empty(from folder in counts
                     where folder.Value is < FewestFiles or > MostFiles && !OddFolders.ContainsKey(folder.Key)
                     select $"{folder.Key}: {folder.Value} files");
    }

    [Fact]
    public void No_folder_lies_deeper_than_two_levels_below_its_project() =>
        Assert.Empty(Sources.Where(f => f.Folder.Split('/').Length > 4).Select(f => f.Path));

    [Fact]
    public void Nothing_is_left_to_do_later()
    {
        // Put together here so that this file does not find itself.
        string[] marks = ["NotImplemented" + "Exception", "TO" + "DO", "FIX" + "ME", "HA" + "CK"];
        Assert.Empty(from file in SourceTree.Files("src").Concat(SourceTree.Files("tests")).Concat(SourceTree.Files("bench"))
                     from mark in marks
                     where file.Text.Contains(mark, StringComparison.Ordinal)
                     select $"{file.Path}: {mark}");
    }

    [Fact]
    public void Time_and_chance_come_from_outside()
    {
        string[] banned = ["DateTime." + "Now", "DateTime." + "UtcNow", "DateTimeOffset." + "UtcNow", "Guid." + "NewGuid", "Random." + "Shared", "new " + "Regex("];
        Assert.Empty(from file in Sources
                     from word in banned
                     where file.Text.Contains(word, StringComparison.Ordinal)
                     select $"{file.Path}: {word}");
    }

    [Fact]
    public void A_generated_pattern_cannot_be_made_to_stand_still() =>
        Assert.Empty(from file in Sources
                     from line in file.Text.Split('\n')
                     where line.Contains("[GeneratedRegex(", StringComparison.Ordinal) && !line.Contains("NonBacktracking", StringComparison.Ordinal)
                         && !line.Contains("matchTimeoutMilliseconds", StringComparison.Ordinal)
                     select $"{file.Path}: {line.Trim()}");

    [Fact]
    public void Examples_and_documents_name_no_machine()
    {
        string[] paths = ["/home/", "/root/", "/work/", "/Users/", "C:\\Users"];
        Assert.Empty(from file in SourceTree.Files("docs", ".md", ".json", ".txt").Concat(SourceTree.Files("examples", ".md", ".yaml", ".jsonl", ".eml")).Concat(Front())
                     from path in paths
                     where file.Text.Contains(path, StringComparison.Ordinal)
                     select $"{file.Path}: {path}");
    }

    private static IEnumerable<SourceText> Front() =>
        from name in (string[])["README.md", "CONTRIBUTING.md"]
        let path = Path.Combine(Facts.Route.FactsMaterial.Root, name)
        where File.Exists(path)
        select new SourceText(name, File.ReadAllText(path));

    private static bool Declares(string text, string name) =>
        ((string[])["class", "record", "record struct", "struct", "interface", "enum", "ref struct"])
            .Any(kind => text.Split($"{kind} {name}").Skip(1).Any(rest => rest.Length == 0 || !(char.IsLetterOrDigit(rest[0]) || rest[0] == '_')));

    /// <summary>The words of a name written in capitals.</summary>
    private static IEnumerable<string> Words(string name)
    {
        var start = 0;
        for (var i = 1; i <= name.Length; i++)
            if (i == name.Length || char.IsUpper(name[i]) || !char.IsLetterOrDigit(name[i]))
            {
                yield return name[start..i].Trim('.', '_');
                start = i;
            }
    }
}
