using Serjeant.Sources;
using Xunit;

namespace Serjeant.Tests.Storage;

/// <summary>What every store does alike with files: going on, recalling, reading afresh.</summary>
public abstract class ProgressContract : StoreContract
{
    private static readonly SourceFile Mbox = new("all.mbox", 5000, Then);

    [Fact]
    public async Task A_file_that_did_not_change_is_recalled_with_all_its_places()
    {
        Store.BeginScan("a");
        Read(Mbox, 0, 3, complete: true);
        await Store.CommitAsync(Stop);
        Reopen();
        Store.BeginScan("a");
        Assert.Empty(Store.ReadScan());
        Assert.Equal(new SourceProgress(Mbox, 4, 4000, true), Store.Find(Mbox));
        Store.Recall(Mbox);
        Store.Recall(Mbox);
        await Store.CommitAsync(Stop);
        Assert.Equal([0, 1, 2], Store.ReadScan().Select(sighting => sighting.Place.Ordinal));
        Assert.Equal([new Unreadable(At(Mbox.Path, 3), "cut off")], Store.ReadUnreadable());
        Assert.Equal(3, Store.CountMessages());
    }

    [Fact]
    public async Task A_second_reading_of_the_same_file_adds_nothing_twice()
    {
        for (var scan = 0; scan < 2; scan++)
        {
            Store.BeginScan("a");
            Read(Mbox, 0, 3, complete: true);
            await Store.CommitAsync(Stop);
        }
        Assert.Equal(3, Store.ReadScan().Count());
        Assert.Single(Store.ReadUnreadable());
        Assert.Equal(3, Store.CountMessages());
    }

    [Fact]
    public async Task A_stopped_scan_goes_on_and_shows_the_whole_file()
    {
        Store.BeginScan("a");
        Read(Mbox, 0, 2, complete: false);
        await Store.CommitAsync(Stop);
        Reopen();
        Store.BeginScan("a");
        Assert.Equal(new SourceProgress(Mbox, 2, 2000, false), Store.Find(Mbox));
        Assert.Throws<InvalidOperationException>(() => Store.Recall(Mbox));
        Read(Mbox, 2, 4, complete: true);
        await Store.CommitAsync(Stop);
        Assert.Equal([0, 1, 2, 3], Store.ReadScan().Select(sighting => sighting.Place.Ordinal));
    }

    [Fact]
    public async Task A_stopped_scan_of_many_files_goes_on_in_all_of_them()
    {
        var files = Enumerable.Range(0, 600).Select(i => Mbox with { Path = $"{i}.mbox" }).ToList();
        Store.BeginScan("a");
        foreach (var file in files) Read(file, 0, 1, complete: false);
        await Store.CommitAsync(Stop);
        Reopen();
        Store.BeginScan("a");
        Assert.All(files, file => Assert.NotNull(Store.Find(file)));
        foreach (var file in files) Read(file, 1, 2, complete: false);
        foreach (var file in files) Read(file, 2, 3, complete: true);
        await Store.CommitAsync(Stop);
        Assert.Equal(files.SelectMany(file => new[] { At(file.Path, 0), At(file.Path, 1), At(file.Path, 2) }), Store.ReadScan().Select(sighting => sighting.Place));
    }

    [Fact]
    public async Task A_file_that_changed_is_new_and_what_was_noted_of_it_is_forgotten()
    {
        Store.BeginScan("a");
        Read(Mbox, 0, 3, complete: true);
        await Store.CommitAsync(Stop);
        Reopen();
        Store.BeginScan("a");
        Assert.Null(Store.Find(Mbox with { Length = 5001 }));
        var changed = Mbox with { Modified = Then.AddSeconds(1) };
        Assert.Null(Store.Find(changed));
        Assert.Throws<InvalidOperationException>(() => Store.Recall(changed));
        Store.Add(At(Mbox.Path, 0), KeptMessages.Numbered(77));
        Store.Save(new(changed, 1, 1000, true));
        await Store.CommitAsync(Stop);
        Assert.Equal([KeptMessages.Numbered(77).Id], Store.ReadScan().Select(sighting => sighting.Message.Id));
        Assert.Empty(Store.ReadUnreadable());
        Assert.Equal(4, Store.CountMessages());
    }

    [Fact]
    public async Task A_file_that_became_empty_shows_nothing()
    {
        Store.BeginScan("a");
        Read(Mbox, 0, 3, complete: true);
        Store.BeginScan("a");
        Store.Save(new(Mbox with { Length = 0 }, 0, 0, true));
        await Store.CommitAsync(Stop);
        Assert.Empty(Store.ReadScan());
    }

    [Fact]
    public async Task A_new_fingerprint_makes_all_files_new_and_the_newest_reading_wins()
    {
        foreach (var fingerprint in new[] { "a", "b", "a" })
        {
            Store.BeginScan(fingerprint);
            Assert.Null(Store.Find(Mbox));
            Assert.Equal(Store.CountMessages() == 0, Store.Add(At(Mbox.Path, 0), KeptMessages.Numbered(1, "As read by " + fingerprint)));
            Assert.False(Store.Add(At(Mbox.Path, 1), KeptMessages.Numbered(1, "Never kept")));
            Store.Save(new(Mbox, 2, 2000, true));
            await Store.CommitAsync(Stop);
            Assert.Equal("As read by " + fingerprint, Assert.Single(Store.ReadAll()).Subject);
            Reopen();
        }
    }

    [Fact]
    public async Task A_replaced_message_moves_to_its_new_date()
    {
        Store.BeginScan("a");
        for (var i = 0; i < 3; i++) Store.Add(At(Mbox.Path, i), KeptMessages.Numbered(i));
        Store.BeginScan("b");
        Store.Add(At(Mbox.Path, 0), KeptMessages.Numbered(0) with { Date = Then });
        await Store.CommitAsync(Stop);
        Assert.Equal(KeptMessages.Numbered(0).Id, Store.ReadAll().Last().Id);
    }

    [Fact]
    public async Task Standard_input_is_never_known_from_before()
    {
        var input = new SourceFile(SourceFile.StandardInput, 0, default);
        foreach (var number in new[] { 1, 2 })
        {
            Store.BeginScan("a");
            Assert.Null(Store.Find(input));
            Store.Add(At(input.Path, 0), KeptMessages.Numbered(number));
            Store.Save(new(input, 1, 1000, true));
            await Store.CommitAsync(Stop);
            Assert.Equal([KeptMessages.Numbered(number).Id], Store.ReadScan().Select(sighting => sighting.Message.Id));
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("zero \0 inside")]
    [InlineData("Ärger \ud83d\ude00 ' \" ; --")]
    public async Task Paths_reasons_and_fingerprints_may_hold_any_text(string text)
    {
        Store.BeginScan(text);
        Read(Mbox with { Path = text + "x" }, 0, 1, complete: true);
        Store.Add(new Unreadable(At(text, 0), text + new string('y', 3000)));
        await Store.CommitAsync(Stop);
        Reopen();
        Assert.Equal(text + "x", Assert.Single(Store.ReadScan()).Place.Source);
        Assert.Equal(new Unreadable(At(text, 0), text + new string('y', 3000)), Store.ReadUnreadable().Last());
        Store.BeginScan(text);
        Assert.NotNull(Store.Find(Mbox with { Path = text + "x" }));
    }

    [Fact]
    public async Task Scans_are_numbered_and_places_come_in_the_order_in_which_files_were_met()
    {
        Assert.Equal(1, Store.BeginScan("a"));
        foreach (var path in new[] { "z.eml", "a.eml", "m.eml" }) Store.Add(At(path, 0), KeptMessages.Numbered(path[0]));
        Store.Add(At("m.eml", 2), KeptMessages.Numbered(2));
        Store.Add(At("z.eml", 1), KeptMessages.Numbered(1));
        await Store.CommitAsync(Stop);
        MessagePlace[] expected = [At("z.eml", 0), At("z.eml", 1), At("a.eml", 0), At("m.eml", 0), At("m.eml", 2)];
        Assert.Equal(expected, Store.ReadScan().Select(sighting => sighting.Place));
        Reopen();
        Assert.Equal(expected, Store.ReadScan().Select(sighting => sighting.Place));
        Assert.Equal(2, Store.BeginScan("a"));
    }

    /// <summary>Messages from one ordinal to before another; a file read whole ends in something unreadable.</summary>
    private void Read(SourceFile file, int from, int to, bool complete)
    {
        for (var i = from; i < to; i++) Store.Add(At(file.Path, i), KeptMessages.Numbered(i));
        if (complete) Store.Add(new Unreadable(At(file.Path, to), "cut off"));
        var places = complete ? to + 1 : to;
        Store.Save(new(file, places, places * 1000L, complete));
    }
}
