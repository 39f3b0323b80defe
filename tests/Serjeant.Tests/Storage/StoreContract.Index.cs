using CsCheck;
using Serjeant.Campaigns;
using Serjeant.Facts;
using Serjeant.Hunts;
using Serjeant.Sources;
using Serjeant.Storage;
using Serjeant.Values;
using Xunit;

namespace Serjeant.Tests.Storage;

/// <summary>What every store does alike with what messages are found by.</summary>
public abstract partial class StoreContract
{
    private IIndexStore Postings => (IIndexStore)Store;

    private static SelectorKey Key(string host) => new SelectorKeys(new MemoryStore().Keys).Of(new Selector(SelectorKind.Host, host));

    private static IndexedMessage Indexed(int message, params (string Host, SelectorRole Role)[] hosts) =>
        new(new() { Id = KeptMessages.Numbered(message).Id, Date = Then.AddMinutes(message), SenderDomain = "example.com" },
            [.. hosts.Select(h => new Occurrence(Key(h.Host), h.Role)).OrderBy(o => o.Key)], [.. hosts.Select(h => new Selector(SelectorKind.Host, h.Host))]);

    private void AddIndexed(int message, params (string Host, SelectorRole Role)[] hosts)
    {
        Store.Add(At($"{message}.eml", 0), KeptMessages.Numbered(message));
        Postings.Index(Indexed(message, hosts));
    }

    private List<(int Message, SelectorRole Role)> Search(params string[] hosts) =>
        [.. Postings.Find([.. hosts.Select(Key).Order()], Stop).Select(p => (MessageOf(p.Number), p.Role))];

    private int MessageOf(uint number) => (int)(Postings.FindEntry(number)!.Date!.Value - Then).TotalMinutes;

    private uint NumberOf(int message) => Postings.NumberOf(KeptMessages.Numbered(message).Id)!.Value;

    [Fact]
    public async Task A_message_is_found_by_every_selector_that_it_has_and_by_no_other()
    {
        Store.BeginScan("a");
        AddIndexed(1, ("a.example", SelectorRole.Author), ("b.example", SelectorRole.Link | SelectorRole.Callback));
        AddIndexed(2, ("b.example", SelectorRole.Envelope));
        await Store.CommitAsync(Stop);
        Reopen();
        Assert.Equal([(1, SelectorRole.Author)], Search("a.example"));
        Assert.Equal([(1, SelectorRole.Link | SelectorRole.Callback), (2, SelectorRole.Envelope)], Search("b.example"));
        Assert.Empty(Search("c.example"));
        Assert.Equal(3, Search("a.example", "b.example", "c.example").Count);
        Assert.Equal((1, 2, 0), (Postings.Count(Key("a.example")), Postings.Count(Key("b.example")), Postings.Count(Key("c.example"))));
        Assert.Equal(2, Postings.CountEntries());
    }

    [Fact]
    public async Task An_entry_is_given_back_as_it_was_indexed()
    {
        Store.BeginScan("a");
        var entry = new IndexEntry
        {
            Id = KeptMessages.Numbered(1).Id,
            Date = new DateTimeOffset(2024, 3, 25, 9, 0, 7, 123, TimeSpan.FromMinutes(-210)).AddTicks(4),
            Kind = MessageKind.AutoReply,
            Channel = MessageChannel.Returned,
            Outbound = true,
            SenderDomain = "b\u00e9.example",
            Targets = ["p2", "p1"],
            Recipients = 300,
        };
        var bare = new IndexEntry { Id = KeptMessages.Numbered(2).Id };
        foreach (var e in (IndexEntry[])[entry, bare]) Postings.Index(new(e, [], []));
        await Store.CommitAsync(Stop);
        Reopen();
        foreach (var e in (IndexEntry[])[entry, bare])
        {
            var read = Postings.FindEntry(Postings.NumberOf(e.Id)!.Value)!;
            Assert.Equal(e.Targets, read.Targets);
            Assert.Equal(e, read with { Targets = e.Targets });
            Assert.Equal(e.Date?.Offset, read.Date?.Offset);
        }
        Assert.Null(Postings.NumberOf(KeptMessages.Numbered(3).Id));
        Assert.Null(Postings.FindEntry(4_000_000_000));
    }

    [Fact]
    public async Task Reading_a_message_again_adds_what_is_new_and_keeps_its_number()
    {
        Store.BeginScan("a");
        AddIndexed(1, ("a.example", SelectorRole.Author));
        await Store.CommitAsync(Stop);
        var number = NumberOf(1);
        Reopen();
        Store.BeginScan("b");
        AddIndexed(2, ("a.example", SelectorRole.Author));
        AddIndexed(1, ("a.example", SelectorRole.Link), ("b.example", SelectorRole.Link));
        AddIndexed(1, ("a.example", SelectorRole.Link), ("b.example", SelectorRole.Link));
        await Store.CommitAsync(Stop);
        Assert.Equal(number, NumberOf(1));
        Assert.Equal([(1, SelectorRole.Author | SelectorRole.Link), (2, SelectorRole.Author)], Search("a.example"));
        Assert.Equal([(1, SelectorRole.Link)], Search("b.example"));
        Assert.Equal((2, 1, 2), (Postings.Count(Key("a.example")), Postings.Count(Key("b.example")), Postings.CountEntries()));
    }

    [Fact]
    public async Task Places_are_those_where_the_message_still_stands()
    {
        Store.BeginScan("a");
        AddIndexed(1);
        Store.Add(At("all.mbox", 0), KeptMessages.Numbered(2));
        Store.Add(At("all.mbox", 1), KeptMessages.Numbered(1));
        Store.Add(At("all.mbox", 2), KeptMessages.Numbered(1));
        Postings.Index(Indexed(2));
        await Store.CommitAsync(Stop);
        Assert.Equal([At("1.eml", 0), At("all.mbox", 1), At("all.mbox", 2)], Postings.FindPlaces(NumberOf(1)).OrderBy(p => p.Source).ThenBy(p => p.Ordinal));
        Assert.Equal([At("all.mbox", 0)], Postings.FindPlaces(NumberOf(2)));
        Reopen();
        Store.BeginScan("a");
        Store.Add(At("all.mbox", 0), KeptMessages.Numbered(3)); // the file has changed
        await Store.CommitAsync(Stop);
        Assert.Equal([At("1.eml", 0)], Postings.FindPlaces(NumberOf(1)));
        Assert.Empty(Postings.FindPlaces(NumberOf(2)));
        Assert.Empty(Postings.FindPlaces(4_000_000_000));
    }

    [Fact]
    public async Task Listed_hosts_are_read_by_the_domain_that_they_lie_in()
    {
        Store.BeginScan("a");
        string[] hosts = ["example.com", "www.example.com", "a.b.example.com", "example.com.evil.test", "badexample.com", "example.co", "example-com.test", "xn--bcher-kva.example.com"];
        AddIndexed(1, [.. hosts.Select(h => (h, SelectorRole.Link))]);
        AddIndexed(2, ("www.example.com", SelectorRole.Link));
        Postings.Index(Indexed(2) with { Listed = [new(SelectorKind.UrlShape, "/a/b22"), new(SelectorKind.Software, "Mailer #.#")] });
        await Store.CommitAsync(Stop);
        Reopen();
        Assert.Equal(hosts.Order(), Postings.ReadListed(SelectorKind.Host).Order());
        Assert.Equal(["a.b.example.com", "example.com", "www.example.com", "xn--bcher-kva.example.com"], Postings.ReadListed(SelectorKind.Host, "example.com").Order());
        Assert.Equal(["a.b.example.com"], Postings.ReadListed(SelectorKind.Host, "b.example.com"));
        Assert.Equal(["/a/b22"], Postings.ReadListed(SelectorKind.UrlShape));
        Assert.Empty(Postings.ReadListed(SelectorKind.MessageIdShape));
    }

    [Fact]
    public async Task A_message_whose_record_went_keeps_its_entry_its_places_and_its_number()
    {
        Store.BeginScan("a");
        AddIndexed(1, ("a.example", SelectorRole.Author));
        AddIndexed(2, ("a.example", SelectorRole.Author));
        await Store.CommitAsync(Stop);
        var number = NumberOf(1);
        Assert.Equal(1, Removal.RemoveRecords(Store, [number, 4_000_000_000]));
        await Store.CommitAsync(Stop);
        Reopen();
        Assert.Equal((1, 2), (Store.CountMessages(), Postings.CountEntries()));
        Assert.Null(Store.Find(KeptMessages.Numbered(1).Id));
        Assert.Equal(KeptMessages.Numbered(2).Id, Assert.Single(Store.ReadScan()).Message.Id);
        Assert.Equal(KeptMessages.Numbered(2).Id, Assert.Single(Store.ReadAll()).Id);
        Assert.Equal([At("1.eml", 0)], Postings.FindPlaces(number));
        Assert.Equal(2, Search("a.example").Count);
        Store.BeginScan("b");
        AddIndexed(1, ("a.example", SelectorRole.Author));
        await Store.CommitAsync(Stop);
        Assert.Equal(number, NumberOf(1));
        Assert.Equal(2, Store.CountMessages());
    }

    [Fact]
    public async Task A_removed_message_is_gone_and_its_number_is_never_given_again()
    {
        Store.BeginScan("a");
        for (var i = 1; i <= 40; i++) AddIndexed(i, ("a.example", SelectorRole.Author), ($"{i}.example", SelectorRole.Link));
        await Store.CommitAsync(Stop);
        var (seven, last) = (NumberOf(7), NumberOf(40));
        Removal.RemoveEntries(Store, [seven, last, 4_000_000_000]);
        Reopen();
        Assert.Equal((38, 38, 38), (Postings.CountEntries(), Store.CountMessages(), Postings.Count(Key("a.example"))));
        Assert.Empty(Search("7.example", "40.example"));
        Assert.Equal([(8, SelectorRole.Link)], Search("8.example"));
        Assert.Null(Postings.FindEntry(seven));
        Assert.Empty(Postings.FindPlaces(last));
        Store.BeginScan("b");
        AddIndexed(7, ("a.example", SelectorRole.Author));
        await Store.CommitAsync(Stop);
        Assert.True(NumberOf(7) > last);
        Assert.Equal(39, Search("a.example").Count);
    }

    [Fact]
    public async Task One_persons_postings_and_mark_can_be_taken_away()
    {
        Store.BeginScan("a");
        for (var i = 1; i <= 3; i++)
        {
            Store.Add(At($"{i}.eml", 0), KeptMessages.Numbered(i));
            var message = Indexed(i, ("a.example", SelectorRole.Recipient), ("b.example", SelectorRole.Recipient));
            Postings.Index(message with { Entry = message.Entry with { Targets = i == 2 ? ["q"] : ["p", "q"] } });
        }
        await Store.CommitAsync(Stop);
        Removal.RemovePostings(Store, [(Key("a.example"), NumberOf(1)), (Key("a.example"), NumberOf(3)), (Key("none.example"), NumberOf(1))]);
        Assert.Equal(2, Removal.RemoveTarget(Store, "p"));
        Assert.Equal(0, Removal.RemoveTarget(Store, "p"));
        Reopen();
        Assert.Equal([(2, SelectorRole.Recipient)], Search("a.example"));
        Assert.Equal(3, Search("b.example").Count);
        Assert.All(new[] { 1, 2, 3 }, i => Assert.Equal(["q"], Postings.FindEntry(NumberOf(i))!.Targets));
    }

    [Fact]
    public void Any_course_of_things_leaves_what_the_index_in_memory_would_have() =>
        IndexCourse.Any.Sample(course =>
        {
            Fresh();
            var expected = course.Run(new MemoryStore(), null, TestContext.Current.CancellationToken);
            Assert.Equal(expected, course.Run(Store, Reopen, TestContext.Current.CancellationToken, () => Store));
        }, iter: 40, threads: 1);

    /// <summary>Begins with an empty store.</summary>
    protected abstract void Fresh();
}
