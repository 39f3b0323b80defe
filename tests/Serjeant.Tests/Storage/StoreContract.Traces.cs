using Serjeant.Traces;
using Xunit;

namespace Serjeant.Tests.Storage;

/// <summary>What every store does alike with what logs tell.</summary>
public abstract partial class StoreContract
{
    private ITraceStore Traces => (ITraceStore)Store;

    private static TracedFile Traced(int number, params string[] people) => new(
        new()
        {
            Digest = KeptMessages.Numbered(number).Id, Path = $"logs/{number}.log", Format = LogFormat.Bind, Source = LogSource.NameServer, First = Then, Last = Then.AddDays(number),
            Lines = 10, Events = 9, Bad = 1, Dropped = 2, Read = Then.AddDays(9), Known = 4_000_000_000, Host = "a.example", Zone = "Europe/London", Year = 2026,
            Times = TimeRuns.Of([new(Then, Then), new(Then.AddDays(9), Then.AddDays(11))]),
        },
        [.. people.Select(p => new PersonCoverage(p, Then, Then.AddHours(1), 3) { Times = TimeRuns.Of([new(Then, Then.AddHours(1))]) })],
        [
            .. people.Select((p, i) => new Trace
            {
                Host = "t.example", Url = "t.example/o.gif?u=é", Sight = SightKind.Url, Source = LogSource.Proxy, Client = "ahartwell 192.0.2.17", Person = p, Ours = true,
                AgentClass = AgentClass.MailProgram, Agent = "Outlook", First = Then.AddMinutes(i), Last = Then.AddDays(number), Count = 5,
            }),
        ]);

    [Fact]
    public async Task Traces_are_given_back_as_they_were_added()
    {
        TracedFile[] added = [Traced(1, "ann", "bo"), Traced(2), Traced(3, "bo") with { File = Traced(3).File with { First = null, Last = null } }];
        foreach (var traced in added) Traces.Add(traced);
        await Store.CommitAsync(Stop);
        Reopen();
        Assert.Equal(added.Select(t => t.File), Traces.ReadTraceFiles());
        Assert.Equal(added.SelectMany((t, i) => t.People.Select(p => (i, p))), Traces.ReadCoverage());
        Assert.Equal(added.SelectMany((t, i) => t.Traces.Select(trace => (i, trace))), Traces.ReadTraces());
        Assert.Equal(added[1].File, Traces.FindTraceFile(added[1].File.Digest));
        Assert.Null(Traces.FindTraceFile(KeptMessages.Numbered(9).Id));
    }

    [Fact]
    public async Task A_log_at_the_same_place_or_with_the_same_bytes_is_replaced_and_keeps_its_turn()
    {
        Traces.Add(Traced(1, "ann"));
        Traces.Add(Traced(2, "bo"));
        var grown = Traced(7, "cy") with { File = Traced(7).File with { Path = "logs/1.log" } };
        var moved = Traced(2, "di") with { File = Traced(2).File with { Path = "old/2.log" } };
        Traces.Add(grown);
        Traces.Add(moved);
        await Store.CommitAsync(Stop);
        Reopen();
        Assert.Equal([grown.File, moved.File], Traces.ReadTraceFiles());
        Assert.Equal(["cy", "di"], Traces.ReadTraces().Select(t => t.Trace.Person));
    }

    [Fact]
    public async Task A_person_is_forgotten_and_what_is_old_goes()
    {
        Traces.Add(Traced(1, "ann", "bo"));
        Traces.Add(Traced(5, "ann", "bo"));
        Assert.Equal(4, Traces.Forget("ann"));
        Assert.Equal(0, Traces.Forget("ann"));
        Assert.Equal(4, Traces.RemoveBefore(Then.AddDays(2)));
        await Store.CommitAsync(Stop);
        Reopen();
        Assert.Equal([Traced(5).File], Traces.ReadTraceFiles());
        Assert.Equal(["bo"], Traces.ReadTraces().Select(t => t.Trace.Person));
        Assert.Empty(Traces.ReadCoverage());
    }
}
