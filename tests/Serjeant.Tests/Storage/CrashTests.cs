using CsCheck;
using Serjeant.Personas;
using Serjeant.Sources;
using Serjeant.Storage;
using Xunit;

namespace Serjeant.Tests.Storage;

/// <summary>A process may end at any instruction, and a log may end at any byte: what was committed is there, in order, and nothing else.</summary>
public sealed class CrashTests
{
    private const int Batch = 20, Batches = 5;

    [Fact]
    public void What_was_not_committed_is_gone_and_the_rest_is_there()
    {
        using var folder = new TemporaryFolder();
        using (var store = SqliteStore.Open(folder.Path, TimeProvider.System)) Fill(store, committed: 3);
        Assert.Equal(3, WholeBatches(folder));
    }

    [Fact]
    public void The_image_of_a_killed_process_holds_what_was_committed_and_nothing_else()
    {
        using var folder = new TemporaryFolder();
        using var image = new TemporaryFolder();
        using (var store = SqliteStore.Open(folder.Path, TimeProvider.System))
        {
            Fill(store, committed: 4);
            // More than the cache holds, so that uncommitted pages are in the log as well.
            var large = KeptMessages.Numbered(0, new string('x', 1 << 20));
            for (var i = 0; i < 50; i++) store.Add(new MessagePlace("large.mbox", i, i), large with { Id = KeptMessages.Numbered(1000 + i).Id });
            Copy(folder, image);
        }
        Assert.True(new FileInfo(image.File("serjeant.db-wal")).Length > 10 << 20);
        Assert.Equal(4, WholeBatches(image));
    }

    [Fact]
    public void A_log_that_ends_at_any_byte_opens_with_the_first_of_what_was_committed()
    {
        using var folder = new TemporaryFolder();
        using var store = SqliteStore.Open(folder.Path, TimeProvider.System);
        Fill(store, committed: Batches);
        var length = new FileInfo(folder.File("serjeant.db-wal")).Length;
        var seen = new HashSet<int>();
        Gen.Long[0, length].Sample(end =>
        {
            using var torn = new TemporaryFolder();
            Copy(folder, torn);
            using (var log = new FileStream(torn.File("serjeant.db-wal"), FileMode.Open)) log.SetLength(end);
            seen.Add(WholeBatches(torn));
        }, iter: 60, threads: 1);
        Assert.True(seen.Count > 2);
        Assert.Equal(Batches, WholeBatches(folder, store));
    }

    [Fact]
    public async Task Testimonies_and_decisions_that_were_committed_survive_a_kill_and_others_do_not()
    {
        using var folder = new TemporaryFolder();
        using var image = new TemporaryFolder();
        _ = Serjeant.Values.EmailAddress.TryParse("a@b.example", out var address);
        using (var store = SqliteStore.Open(folder.Path, TimeProvider.System))
        {
            for (var i = 0; i < 4; i++)
            {
                store.Keep(KeptMessages.Numbered(i) with { Channel = Serjeant.Campaigns.MessageChannel.Reported });
                store.Add(new Testimony { Message = KeptMessages.Numbered(i).Id, Carrier = KeptMessages.Numbered(i).Id, By = "Office" });
                store.Add(new AddressDecision($"p{i}", address, true, "clerk", "why", DateTimeOffset.UnixEpoch));
                if (i == 2) await store.CommitAsync(TestContext.Current.CancellationToken);
            }
            Copy(folder, image);
        }
        using var again = SqliteStore.Open(image.Path, TimeProvider.System);
        Assert.Equal((3, 3, 3L), (again.ReadTestimonies().Count, again.ReadDecisions().Count, again.CountMessages()));
    }

    [Fact]
    public void A_stopped_scan_of_an_image_goes_on_where_its_last_commit_was()
    {
        using var folder = new TemporaryFolder();
        using var image = new TemporaryFolder();
        using (var store = SqliteStore.Open(folder.Path, TimeProvider.System))
        {
            Fill(store, committed: 2);
            Copy(folder, image);
        }
        using var again = SqliteStore.Open(image.Path, TimeProvider.System);
        again.BeginScan("a");
        Assert.Equal(new SourceProgress(Mbox, 2 * Batch, 2 * Batch * 1000L, false), again.Find(Mbox));
    }

    private static SourceFile Mbox { get; } = new("all.mbox", 1_000_000, DateTimeOffset.UnixEpoch);

    /// <summary>Adds all batches, and commits the first of them.</summary>
    private static void Fill(SqliteStore store, int committed)
    {
        store.BeginScan("a");
        for (var i = 0; i < Batch * Batches; i++)
        {
            store.Add(new MessagePlace(Mbox.Path, i, i * 1000L), KeptMessages.Numbered(i));
            if (i % Batch != Batch - 1) continue;
            store.Save(new SourceProgress(Mbox, i + 1, (i + 1) * 1000L, false));
            if (i < committed * Batch) Assert.True(store.CommitAsync(TestContext.Current.CancellationToken).IsCompletedSuccessfully);
        }
    }

    private static int WholeBatches(TemporaryFolder folder)
    {
        using var store = SqliteStore.Open(folder.Path, TimeProvider.System);
        return WholeBatches(folder, store);
    }

    /// <summary>How many batches are there, once all that is stored was found to agree on it.</summary>
    private static int WholeBatches(TemporaryFolder folder, SqliteStore store)
    {
        using (var database = Database.OpenToRead(folder.File(DataFolder.DatabaseName)))
        using (var check = database.Prepare("PRAGMA integrity_check"))
        {
            Assert.True(check.Step());
            Assert.Equal("ok", check.Text(0));
        }
        var count = (int)store.CountMessages();
        var expected = Enumerable.Range(0, count).Select(i => KeptMessages.Numbered(i).Id).ToList();
        Assert.Equal(0, count % Batch);
        Assert.Equal(expected, store.ReadAll().Select(message => message.Id));
        Assert.Equal(expected, store.ReadScan().Select(sighting => sighting.Message.Id));
        return count / Batch;
    }

    private static void Copy(TemporaryFolder from, TemporaryFolder to)
    {
        // The index first: a run that the copied database speaks of was there before.
        Directory.CreateDirectory(to.File("index"));
        var names = Directory.GetFiles(from.File("index")).Select(path => Path.Combine("index", Path.GetFileName(path))).Concat(["serjeant.db", "serjeant.db-wal", "serjeant.key"]);
        foreach (var name in names)
        {
            using var source = new FileStream(from.File(name), FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var target = File.Create(to.File(name));
            source.CopyTo(target);
        }
    }
}
