using Serjeant.Judgement;
using Serjeant.Registers;
using Serjeant.Samples.Outbound;
using Serjeant.Signals;
using Serjeant.Sources;
using Serjeant.Storage;
using Xunit;

namespace Serjeant.Tests.Outbound;

public sealed class OwnMailTests
{
    [Fact]
    public void In_a_house_with_three_break_ins_these_are_found_and_nobody_else()
    {
        var made = OwnMailGenerator.Generate(7);
        var path = Path.GetTempFileName();
        File.WriteAllText(path, made.RosterYaml);
        var house = House.With(new RosterReader(WarningLists.Load()).Read(path));
        File.Delete(path);
        using var store = new MemoryStore();
        store.BeginScan("own mail");
        var flow = new Flow(house, store.Keys);
        var planted = made.Mails.Select((m, i) =>
        {
            var place = new MessagePlace("mail", i, 0);
            var kept = flow.Examine(new RawMessage(place, m.Bytes), TestContext.Current.CancellationToken);
            store.Add(place, kept);
            return (kept.Id, m.Planted);
        }).DistinctBy(m => m.Id).ToDictionary(m => m.Id, m => m.Planted);
        var found = Reckoning.Make(house, WeightTable.Shipped, store, TimeProvider.System, TestContext.Current.CancellationToken).Outbound;
        Assert.Equal(["phishing", "relay", "strangers"], found.Select(f => Assert.Single(f.Messages.Select(m => planted[m]).Where(p => p.Length > 0).Distinct())).Order(StringComparer.Ordinal));
        Assert.All(made.BreakIns.Where(b => b.Kind != "relay"), b => Assert.Contains(found, f => f.Unit == b.Unit));
    }

    [Fact]
    public void The_same_seed_makes_the_same_mail() =>
        Assert.Equal(OwnMailGenerator.Generate(3).Mails.Select(m => Convert.ToBase64String(m.Bytes)), OwnMailGenerator.Generate(3).Mails.Select(m => Convert.ToBase64String(m.Bytes)));
}
