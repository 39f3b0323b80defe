using Microsoft.Data.Sqlite;
using Serjeant.Personas;
using Serjeant.Sources;
using Serjeant.Storage;
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
            Assert.Contains("in use by another scan", refusal.Message, StringComparison.Ordinal);
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
        foreach (var sql in new[] { MessageTable.AllByDate, FileTable.ScanInOrder, FileTable.UnreadableInOrder })
        {
            using var plan = database.Prepare("EXPLAIN QUERY PLAN " + sql);
            while (plan.Step()) Assert.DoesNotContain("TEMP B-TREE", plan.Text(3), StringComparison.Ordinal);
        }
    }

    private static SerjeantException Refuse(string folder) =>
        Assert.Throws<SerjeantException>(() => SqliteStore.Open(folder, TimeProvider.System).Dispose());
}
