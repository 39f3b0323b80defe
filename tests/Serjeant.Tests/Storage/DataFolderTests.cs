using Microsoft.Data.Sqlite;
using Serjeant.Personas;
using Serjeant.Sources;
using Serjeant.Storage;
using Serjeant.Storage.Records;
using Serjeant.Storage.Tables;
using Xunit;

namespace Serjeant.Tests.Storage;

/// <summary>Folders that cannot be used are refused in words a person can act on, and nothing in them is changed.</summary>
public sealed class DataFolderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_new_folder_and_its_files_are_open_to_their_owner_only()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such modes.");
        if (OperatingSystem.IsWindows()) return;
        var folder = _folder.File("deep/data");
        using var store = SqliteStore.Open(folder, TimeProvider.System);
        store.BeginScan("a");
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(folder));
        foreach (var file in Directory.GetFiles(folder)) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
        Assert.Contains(Directory.GetFiles(folder), file => file.EndsWith("-wal", StringComparison.Ordinal));
    }

    [Fact]
    public void A_folder_that_another_scan_holds_is_refused_until_it_ends()
    {
        using (SqliteStore.Open(_folder.Path, TimeProvider.System))
        {
            var refusal = Refuse(_folder.Path);
            Assert.True(refusal.RetryHelps);
            Assert.Contains("in use by another command", refusal.Message, StringComparison.Ordinal);
        }
        var store = SqliteStore.Open(_folder.Path, TimeProvider.System);
        store.Dispose();
        store.Dispose();
    }

    [Fact]
    public void A_path_that_is_no_folder_is_refused()
    {
        File.WriteAllText(_folder.File("file"), "");
        foreach (var path in new[] { _folder.File("file"), _folder.File("file/below"), "", "nul\0" })
        {
            var refusal = Refuse(path);
            Assert.False(refusal.RetryHelps);
            Assert.Contains("cannot be written", refusal.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_folder_that_may_not_be_written_is_refused()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows() || Environment.IsPrivilegedProcess, "Needs modes, and an account that they bind.");
        if (OperatingSystem.IsWindows()) return;
        File.SetUnixFileMode(_folder.Path, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        Assert.Contains("cannot be written", Refuse(_folder.Path).Message, StringComparison.Ordinal);
        File.SetUnixFileMode(_folder.Path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    [Fact]
    public void A_file_that_is_no_database_is_refused_and_left_alone()
    {
        var bytes = Enumerable.Range(0, 5000).Select(i => (byte)i).ToArray();
        File.WriteAllBytes(_folder.File("serjeant.db"), bytes);
        Assert.Contains("is no database", Refuse(_folder.Path).Message, StringComparison.Ordinal);
        Assert.Equal(bytes, File.ReadAllBytes(_folder.File("serjeant.db")));
    }

    [Theory]
    [InlineData("CREATE TABLE other(a)", "belongs to another program")]
    [InlineData("PRAGMA application_id=7", "belongs to another program")]
    [InlineData("PRAGMA application_id=1399157354; PRAGMA user_version=99", "newer version")]
    public void A_database_of_others_or_of_a_newer_version_is_refused_and_left_alone(string sql, string reason)
    {
        using (var connection = new SqliteConnection($"Data Source={_folder.File("serjeant.db")};Pooling=False"))
        {
            connection.Open();
            using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The texts stand above.
            command.CommandText = sql;
#pragma warning restore CA2100
            command.ExecuteNonQuery();
        }
        var before = File.ReadAllBytes(_folder.File("serjeant.db"));
        var refusal = Refuse(_folder.Path);
        Assert.Contains(reason, refusal.Message, StringComparison.Ordinal);
        Assert.False(refusal.RetryHelps);
        Assert.Equal(before, File.ReadAllBytes(_folder.File("serjeant.db")));
    }

    [Fact]
    public void An_older_database_is_brought_forward_step_by_step_and_keeps_what_it_has()
    {
        using (var store = SqliteStore.Open(_folder.Path, TimeProvider.System))
        {
            store.BeginScan("a");
            store.Add(new MessagePlace("a.eml", 0, 0), KeptMessages.Numbered(1));
            Assert.True(store.CommitAsync(TestContext.Current.CancellationToken).IsCompletedSuccessfully);
        }
        using var database = Database.OpenToWrite(_folder.File("serjeant.db"));
        Schema.Upgrade(database, [.. Schema.Steps, "CREATE TABLE later(a); INSERT INTO later VALUES(7)"]);
        Assert.Equal(Schema.Steps.Length + 1, database.Ask("PRAGMA user_version"));
        Assert.Equal(7, database.Ask("SELECT a FROM later"));
        Assert.Equal(1, database.Ask("SELECT count(*) FROM message"));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task A_folder_of_an_older_version_opens_keeps_its_messages_and_its_scan_and_takes_new_ones(int version)
    {
        var stop = TestContext.Current.CancellationToken;
        WriteOld(version);
        using var again = SqliteStore.Open(_folder.Path, TimeProvider.System);
        Assert.Equal(3, again.CountMessages());
        Assert.Equal(0, again.CountEntries());
        MessagePlace[] places = [new("mail/b.eml", 0, 0), new("all.mbox", 0, 0), new("all.mbox", 1, 700), new("/mail/c/\u00e9.eml", 0, 5)];
        Assert.Equal(places, again.ReadScan().Select(sighting => sighting.Place));
        Assert.Equal([1, 2, 3, 1], again.ReadScan().Select(sighting => KeptMessages.NumberOf(sighting.Message)));
        Assert.Equal("Minutes of the committee", again.Find(KeptMessages.Numbered(2).Id)!.Subject);
        Assert.Equal(8, again.BeginScan("old"));
        // What the older version read it with stood in clear and is forgotten: files are read anew once.
        Assert.Null(again.Find(new SourceFile("all.mbox", 900, DateTimeOffset.UnixEpoch)));
        Assert.False(again.Add(new MessagePlace("d.eml", 0, 0), KeptMessages.Numbered(3)));
        Assert.True(again.Add(new MessagePlace("e.eml", 0, 0), KeptMessages.Numbered(4)));
        Assert.True(again.Add(new Testimony { Message = KeptMessages.Numbered(1).Id, Carrier = KeptMessages.Numbered(2).Id, By = "Office" }));
        await again.CommitAsync(stop);
        Assert.Single(again.ReadTestimonies());
        Assert.Equal(4, again.CountMessages());
    }

    /// <summary>As versions 1 and 2 wrote it: paths whole, an index of identities, no entries.</summary>
    private void WriteOld(int version)
    {
        using var connection = new SqliteConnection($"Data Source={_folder.File("serjeant.db")};Pooling=False");
        connection.Open();
        connection.Close();
        using var database = Database.OpenToWriteAs(_folder.File("serjeant.db"), Schema.Steps.AsSpan(0, version));
        var (head, rest) = (new BlobWriter(), new BlobWriter());
        using var message = database.Prepare("INSERT INTO message(key, date, reading, head, rest) VALUES(?,?,1,?,?)");
        for (var i = 1; i <= 3; i++)
        {
            MessageEncoding.WriteHead(head, KeptMessages.Numbered(i));
            MessageEncoding.WriteRest(rest, KeptMessages.Numbered(i));
            message.Bind(1, i).Bind(2, i).Bind(3, head.Written).Bind(4, rest.Written).Run();
        }
        database.Execute(
            $"""
            INSERT INTO scan VALUES(7, 0, 1, 'old');
            INSERT INTO file VALUES(1, 'mail/b.eml', 1, 300, 0, 1, 300, 1), (2, 'all.mbox', 1, 900, {DateTimeOffset.UnixEpoch.UtcTicks}, 2, 900, 1), (3, '/mail/c/é.eml', 1, 300, 0, 1, 300, 1);
            INSERT INTO sighting VALUES(1, 0, 0, 1), (2, 0, 0, 2), (2, 1, 700, 3), (3, 0, 5, 1);
            INSERT INTO visit VALUES(1, 1), (2, 2), (3, 3);
            """);
    }

    [Fact]
    public async Task A_folder_of_version_1_opens_keeps_its_messages_sealed_and_takes_testimonies()
    {
        var stop = TestContext.Current.CancellationToken;
        OldFolder.Make(_folder, Schema.Steps[..1], "Minutes of the committee");
        Assert.True(OldFolder.Holds(_folder, "Minutes of the committee"));
        using (var store = SqliteStore.Open(_folder.Path, TimeProvider.System))
        {
            Assert.Equal(1, store.CountMessages());
            Assert.True(KeptMessages.Same(KeptMessages.Numbered(1), store.Find(KeptMessages.Numbered(1).Id)));
            Assert.Empty(store.ReadTestimonies());
            Assert.False(OldFolder.Holds(_folder, "Minutes of the committee"));
            Assert.False(OldFolder.Holds(_folder, "clerk@parliament.example"));
            Assert.Equal(1, store.BeginScan("a"));
            Assert.True(store.Add(new Testimony { Message = KeptMessages.Numbered(1).Id, Carrier = KeptMessages.Numbered(2).Id, By = "Office" }));
            await store.CommitAsync(stop);
            Assert.Single(store.ReadTestimonies());
        }
        Assert.False(OldFolder.Holds(_folder, "Minutes of the committee"));
    }

    [Fact]
    public void A_damaged_record_is_reported_without_a_word_of_what_it_holds()
    {
        using var store = SqliteStore.Open(_folder.Path, TimeProvider.System);
        store.BeginScan("a");
        store.Add(new MessagePlace("a.eml", 0, 0), KeptMessages.Numbered(1, "Confidential"));
        Assert.True(store.CommitAsync(TestContext.Current.CancellationToken).IsCompletedSuccessfully);
        using (var database = Database.OpenToWrite(_folder.File("serjeant.db")))
            database.Execute("UPDATE message SET rest=substr(rest, 1, 40)");
        foreach (var read in new Action[] { () => Assert.Empty(store.ReadAll()), () => Assert.Empty(store.ReadScan()), () => store.Find(KeptMessages.Numbered(1).Id) })
        {
            var failure = Assert.Throws<SerjeantException>(read);
            Assert.DoesNotContain("Confidential", failure.ToString(), StringComparison.Ordinal);
            Assert.DoesNotContain("parliament", failure.ToString(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void No_reading_in_order_sorts()
    {
        using var store = SqliteStore.Open(_folder.Path, TimeProvider.System);
        using var database = Database.OpenToRead(_folder.File("serjeant.db"));
        foreach (var sql in ScanReader.InOrder.Append(MessageTable.AllByDate))
        {
            using var plan = database.Prepare("EXPLAIN QUERY PLAN " + sql);
            while (plan.Step()) Assert.DoesNotContain("TEMP B-TREE", plan.Text(3), StringComparison.Ordinal);
        }
    }

    private static SerjeantException Refuse(string folder) =>
        Assert.Throws<SerjeantException>(() => SqliteStore.Open(folder, TimeProvider.System).Dispose());
}
