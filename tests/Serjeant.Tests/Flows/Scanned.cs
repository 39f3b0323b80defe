using Serjeant.Campaigns;
using Serjeant.Judgement;
using Serjeant.Registers;
using Serjeant.Reports;
using Serjeant.Signals;
using Serjeant.Storage;

namespace Serjeant.Tests.Flows;

/// <summary>A folder sent through the whole flow.</summary>
internal sealed record Scanned(IReadOnlyList<JudgedMessage> Messages, IReadOnlyList<Campaign> Campaigns)
{
    public static async Task<Scanned> OfAsync(string folder, string? roster, CancellationToken cancellation)
    {
        var lists = WarningLists.Load();
        var house = House.With(roster is null ? Roster.Empty : new RosterReader(lists).Read(roster));
        using var store = new MemoryStore();
        store.BeginScan("test");
        await new Flow(house, store.Keys).ReadAsync([folder], store, null, cancellation);
        var reckoning = Reckoning.Make(house, WeightTable.Shipped, store, TimeProvider.System, cancellation);
        return new([.. reckoning.ReadScan()], reckoning.Campaigns);
    }
}
