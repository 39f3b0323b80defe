using CsCheck;
using Serjeant.Sources;
using Serjeant.Campaigns;
using Serjeant.Storage;
using Xunit;

namespace Serjeant.Tests.Storage;

/// <summary>What every store does alike: messages and campaigns. Files and progress: <see cref="ProgressContract"/>.</summary>
public abstract partial class StoreContract : IDisposable
{
    protected static readonly DateTimeOffset Then = new(2024, 3, 25, 9, 0, 0, TimeSpan.Zero);

    protected IScanStore Store { get; set; } = null!;

    protected static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>Ends the process that had the store, and begins another.</summary>
    protected abstract void Reopen();

    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing) => Store.Dispose();

    [Fact]
    public async Task Any_message_is_given_back_as_it_was_kept()
    {
        Store.BeginScan("a");
        var messages = KeptMessages.Any.Array[50].Single().DistinctBy(message => message.Id).ToList();
        for (var i = 0; i < messages.Count; i++) Assert.True(Store.Add(At("all.mbox", i), messages[i]));
        await Store.CommitAsync(Stop);
        Reopen();
        foreach (var message in messages) Assert.True(KeptMessages.Same(message, Store.Find(message.Id)));
        Assert.Null(Store.Find(KeptMessages.Numbered(-1).Id));
        Assert.Equal(messages.Count, Store.CountMessages());
        Assert.Equal(messages.Select(message => message.Id).Order(), Store.ReadAll().Select(message => message.Id).Order());
    }

    [Fact]
    public async Task Messages_are_read_by_date_with_undated_last_then_by_identity()
    {
        Store.BeginScan("a");
        var dates = new DateTimeOffset?[] { null, Then, Then.AddTicks(1), Then.ToOffset(TimeSpan.FromHours(5)), DateTimeOffset.MaxValue, DateTimeOffset.MinValue };
        var messages = Enumerable.Range(0, 60).Select(i => KeptMessages.Numbered(i) with { Date = dates[i % dates.Length] }).ToList();
        for (var i = 0; i < messages.Count; i++) Store.Add(At("all.mbox", i), messages[i]);
        await Store.CommitAsync(Stop);
        var expected = messages.OrderBy(message => message.Date is null).ThenBy(message => message.Date).ThenBy(message => message.Id);
        Assert.Equal(expected.Select(message => message.Id), Store.ReadAll().Select(message => message.Id));
    }

    [Fact]
    public async Task Messages_whose_identities_begin_alike_stay_apart_and_in_order()
    {
        Store.BeginScan("a");
        var messages = new byte[] { 200, 3, 255, 0 }.Select(last => KeptMessages.Numbered(1) with { Id = new([.. new byte[31], last]) }).ToList();
        for (var i = 0; i < messages.Count; i++) Assert.True(Store.Add(At("all.mbox", i), messages[i]));
        Assert.False(Store.Add(At("all.mbox", 9), messages[2]));
        await Store.CommitAsync(Stop);
        Assert.Equal(messages.Select(message => message.Id).Order(), Store.ReadAll().Select(message => message.Id));
        Assert.Equal(messages[1].Id, Store.Find(messages[1].Id)!.Id);
    }

    [Fact]
    public async Task The_same_bytes_in_two_places_are_one_message_seen_twice()
    {
        Store.BeginScan("a");
        Assert.True(Store.Add(At("a.eml", 0), KeptMessages.Numbered(1)));
        Assert.False(Store.Add(At("b.eml", 0), KeptMessages.Numbered(1)));
        await Store.CommitAsync(Stop);
        Assert.Equal(1, Store.CountMessages());
        Assert.Equal([At("a.eml", 0), At("b.eml", 0)], Store.ReadScan().Select(sighting => sighting.Place));
        Assert.Single(Store.ReadAll());
    }

    [Fact]
    public void Nothing_can_be_added_before_a_scan_began()
    {
        Assert.Throws<InvalidOperationException>(() => Store.Add(At("a.eml", 0), KeptMessages.Numbered(1)));
        Assert.Throws<InvalidOperationException>(() => Store.Add(new Unreadable(At("a.eml", 0), "no")));
        Assert.Throws<InvalidOperationException>(() => Store.Find(new SourceFile("a.eml", 1, Then)));
    }

    [Fact]
    public void Memberships_are_replaced_and_merges_are_added()
    {
        var (one, two) = (KeptMessages.Numbered(1).Id, KeptMessages.Numbered(2).Id);
        Store.Save([("c-1", one), ("c-2", two)], [], Then);
        Reopen();
        Assert.Equal("c-2", Store.ReadMembership()[two]);
        Store.Save([("c-1", two)], [("c-2", "c-1")], Then.AddDays(1).ToOffset(TimeSpan.FromHours(2)));
        Store.Save([("c-1", two)], [("c-2", "c-1"), ("c-9", "c-1")], Then.AddDays(2));
        Reopen();
        Assert.Equal("c-1", Assert.Single(Store.ReadMembership(), pair => pair.Key == two).Value);
        Assert.Equal([("c-2", "c-1", Then.AddDays(1)), ("c-9", "c-1", Then.AddDays(2))], Store.ReadMerges());
    }

    [Fact]
    public void Memberships_stay_when_replacing_them_fails()
    {
        Store.Save([("c-1", KeptMessages.Numbered(1).Id)], [], Then);
        Assert.Throws<TimeoutException>(() => Store.Save(Failing(), [], Then));
        Assert.Equal(["c-1"], Store.ReadMembership().Values);

        static IEnumerable<(string, Serjeant.Values.Sha256)> Failing()
        {
            yield return ("c-2", KeptMessages.Numbered(2).Id);
            throw new TimeoutException();
        }
    }

    [Fact]
    public async Task Reading_goes_on_while_messages_are_added()
    {
        Store.BeginScan("a");
        var committed = 0;
        var done = false;
        var reading = Task.Run(() =>
        {
            while (!Volatile.Read(ref done))
            {
                var least = Volatile.Read(ref committed);
                Assert.InRange(Store.ReadAll().Count(), least, 5000);
                Assert.InRange(Store.ReadScan().Count(), least, 5000);
                _ = Store.Find(KeptMessages.Numbered(0).Id);
            }
        }, Stop);
        for (var i = 0; i < 5000; i++)
        {
            Store.Add(At("all.mbox", i), KeptMessages.Numbered(i));
            if (i % 100 != 99) continue;
            await Store.CommitAsync(Stop);
            Volatile.Write(ref committed, i + 1);
        }
        Volatile.Write(ref done, true);
        await reading;
        Assert.Equal(5000, Store.ReadAll().Count());
    }

    protected static MessagePlace At(string source, int ordinal) => new(source, ordinal, ordinal * 1000L);
}
