using System.Net;
using Serjeant.Campaigns;
using Serjeant.Judgement;
using Serjeant.Personas.Unwrapping;
using Serjeant.Personas;
using Serjeant.Values;
using Xunit;

namespace Serjeant.Tests.Storage;

/// <summary>What every store does alike with what others told and what people decided.</summary>
public abstract partial class StoreContract
{
    private IPersonaStore Personas => (IPersonaStore)Store;

    private static Testimony Told(int message, string by = "Office of the Senate", string grade = "B2", string note = "") => new()
    {
        Message = KeptMessages.Numbered(message).Id,
        Carrier = KeptMessages.Numbered(message + 1000).Id,
        Form = LayerForm.Quoted,
        By = by,
        Grade = Grade.TryParse(grade, out var read) ? read : throw new ArgumentException(grade, nameof(grade)),
        Note = note,
        Forwarder = "clerk@senate.example",
        Received = Then,
        Entered = Then.AddHours(1),
        EnteredBy = "clerk",
    };

    [Fact]
    public async Task A_testimony_is_given_back_as_it_was_added()
    {
        Testimony[] told = [Told(1), Told(1, "Desk \u202e\u0000 of \u00e9", "F6", "a note\nof two lines"), Told(2) with { Received = null, Forwarder = "" }];
        Assert.All(told, t => Assert.True(Personas.Add(t)));
        await Store.CommitAsync(Stop);
        Reopen();
        Assert.Equal(told, Personas.ReadTestimonies());
    }

    [Fact]
    public async Task The_same_reporter_counts_once_and_his_later_grade_counts()
    {
        Assert.True(Personas.Add(Told(1)));
        Assert.False(Personas.Add(Told(1)));
        Assert.False(Personas.Add(Told(1, "  OFFICE of the senate ", "C3", "more is known")));
        Assert.True(Personas.Add(Told(1, "Another office")));
        await Store.CommitAsync(Stop);
        Reopen();
        Assert.Equal([("C3", "more is known"), ("B2", "")], Personas.ReadTestimonies().Select(t => (t.Grade.ToString(), t.Note)));
    }

    [Fact]
    public async Task What_was_handed_in_gives_way_to_what_was_received_and_never_the_other_way_round()
    {
        var handed = KeptMessages.Numbered(1) with { Channel = MessageChannel.Reported, Subject = "handed in" };
        Assert.True(Personas.Keep(handed));
        Assert.False(Personas.Keep(handed with { Subject = "handed in again" }));
        Assert.Equal("handed in again", Store.Find(handed.Id)!.Subject);
        Store.BeginScan("a");
        Assert.False(Store.Add(At("a.eml", 0), KeptMessages.Numbered(1)));
        Assert.False(Personas.Keep(handed));
        await Store.CommitAsync(Stop);
        Reopen();
        Assert.Equal((MessageChannel.Received, 1L), (Store.Find(handed.Id)!.Channel, Store.CountMessages()));
        Assert.Single(Store.ReadScan());
    }

    [Fact]
    public async Task What_was_handed_in_stands_in_no_scan_but_among_all_messages()
    {
        Personas.Keep(KeptMessages.Numbered(1) with { Channel = MessageChannel.Returned });
        await Store.CommitAsync(Stop);
        Reopen();
        Store.BeginScan("a");
        Assert.Empty(Store.ReadScan());
        Assert.Equal(MessageChannel.Returned, Assert.Single(Store.ReadAll()).Channel);
    }

    [Fact]
    public async Task Decisions_are_never_overwritten_and_the_last_counts()
    {
        _ = EmailAddress.TryParse("A.Hartwell@postbox.example", out var address);
        AddressDecision[] decisions =
        [
            new("p001", address, true, "clerk", "she said so", Then), new("p001", address, false, "warden", "closed", Then.AddDays(1)),
            new("p002", address, true, "clerk", "his", Then.AddDays(2)),
        ];
        foreach (var decision in decisions) Personas.Add(decision);
        await Store.CommitAsync(Stop);
        Reopen();
        Assert.Equal(decisions, Personas.ReadDecisions());
        Assert.Equal([("p002", address)], AddressDecision.InForce(Personas.ReadDecisions()));
    }

    [Fact]
    public async Task Guises_rows_and_the_roster_are_kept()
    {
        _ = DomainName.TryParse("kingsfold.example", out var domain);
        var row = new SpoofedRow("far.example", "r-1", domain, IPAddress.Parse("2001:db8::7"), 42, "reject", "", Then, Then.AddDays(1), KeptMessages.Numbered(3).Id);
        var guise = new Guise(KeptMessages.Numbered(1).Id, "Amelia / Member", ["new address", "office"]);
        Assert.True(Personas.Add(row));
        Assert.False(Personas.Add(row with { Count = 7 }));
        Assert.True(Personas.Add(row with { Source = null, Begin = null, End = null }));
        Personas.Add(guise with { Signature = "older" });
        Personas.Add(guise);
        Assert.Null(Personas.ReadRoster());
        Personas.NoteRoster("one.yaml");
        Personas.NoteRoster("two.yaml");
        await Store.CommitAsync(Stop);
        Reopen();
        Assert.Equal([row, row with { Source = null, Begin = null, End = null }], Personas.ReadSpoofed());
        var read = Assert.Single(Personas.ReadGuises());
        Assert.Equal((guise.Message, guise.Signature), (read.Message, read.Signature));
        Assert.Equal(guise.Claims, read.Claims);
        Assert.Equal("two.yaml", Personas.ReadRoster());
    }
}
