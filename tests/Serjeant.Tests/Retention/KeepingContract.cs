using Serjeant.Campaigns;
using Serjeant.Hunts;
using Serjeant.Judgement;
using Serjeant.Personas;
using Serjeant.Retention;
using Serjeant.Sources;
using Serjeant.Tests.Storage;
using Serjeant.Values;
using Xunit;

namespace Serjeant.Tests.Retention;

/// <summary>What every store keeps and deletes alike.</summary>
public abstract partial class KeepingContract : IDisposable
{
    protected static readonly DateTimeOffset Then = new(2026, 1, 1, 9, 0, 0, TimeSpan.Zero);

    private protected SetClock Clock { get; } = new(Then);

    protected IFlowStore Store { get; set; } = null!;

    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    protected abstract void Reopen();

    protected virtual void Dispose(bool disposing) => Store.Dispose();

    [Fact]
    public void Records_go_when_their_class_says_and_entries_later()
    {
        Fill(1, 2, 3);
        Store.Save([new(Id(2), Finding.Suspect, ""), new(Id(3), Finding.Hostile, "c-3")]);
        Assert.Empty(Retain(209).Removals);
        Assert.Equal([new("record", RetentionClass.Ordinary, 1, Day(1), Day(1))], Retain(210).Removals);
        Reopen();
        Assert.Equal([2, 3], Kept());
        Assert.Equal(3, Store.CountEntries());
        Assert.Equal([new("record", RetentionClass.Suspect, 1, Day(2), Day(2))], Retain(2 * 365).Removals);
        Assert.Equal(
            [new("entry", RetentionClass.Ordinary, 1, Day(1), Day(1)), new("entry", RetentionClass.Suspect, 1, Day(2), Day(2))], Retain(5 * 365).Removals);
        Assert.Equal((1L, 1L), (Store.CountEntries(), Store.CountMessages()));
        Assert.Null(Store.NumberOf(Id(1)));
        Assert.Equal(2, Retain(10 * 365).Removals.Length);
        Assert.Equal((0L, 0L), (Store.CountEntries(), Store.CountMessages()));
        Assert.Empty(Store.ReadKept());
        Assert.Empty(Store.ReadStandings());
        Assert.Empty(Store.ReadMembership());
        Assert.Null(Proof.FirstBroken(Store.ReadProofs()));
        Assert.Equal(4, Store.ReadProofs().Count);
    }

    [Fact]
    public void A_dry_run_says_the_same_and_deletes_nothing()
    {
        Fill(1, 2);
        var said = new Expiry(Store, RetentionPolicy.Default).Apply(Then.AddDays(300), "clerk", dryRun: true, TestContext.Current.CancellationToken);
        Assert.Equal([1, 2], Kept());
        Assert.Empty(Store.ReadProofs());
        Assert.Equal(said.Removals, Retain(300).Removals);
        Assert.Empty(Kept());
    }

    [Fact]
    public void What_was_deleted_is_not_taken_in_again_and_is_counted()
    {
        Fill(1, 2);
        Retain(210);
        Reopen();
        // As read again, by another version.
        Fill("b", 1, 2, 3);
        Assert.Equal([3], Kept());
        Assert.Equal(3, Store.CountEntries());
        Assert.Equal(2, Store.CountDropped());
        Assert.Equal([3], Store.ReadScan().Select(s => Number(s.Message.Id)));
        Retain(210 + 5 * 365);
        Fill("c", 1, 2, 3);
        Assert.Empty(Kept());
        Assert.Equal((0L, 3L), (Store.CountEntries(), Store.CountDropped()));
        Assert.Empty(Store.ReadScan());
    }

    [Fact]
    public void Memberships_outlive_records_and_follow_merges()
    {
        Fill(1, 2, 3);
        Store.Save([("c-1", Id(1)), ("c-2", Id(2)), ("c-2", Id(3))], [], Then);
        Store.Save([new(Id(3), Finding.Hostile, "c-2")]);
        Retain(210);
        Assert.Equal("c-1", Store.ReadMembership()[Id(1)]);
        // The next scan knows of the one that is left only.
        Store.Save([("c-9", Id(3))], [("c-1", "c-9")], Then);
        Store.Save([new(Id(3), Finding.Suspect, "c-9")]);
        Reopen();
        var membership = Store.ReadMembership();
        Assert.Equal(("c-9", "c-2", "c-9"), (membership[Id(1)], membership[Id(2)], membership[Id(3)]));
        Assert.Equal(Finding.Suspect, Store.ReadStandings()[Id(3)].Finding);
    }

    [Fact]
    public void A_standing_stays_when_its_record_is_gone()
    {
        Fill(1, 2);
        Store.Save([new(Id(1), Finding.Suspect, "c-1")]);
        Retain(2 * 365);
        Store.Save([]);
        Assert.Equal(new(Id(1), Finding.Suspect, "c-1"), Assert.Single(Store.ReadStandings()).Value);
        Retain(5 * 365);
        Assert.Empty(Store.ReadStandings());
    }

    [Fact]
    public void A_hold_stops_deletion_of_what_it_covers_until_it_is_released()
    {
        Fill(1, 2, 3, 4, 5);
        Store.Save([("c-1", Id(1))], [], Then);
        Store.Save([("c-2", Id(1))], [("c-1", "c-2")], Then);
        Hold("campaign", HoldScope.Campaign, "c-1");
        Hold("person", HoldScope.Person, new PersonSelection("", ["p2@parliament.example"]).Write());
        Hold("message", HoldScope.Message, Id(3).ToString());
        Store.Add(new Hold("dates", HoldScope.Dates, "") { Reason = "inquiry", By = "clerk", At = Then, From = KeptMessages.Numbered(4).Date, To = KeptMessages.Numbered(5).Date });
        Reopen();
        var outcome = Retain(210);
        Assert.Equal([("campaign", 1L), ("dates", 1L), ("message", 1L), ("person", 1L)], outcome.Held);
        Assert.Equal([1, 2, 3, 4], Kept());
        foreach (var hold in Store.ReadHolds().Where(h => h.Name != "person")) Store.Add(hold with { Released = Clock.Now, ReleasedBy = "clerk", ReleasedWhy = "over" });
        Retain(210);
        Assert.Equal([2], Kept());
        Assert.Equal("inquiry", Store.ReadHolds()[0].Reason);
        Assert.Equal(3, Store.ReadHolds().Count(h => !h.InForce));
    }

    [Fact]
    public void What_was_told_of_a_message_goes_with_its_record_and_reports_by_their_own_term()
    {
        var message = KeptMessages.Numbered(7) with { Channel = MessageChannel.Reported };
        Store.Keep(message);
        Store.Add(new Testimony { Message = message.Id, Carrier = Id(8), By = "Office", Note = "by telephone" });
        Store.Add(new Guise(message.Id, "Ann Hartwell MP", []));
        Store.Add(new SpoofedRow("mail.example", "1", DomainNamed("parliament.example"), null, 3, "none", "", Then, Then, Id(9)));
        Commit();
        Retain(210);
        Assert.Empty(Store.ReadTestimonies());
        Assert.Empty(Store.ReadGuises());
        Assert.Single(Store.ReadSpoofed());
        Assert.Contains(new("reports", null, 1), Retain(2 * 365 + 1).Removals);
        Assert.Empty(Store.ReadSpoofed());
        Assert.False(Store.Keep(message));
    }

    private protected ExpiryOutcome Retain(int days)
    {
        Clock.Now = Then.AddDays(days);
        return new Expiry(Store, RetentionPolicy.Default).Apply(Clock.Now, "clerk", dryRun: false, TestContext.Current.CancellationToken);
    }

    protected void Fill(params int[] numbers) => Fill("a", numbers);

    protected void Fill(string fingerprint, params int[] numbers)
    {
        Store.BeginScan(fingerprint);
        foreach (var number in numbers) AddMail(Mail(number));
        Commit();
    }

    private protected void AddMail(KeptMessage message)
    {
        var place = new MessagePlace("all.mbox", Number(message.Id), 0);
        Store.Add(place, message);
        var keys = new SelectorKeys(Store.Keys);
        var occurrences = message.Recipients.Select(r => new Occurrence(KeyOf(keys, r), SelectorRole.Recipient)).Append(new(KeyOf(keys, message.From), SelectorRole.Author)).OrderBy(o => o.Key);
        Store.Index(new(new() { Id = message.Id, Date = message.Date, Targets = message.Targets, Recipients = message.Recipients.Length }, [.. occurrences], []));
    }

    /// <summary>To a person of that number alone.</summary>
    private protected static KeptMessage Mail(int number) => KeptMessages.Numbered(number) with { Recipients = [$"p{number}@parliament.example"], Targets = [$"p{number}"], From = "press@outlet.example" };

    protected void Commit() => Assert.True(Store.CommitAsync(TestContext.Current.CancellationToken).IsCompletedSuccessfully);

    protected static Sha256 Id(int number) => KeptMessages.Numbered(number).Id;

    protected static DateOnly Day(int number) => DateOnly.FromDateTime(KeptMessages.Numbered(number).Date!.Value.UtcDateTime);

    private protected IEnumerable<int> Kept() => Store.ReadAll().Select(m => Number(m.Id)).Order();

    protected static int Number(Sha256 id) => Enumerable.Range(1, 20).First(n => Id(n) == id);

    private static SelectorKey KeyOf(SelectorKeys keys, string address) => EmailAddress.TryParse(address, out var parsed) ? keys.Of(Selector.Address(parsed)) : default;

    private static DomainName DomainNamed(string name) => DomainName.TryParse(name, out var domain) ? domain : default;

    private void Hold(string name, HoldScope scope, string subject) => Store.Add(new Hold(name, scope, subject) { Reason = "inquiry", By = "clerk", At = Then });
}
