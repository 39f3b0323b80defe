using Serjeant.Hunts;
using Serjeant.Judgement;
using Serjeant.Personas;
using Serjeant.Retention;
using Serjeant.Signals;
using Serjeant.Signals.Impersonation;
using Serjeant.Tests.Storage;
using Serjeant.Values;
using Xunit;

namespace Serjeant.Tests.Retention;

public abstract partial class KeepingContract
{
    private static readonly PersonSelection Ann = new("p1", ["p1@parliament.example", "ann@home.example"]);

    [Fact]
    public void Mail_to_the_person_alone_goes_whole_and_the_person_out_of_the_rest()
    {
        Store.BeginScan("a");
        AddMail(Mail(1));
        AddMail(Mail(2));
        AddMail(Mail(3) with
        {
            Recipients = ["p1@parliament.example", "p3@parliament.example"],
            Targets = ["p1", "p3"],
            Signals = [new Signal("text.x", "written to P1@parliament.example"), new Signal("text.y", "kept")],
            Urls = [new("https://t.example/?to=p1%40parliament.example", Serjeant.Facts.LinkFire.Clicking, true)],
            Imitations = [new Imitation(ImitatedKind.Person, "p1", ImitationManner.DisplayName, "Ann Hartwell", "p1@parliament.example", "Ann Hartwell", "x@bad.example", "same name")],
        });
        Store.Add(new Guise(Id(3), "Ann Hartwell MP", []));
        Commit();
        var outcome = Forget(Ann);
        Reopen();
        Assert.Equal(
            ["entry 1", "entry freed of the person 1", "record 1", "record freed of the person 1", "reports 1"], outcome.Removals.Select(r => $"{r.Kind} {r.Count}"));
        Assert.Equal([2, 3], Kept());
        var shared = Store.Find(Id(3))!;
        Assert.Equal(("p3@parliament.example", "p3"), (Assert.Single(shared.Recipients), Assert.Single(shared.Targets)));
        Assert.Equal(["written to (deleted)", "kept"], shared.Signals.Select(s => s.Evidence));
        Assert.Equal("https://t.example/?to=(deleted)", Assert.Single(shared.Urls).Url);
        Assert.Empty(shared.Imitations);
        Assert.Empty(Store.ReadGuises());
        Assert.Empty(new PersonMail(Store).Find(Ann));
        Assert.Null(Store.NumberOf(Id(1)));
        Assert.Equal(["p3"], Store.FindEntry(Store.NumberOf(Id(3))!.Value)!.Targets);
        Assert.Empty(Store.Find(Ann.Keys(Store.Keys), TestContext.Current.CancellationToken));
    }

    [Fact]
    public void The_person_does_not_come_back_when_the_same_mail_is_read_again()
    {
        Fill(1, 2);
        AddMail(Mail(3) with { Recipients = ["p1@parliament.example", "p3@parliament.example"], Targets = ["p1", "p3"] });
        Commit();
        Forget(Ann);
        Store.BeginScan("b");
        AddMail(Mail(1));
        AddMail(Mail(3) with { Recipients = ["p1@parliament.example", "p3@parliament.example"], Targets = ["p1", "p3"] });
        Commit();
        Assert.Empty(new PersonMail(Store).Find(Ann));
        Assert.Equal([2, 3], Kept());
        Assert.Equal((1L, 2L), (Store.CountDropped(), Store.CountEntries()));
    }

    [Fact]
    public void Of_mail_whose_record_is_gone_the_entry_and_its_postings_go()
    {
        Fill(1, 2);
        AddMail(Mail(3) with { Recipients = ["p1@parliament.example", "p3@parliament.example"], Targets = ["p1", "p3"] });
        Commit();
        Retain(210);
        Forget(Ann);
        Assert.Empty(new PersonMail(Store).Find(Ann));
        Assert.Equal(2, Store.CountEntries());
    }

    [Fact]
    public void Ordinary_mail_by_the_person_goes_and_hostile_mail_stays()
    {
        Fill(2, 3);
        AddMail(Mail(4) with { From = "ann@home.example" });
        AddMail(Mail(5) with { From = "ann@home.example" });
        Commit();
        Store.Save([new(Id(5), Finding.Hostile, "")]);
        var outcome = Forget(new("", ["ann@home.example"]));
        Assert.Equal(1, outcome.Evidence);
        Assert.Equal([2, 3, 5], Kept());
        Assert.Contains(Store.Find(Ann.Keys(Store.Keys), TestContext.Current.CancellationToken), p => p.Role.HasFlag(SelectorRole.Author));
    }

    [Fact]
    public void A_hold_refuses_it_by_name_and_nothing_is_deleted()
    {
        Fill(1, 2);
        Store.Add(new Hold("case 12", HoldScope.Message, Id(1).ToString()) { Reason = "inquiry", By = "clerk", At = Then });
        var refusal = Assert.Throws<SerjeantException>(() => Forget(Ann));
        Assert.Contains("case 12 (1 messages)", refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("p1@", refusal.Message, StringComparison.Ordinal);
        Assert.Equal([1, 2], Kept());
        Assert.Empty(Store.ReadProofs());
    }

    [Fact]
    public void Decisions_and_testimonies_that_name_the_person_go()
    {
        _ = EmailAddress.TryParse("Ann@home.example", out var address);
        Store.Keep(KeptMessages.Numbered(1));
        Store.Add(new AddressDecision("p1", address, true, "clerk", "told", Then));
        Store.Add(new AddressDecision("p2", new("bo", address.Domain), true, "clerk", "told", Then));
        Store.Add(new Testimony { Message = Id(1), Carrier = Id(1), By = "Office", Forwarder = "ann@home.example" });
        Store.Add(new Testimony { Message = Id(1), Carrier = Id(1), By = "Other office" });
        Commit();
        Assert.Equal([new("reports", null, 2)], Forget(Ann).Removals);
        Assert.Equal("p2", Assert.Single(Store.ReadDecisions()).Person);
        Assert.Equal("Other office", Assert.Single(Store.ReadTestimonies()).By);
    }

    [Fact]
    public void The_proof_of_it_names_nobody()
    {
        Fill(1);
        Forget(Ann);
        var proof = Assert.Single(Store.ReadProofs());
        Assert.Equal(proof, Store.LastProof());
        Assert.DoesNotContain("p1", proof.Content, StringComparison.Ordinal);
        Assert.DoesNotContain("home.example", proof.Content, StringComparison.Ordinal);
        Assert.Contains("deleted record ordinary 1 2021-01-01 2021-01-01\n", proof.Content, StringComparison.Ordinal);
    }

    private ErasureOutcome Forget(PersonSelection person) => new Erasure(Store).Apply(person, Clock.Now, "clerk");
}
