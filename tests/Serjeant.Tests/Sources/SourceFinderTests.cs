using Serjeant.Sources;
using Xunit;

namespace Serjeant.Tests.Sources;

public sealed class SourceFinderTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("serjeant-sources-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Files_come_in_ordinal_order_at_any_depth()
    {
        Write("b/new/2:2,S", "x");
        Write("b/new/10:2,", "x");
        Write("a.eml", "x");
        Write("B/one", "x");
        Assert.Equal(["B/one", "a.eml", "b/new/10:2,", "b/new/2:2,S"], Find());
    }

    [Fact]
    public void Rosters_and_what_mail_programs_keep_are_no_sources()
    {
        foreach (var name in new[] { "roster.yaml", "roster.yml", "house.popolo.json", "dovecot.index.cache", "maildirfolder", ".nfs0001", "cyrus.header", "Inbox.msf" })
            Write(name, "x");
        Write("new/1", "x");
        Write("cur/2", "x");
        Write("tmp/3", "x");
        Assert.Equal(["cur/2", "new/1"], Find());
        Assert.Equal("a roster, not mail", Assert.Single(All(Path.Combine(_folder, "roster.yaml"))).Unreadable?.Reason);
    }

    [Fact]
    public void An_empty_file_is_listed_only_where_a_message_must_have_been()
    {
        Write("Trash", "");
        Write("cur/1:2,S", "");
        Write("lost.eml", "");
        Assert.Equal(["cur/1:2,S: an empty file where a message should be", "lost.eml: an empty file where a message should be"], Find());
    }

    [Fact]
    public void A_circle_of_links_ends_and_no_folder_is_looked_into_twice()
    {
        Write("a/one", "x");
        Directory.CreateSymbolicLink(Path.Combine(_folder, "a", "up"), _folder);
        Directory.CreateSymbolicLink(Path.Combine(_folder, "b"), Path.Combine(_folder, "a"));
        Directory.CreateSymbolicLink(Path.Combine(_folder, "itself"), Path.Combine(_folder, "itself"));
        var found = Find();
        Assert.Equal("a/one", found[0]);
        Assert.Equal(2, found.Count);
        Assert.StartsWith("itself: ", found[1], StringComparison.Ordinal);
    }

    [Fact]
    public void A_link_to_a_file_has_the_length_of_the_file()
    {
        Write("one", "twelve bytes");
        File.CreateSymbolicLink(Path.Combine(_folder, "two"), "one");
        Assert.Equal([12], All(Path.Combine(_folder, "two")).Select(f => f.File?.Length ?? 0));
    }

    [Fact]
    public void A_file_and_a_link_to_it_are_one()
    {
        Write("one", "twelve bytes");
        File.CreateSymbolicLink(Path.Combine(_folder, "two"), "one");
        Assert.Equal(["one"], Find());
    }

    [Fact]
    public void A_path_that_is_not_there_is_listed()
    {
        Assert.Equal("does not exist", Assert.Single(All(Path.Combine(_folder, "none"))).Unreadable?.Reason);
        Assert.Equal("not a path", Assert.Single(All("")).Unreadable?.Reason);
    }

    [Fact]
    public void Standard_input_is_a_source() =>
        Assert.Equal(new SourceFile("-", 0, DateTimeOffset.MinValue), Assert.Single(All("-")).File);

    [Fact]
    public void Bounds_on_depth_and_number_are_kept_and_said()
    {
        Write("a/b/c/d", "x");
        for (var i = 0; i < 5; i++)
            Write($"f{i}", "x");
        var found = new SourceFinder(new SourceLimits { Files = 3, FolderDepth = 2 }).Find([_folder]).ToList();
        Assert.Equal(3, found.Count(f => f.File is not null));
        Assert.Contains(found, f => f.Unreadable?.Reason == "more than 2 folders deep, not looked into");
        Assert.StartsWith("holds more than 3 files; those from ", found[^1].Unreadable?.Reason, StringComparison.Ordinal);
    }

    private void Write(string path, string text)
    {
        var full = Path.Combine(_folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, text);
    }

    private static List<FoundSource> All(params string[] paths) => [.. new SourceFinder(SourceLimits.Default).Find(paths)];

    private List<string> Find() => [.. All(_folder).Select(f => f.File is { } file
        ? Path.GetRelativePath(_folder, file.Path)
        : $"{Path.GetRelativePath(_folder, f.Unreadable!.Place.Source)}: {f.Unreadable.Reason}")];
}
