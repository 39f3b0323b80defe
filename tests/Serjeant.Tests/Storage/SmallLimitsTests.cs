using CsCheck;
using Serjeant.Hunts;
using Serjeant.Sources;
using Serjeant.Storage;
using Serjeant.Storage.Index;
using Xunit;

namespace Serjeant.Tests.Storage;

/// <summary>The index with limits so small that it writes early and merges at most moments, at once and beside the scan.</summary>
public sealed class SmallLimitsTests
{
    private static readonly IndexLimits[] Limits =
    [
        new() { MostInMemory = 7 },
        new() { MostInMemory = 40, AtOnce = 0, MostRuns = 9, MostLeft = 1 },
        new() { AtOnce = 150, MostRuns = 30 },
    ];

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void Any_course_of_things_leaves_what_the_index_in_memory_would_have(int limits) =>
        IndexCourse.Any.Sample(course =>
        {
            using var folder = new TemporaryFolder();
            var store = SqliteStore.Open(folder.Path, TimeProvider.System, Limits[limits]);
            var expected = course.Run(new MemoryStore(), null, TestContext.Current.CancellationToken);
            Assert.Equal(expected, course.Run(store, Reopen, TestContext.Current.CancellationToken, () => store));
            store.Dispose();

            void Reopen()
            {
                store.Dispose();
                store = SqliteStore.Open(folder.Path, TimeProvider.System, Limits[limits]);
            }
        }, iter: 25, threads: 1);

    [Fact]
    public async Task Readers_see_a_commit_whole_while_runs_are_merged_beside_them()
    {
        var stop = TestContext.Current.CancellationToken;
        using var folder = new TemporaryFolder();
        using var store = SqliteStore.Open(folder.Path, TimeProvider.System, Limits[1]);
        store.BeginScan("a");
        var key = new SelectorKey(1UL << 40);
        var committed = 0;
        var done = false;
        var reading = Task.Run(() =>
        {
            for (var rounds = 0; !Volatile.Read(ref done) || rounds < 3; rounds++)
            {
                var least = Volatile.Read(ref committed);
                var numbers = store.Find([key], stop).Select(p => p.Number).ToList();
                Assert.True(numbers.Count >= least && numbers.Count % 10 == 0);
                Assert.Equal(Enumerable.Range(1, numbers.Count).Select(n => (uint)n), numbers);
                Assert.True(store.Count(key) >= numbers.Count);
            }
        }, stop);
        for (var i = 0; i < 2_000; i++)
        {
            store.Add(new MessagePlace("a.mbox", i, i), KeptMessages.Numbered(i));
            store.Index(new(new() { Id = KeptMessages.Numbered(i).Id }, [new(key, SelectorRole.Link), new(new((ulong)i << 20), SelectorRole.Author)], []));
            if (i % 10 != 9) continue;
            await store.CommitAsync(stop);
            Volatile.Write(ref committed, i + 1);
        }
        Volatile.Write(ref done, true);
        await reading;
        Assert.True(Directory.GetFiles(folder.File("index")).Length < 60);
    }

    [Fact]
    public async Task A_domain_with_a_host_for_every_recipient_does_not_fill_the_list()
    {
        using var folder = new TemporaryFolder();
        using var store = SqliteStore.Open(folder.Path, TimeProvider.System);
        store.Index(new(new() { Id = KeptMessages.Numbered(1).Id }, [], [.. Enumerable.Range(0, 3_000).Select(i => new Selector(SelectorKind.Host, $"u{i}.click.example.com")), new Selector(SelectorKind.Host, "www.example.org")]));
        await store.CommitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(1_000, store.ReadListed(SelectorKind.Host, "example.com").Count());
        Assert.Equal(["www.example.org"], store.ReadListed(SelectorKind.Host, "example.org"));
    }
}
