using CsCheck;
using Serjeant.Hunts;
using Serjeant.Sources;
using Serjeant.Storage;
using Serjeant.Storage.Index;
using Serjeant.Storage.Runs;
using Xunit;

namespace Serjeant.Tests.Storage;

/// <summary>Runs: what is written is read, and what is not as it was written is refused with the file's name.</summary>
public sealed class RunTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    /// <summary>Lists of all lengths: keys drawn from few or from many.</summary>
    private static readonly Gen<StoredPosting[]> Postings =
        from keys in Gen.OneOf(Gen.ULong[0, 3], Gen.ULong[0, 400], Gen.ULong[0, (1UL << 56) - 1]).Array[1, 40]
        from drawn in Gen.Select(Gen.Int[0, keys.Length - 1], Gen.OneOf(Gen.UInt[1, 9_000], Gen.UInt), Gen.OneOf(Gen.Byte[0, 127], Gen.Const((byte)4), Gen.Byte[Mark.Identity, Mark.File])).Array[1, 6_000]
        select drawn.Select(d => new StoredPosting(keys[d.Item1], d.Item2, d.Item3)).ToArray();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Any_postings_come_out_as_they_went_in_each_once_and_in_order() => Postings.Sample(postings =>
    {
        var expected = Together(postings);
        var run = Write(postings);
        try
        {
            Assert.Equal(expected, ReadAll(run));
            var search = expected.GroupBy(p => p.Key).ToList();
            using var reader = new RunReader(run);
            foreach (var key in search)
            {
                Assert.True(reader.Seek(key.Key));
                var found = new List<StoredPosting>();
                while (reader.NextOf(key.Key)) found.Add(reader.Current);
                Assert.Equal(key, found);
                using var counter = new RunReader(run);
                Assert.True(counter.Seek(key.Key));
                Assert.Equal(key.Count(), counter.CountOf(key.Key));
                if (key.Any(p => Mark.IsSpecial(p.Mark))) Assert.True(run.MayHaveSpecial(key.Key));
            }
            foreach (var absent in search.Select(key => key.Key + 1).Except(search.Select(key => key.Key)))
            {
                using var other = new RunReader(run);
                Assert.False(other.Seek(absent));
            }
        }
        finally
        {
            Drop(run);
        }
    }, iter: 60, threads: 1);

    [Fact]
    public void Merged_runs_hold_what_the_runs_held_together() => Postings.Array[2, 5].Sample(parts =>
    {
        var runs = parts.Select((part, i) => Write(part, i + 1)).ToList();
        var info = RunMerge.Write(runs, _folder.Path, 99, null, TestContext.Current.CancellationToken)!;
        var merged = Run.Open(_folder.Path, info);
        Assert.Equal(Together([.. parts.SelectMany(part => part)]), ReadAll(merged));
        foreach (var run in runs.Append(merged)) Drop(run);
    }, iter: 25, threads: 1);

    [Fact]
    public void A_run_with_any_byte_changed_cut_off_or_zeroed_is_refused_or_reads_the_same()
    {
        var postings = Enumerable.Range(0, 20_000).Select(i => new StoredPosting((ulong)i * 7_919 % 5_000 * 104_729, (uint)i, (byte)(1 + (i % 3)))).ToArray();
        var whole = Write(postings);
        var (path, info, expected) = (RunFile.PathOf(_folder.Path, 1), whole.Info, ReadAll(whole));
        var bytes = File.ReadAllBytes(path);
        whole.Release();
        var refused = 0;
        Gen.Select(Gen.Int[0, bytes.Length - 1], Gen.Int[0, 2], Gen.Byte[1, 255]).Sample((at, how, by) =>
        {
            var torn = bytes.ToArray();
            if (how == 0) torn[at] ^= by;
            else torn.AsSpan(at).Clear();
            File.WriteAllBytes(path, how == 1 ? torn[..at] : torn);
            try
            {
                var run = Run.Open(_folder.Path, info);
                Assert.Equal(expected, ReadAll(run));
                Assert.Equal(bytes, torn); // nothing but what was there already was written
                run.Release();
            }
            catch (SerjeantException refusal)
            {
                refused++;
                Assert.Contains("/000001.run in the data folder is damaged", refusal.Message, StringComparison.Ordinal);
                Assert.Contains("scan again", refusal.Message, StringComparison.Ordinal);
                Assert.False(refusal.RetryHelps);
            }
        }, iter: 400, threads: 1);
        Assert.True(refused > 300);
    }

    [Fact]
    public void Another_runs_file_is_not_taken_for_this_one()
    {
        var one = Write([new(1, 1, 1)]);
        one.Release();
        var two = Write([new(2, 1, 1)], 2);
        File.Copy(RunFile.PathOf(_folder.Path, 2), RunFile.PathOf(_folder.Path, 1), overwrite: true);
        Assert.Throws<SerjeantException>(() => Run.Open(_folder.Path, one.Info));
        File.Delete(RunFile.PathOf(_folder.Path, 1));
        Assert.Contains("missing", Assert.Throws<SerjeantException>(() => Run.Open(_folder.Path, one.Info)).Message, StringComparison.Ordinal);
        two.Release();
    }

    [Fact]
    public void A_block_of_any_bytes_ends_and_is_at_most_refused()
    {
        Gen.Select(Gen.Byte.Array[0, 200], Gen.Int[1, 4], Gen.Int[0, 6]).Sample((bytes, numbers, gaps) =>
        {
            var cursor = new BlockCursor(new(5, numbers, gaps));
            cursor.Load(bytes, 0, bytes.Length, 9);
            try
            {
                for (var lists = 0; cursor.NextList(); lists++)
                {
                    Assert.True(lists <= bytes.Length);
                    for (var postings = 0; cursor.NextPosting(); postings++) Assert.True(postings <= bytes.Length);
                }
            }
            catch (InvalidDataException)
            {
                // as it should be
            }
        }, iter: 5_000, threads: 1);
    }

    [Fact]
    public void A_replaced_run_is_readable_for_who_holds_it_and_gone_after()
    {
        var run = Write([new(1, 1, 1), new(2, 2, 2)]);
        using var set = new RunSet();
        set.Replace([], [run]);
        using (var held = set.Hold())
        {
            set.Replace([run], []);
            Assert.True(File.Exists(RunFile.PathOf(_folder.Path, 1)));
            Assert.Equal(2, ReadAll(held.Runs[0]).Count);
        }
        Assert.False(File.Exists(RunFile.PathOf(_folder.Path, 1)));
    }

    [Fact]
    public void A_damaged_run_in_a_data_folder_says_so_and_finds_nothing_wrong()
    {
        var data = _folder.File("data");
        var key = new SelectorKey(ulong.MaxValue / 3);
        using (var store = SqliteStore.Open(data, TimeProvider.System))
        {
            store.BeginScan("a");
            for (var i = 0; i < 50; i++)
            {
                store.Add(new MessagePlace("a.mbox", i, i), KeptMessages.Numbered(i));
                store.Index(new(new() { Id = KeptMessages.Numbered(i).Id }, [new(key, SelectorRole.Link)], []));
            }
            Assert.True(store.CommitAsync(TestContext.Current.CancellationToken).IsCompletedSuccessfully);
        }
        var path = Directory.GetFiles(Path.Combine(data, "index")).Max()!;
        var bytes = File.ReadAllBytes(path);
        bytes[10] ^= 1;
        File.WriteAllBytes(path, bytes);
        using var damaged = SqliteStore.Open(data, TimeProvider.System);
        foreach (var act in new Action[] { () => Assert.Empty(damaged.Find([key], TestContext.Current.CancellationToken)), () => damaged.Count(key), () => damaged.NumberOf(KeptMessages.Numbered(3).Id) })
            Assert.Contains("is damaged", Assert.Throws<SerjeantException>(act).Message, StringComparison.Ordinal);
    }

    private Run Write(IEnumerable<StoredPosting> postings, long number = 1)
    {
        var buffer = new PostingBuffer();
        foreach (var posting in postings) buffer.Add(posting);
        return Run.Open(_folder.Path, buffer.Write(_folder.Path, number)!);
    }

    private static void Drop(Run run)
    {
        run.Replace();
        run.Release();
    }

    private static List<StoredPosting> ReadAll(Run run)
    {
        var all = new List<StoredPosting>();
        using var reader = new RunReader(run, RunReader.Much);
        while (reader.Next()) all.Add(reader.Current);
        return all;
    }

    private static List<StoredPosting> Together(StoredPosting[] postings) =>
        [.. postings.GroupBy(p => (p.Key, p.Number, Mark.IsSpecial(p.Mark) ? p.Mark : (byte)0)).Select(same => same.First() with { Mark = same.Aggregate((byte)0, (mark, p) => (byte)(mark | p.Mark)) }).Order()];
}
