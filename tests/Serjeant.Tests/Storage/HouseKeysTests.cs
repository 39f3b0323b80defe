using Microsoft.Data.Sqlite;
using Serjeant.Personas;
using Serjeant.Retention;
using Serjeant.Sources;
using Serjeant.Storage;
using Serjeant.Storage.Keys;
using Serjeant.Tests.Retention;
using Xunit;

namespace Serjeant.Tests.Storage;

/// <summary>No key is made beside data that another one seals, none is lost, and none is kept longer than it is needed.</summary>
public sealed class HouseKeysTests : IDisposable
{
    private static readonly DateTimeOffset Then = new(2026, 1, 1, 9, 0, 0, TimeSpan.Zero);

    private readonly TemporaryFolder _folder = new();
    private readonly SetClock _clock = new(Then);

    public void Dispose() => _folder.Dispose();

    private string KeyPath => _folder.File("serjeant.key");

    [Fact]
    public void Without_the_key_the_folder_does_not_open_and_no_key_is_made()
    {
        Fill(3);
        File.Move(KeyPath, _folder.File("away"));
        var refusal = Assert.Throws<SerjeantException>(() => Open());
        Assert.Contains("the key file is not there", refusal.Message, StringComparison.Ordinal);
        Assert.False(File.Exists(KeyPath));
        KeyFile.Make(KeyPath);
        Assert.Contains("it lacks the key", Assert.Throws<SerjeantException>(() => Open()).Message, StringComparison.Ordinal);
        using (var named = Open(_folder.File("away"))) Assert.Equal(3, named.ReadAll().Count());
        File.Move(_folder.File("away"), KeyPath, overwrite: true);
        using var store = Open();
        Assert.Equal(3, store.ReadAll().Count());
    }

    [Theory]
    [InlineData("")]
    [InlineData("0123\n")]
    [InlineData("not hexadecimal digits\n")]
    public void A_file_that_holds_no_key_is_refused_and_left_alone(string text)
    {
        File.WriteAllText(KeyPath, text);
        var refusal = Assert.Throws<SerjeantException>(() => Open());
        if (text.Length > 0) Assert.DoesNotContain(text.Trim(), refusal.Message, StringComparison.Ordinal);
        Assert.Equal(text, File.ReadAllText(KeyPath));
    }

    [Fact]
    public void A_named_key_file_is_made_for_a_new_folder_and_asked_for_later()
    {
        using (var outside = new TemporaryFolder())
        {
            using (var store = Open(outside.File("house.key"))) store.BeginScan("a");
            Assert.False(File.Exists(KeyPath));
            using (Open(outside.File("house.key"))) { }
            if (!OperatingSystem.IsWindows()) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(outside.File("house.key")));
        }
        Assert.Throws<SerjeantException>(() => Open());
    }

    [Fact]
    public void A_rotation_brings_everything_under_the_new_key()
    {
        Fill(5_000);
        using var store = Open();
        store.Add(new Testimony { Message = KeptMessages.Numbered(1).Id, Carrier = KeptMessages.Numbered(1).Id, By = "Office", Note = "n" });
        store.Add(new Guise(KeptMessages.Numbered(1).Id, "Ann Hartwell", ["private address"]));
        store.Add(new Hold("case", HoldScope.Dates, "") { Reason = "inquiry", By = "clerk", At = Then });
        var old = Assert.Single(store.ReadKeys());
        Assert.Equal(5_000, old.Records);
        _clock.Now = Then.AddDays(1);
        store.RotateKey();
        var keys = store.ReadKeys();
        Assert.Equal((2, 0L, 5_000L), (keys.Count, keys[0].Records, keys[1].Records));
        Assert.Equal((old.Id, store.Keys.Current.Id), (keys[0].Id, keys[1].Id));
        Assert.Equal((_clock.Now, 5_000L), (keys[0].Retired, keys[0].Last));
        Assert.False(store.Add(new Testimony { Message = KeptMessages.Numbered(1).Id, Carrier = KeptMessages.Numbered(1).Id, By = "Office", Note = "n" }));
        // The new key alone reads all of it.
        File.WriteAllLines(KeyPath, File.ReadAllLines(KeyPath)[..1]);
        var ring = KeyFile.Read(KeyPath);
        using var database = Database.OpenToRead(_folder.File("serjeant.db"));
        using var sealing = new Serjeant.Storage.Records.RecordSealing(ring);
        Assert.Equal(5_000, Serjeant.Storage.Tables.MessageTable.ReadAll(database, sealing).Count());
        Assert.Equal("n", Assert.Single(Serjeant.Storage.Tables.PersonaTables.ReadTestimonies(database, sealing.Texts)).Note);
        Assert.Equal("Ann Hartwell", Assert.Single(Serjeant.Storage.Tables.PersonaTables.ReadGuises(database, sealing.Texts)).Signature);
        Assert.Equal("inquiry", Assert.Single(Serjeant.Storage.Keeping.KeepingTables.ReadHolds(database, sealing.Texts)).Reason);
    }

    [Fact]
    public void A_rotation_stopped_after_any_step_leaves_a_folder_that_opens()
    {
        Fill(10);
        // The new key is in the file, and nothing is under it yet.
        KeyFile.Rotate(KeyPath);
        using (var store = Open())
        {
            Assert.Equal(10, store.ReadAll().Count());
            Assert.Equal([10L, 0L], store.ReadKeys().OrderByDescending(k => k.Records).Select(k => k.Records));
            store.RotateKey();
            Assert.Equal([10L, 0L, 0L], store.ReadKeys().OrderByDescending(k => k.Records).Select(k => k.Records));
        }
        using var again = Open();
        Assert.Equal(10, again.ReadAll().Count());
    }

    [Fact]
    public void An_old_key_is_destroyed_when_the_last_entry_of_its_time_is_gone()
    {
        Fill(2);
        using var store = Open();
        store.RotateKey();
        Assert.Empty(store.DestroyOldKeys("clerk", RetentionPolicy.Default.Digest));
        store.BeginScan("a");
        store.Add(new MessagePlace("b.eml", 0, 0), KeptMessages.Numbered(50));
        Assert.True(store.CommitAsync(TestContext.Current.CancellationToken).IsCompletedSuccessfully);
        store.Drop([new(KeptMessages.Numbered(0).Id, true)], Proof.After(store.LastProof(), Then, "clerk", "retain", null, []));
        Assert.Empty(store.DestroyOldKeys("clerk", RetentionPolicy.Default.Digest));
        store.Drop([new(KeptMessages.Numbered(1).Id, true)], Proof.After(store.LastProof(), Then, "clerk", "retain", null, []));
        var old = store.Keys.Keys[1].Id;
        Assert.Equal([old], store.DestroyOldKeys("clerk", RetentionPolicy.Default.Digest));
        Assert.Single(File.ReadAllLines(KeyPath));
        Assert.Single(store.Keys.Keys);
        Assert.NotNull(store.ReadKeys().Single(k => k.Id == old).Destroyed);
        Assert.Equal(KeptMessages.Numbered(50).Id, Assert.Single(store.ReadAll()).Id);
        Assert.Null(Proof.FirstBroken(store.ReadProofs()));
    }

    [Fact]
    public void A_moved_key_is_found_and_its_old_place_is_empty()
    {
        Fill(2);
        using var outside = new TemporaryFolder();
        File.WriteAllText(outside.File("taken"), "");
        using (var store = Open())
        {
            Assert.Throws<SerjeantException>(() => store.MoveKey(outside.File("taken")));
            Assert.True(File.Exists(KeyPath));
            store.MoveKey(outside.File("house.key"));
            Assert.Equal(2, store.ReadAll().Count());
        }
        Assert.False(File.Exists(KeyPath));
        using (var store = Open()) Assert.Equal(2, store.ReadAll().Count());
        File.Move(outside.File("house.key"), outside.File("gone.key"));
        Assert.Contains("house.key", Assert.Throws<SerjeantException>(() => Open()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Sealing_an_old_folder_goes_on_where_it_was_stopped()
    {
        OldFolder.Make(_folder, Schema.Steps[..2], "Minutes of the committee", messages: 4_500);
        using (var connection = new SqliteConnection($"Data Source={_folder.File("serjeant.db")};Pooling=False"))
        {
            connection.Open();
            OldFolder.Run(connection, "INSERT INTO guise VALUES(x'" + KeptMessages.Numbered(1).Id + "', 'Ann Hartwell', 'private address')");
            // Damage stops it in its second batch.
            OldFolder.Run(connection, "UPDATE message SET head=x'0100' WHERE id=3000");
        }
        Assert.Throws<SerjeantException>(() => { using var store = Open(); _ = store.ReadAll().Count(); });
        using (var connection = new SqliteConnection($"Data Source={_folder.File("serjeant.db")};Pooling=False"))
        {
            connection.Open();
            OldFolder.Run(connection, "DELETE FROM message WHERE id=3000");
        }
        using (var store = Open())
        {
            Assert.Equal(4_499, store.ReadAll().Count());
            Assert.Equal(4_499, Assert.Single(store.ReadKeys()).Records);
            Assert.Equal("Ann Hartwell", Assert.Single(store.ReadGuises()).Signature);
            Assert.Equal(DateOnly.FromDateTime(Then.UtcDateTime), store.ReadKept().First().Kept);
            Assert.False(OldFolder.Holds(_folder, "Minutes of the committee", "Ann Hartwell"));
        }
    }

    private SqliteStore Open(string? key = null) => SqliteStore.Open(_folder.Path, _clock, key);

    private void Fill(int count)
    {
        using var store = Open();
        store.BeginScan("a");
        for (var i = 0; i < count; i++) store.Add(new MessagePlace("a.mbox", i, i), KeptMessages.Numbered(i));
        Assert.True(store.CommitAsync(TestContext.Current.CancellationToken).IsCompletedSuccessfully);
    }
}
