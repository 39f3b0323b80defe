using System.Collections.Immutable;
using Serjeant.Campaigns;
using Serjeant.Facts;
using Serjeant.Judgement;
using Serjeant.Personas;
using Serjeant.Registers;
using Serjeant.Signals;
using Serjeant.Sources;
using Serjeant.Storage;
using Serjeant.Tests.Flows;
using Serjeant.Values;

namespace Serjeant.Tests.Personas;

/// <summary>The House of Kingsfold and what was handed in to it: the samples of Corpus/reported.</summary>
internal static class Reported
{
    public const string False = "amelia.hartwell.mp@postbox.example", True = "amelia.hartwell@kingsfold.example";

    public static string Folder { get; } = Path.Combine(Repository.Root, "tests", "Serjeant.Tests", "Corpus", "reported");

    public static House House { get; } = With([]);

    public static Reporter Reporter { get; } = new("Office of Senator Marchetti", default, "", "clerk");

    public static ClaimMaker Maker { get; } = MakerOf(House);

    public static House With((string Person, EmailAddress Address)[] allowed)
    {
        var lists = WarningLists.Load();
        return House.With(new RosterReader(lists).Read(Path.Combine(Folder, "house.yaml")).WithAllowed(allowed), lists);
    }

    public static ClaimMaker MakerOf(House house) => new(house, new FactsMaker(house.Roster, house.Services), new Serjeant.Hunts.SelectorMaker(house, new(new([new(new byte[Serjeant.Values.SecretKey.Length])]))), TimeProvider.System);

    public static byte[] Bytes(string name) => File.ReadAllBytes(Path.Combine(Folder, name));

    public static RawMessage Raw(byte[] bytes) => new(new("handed.eml", 0, 0), bytes);

    public static ImmutableArray<Claim> Claims(string name) => Maker.OfReport(Raw(Bytes(name)), Reporter);

    /// <summary>Keeps a claim as the command does.</summary>
    public static void Keep(IFlowStore store, IEnumerable<Claim> claims)
    {
        foreach (var claim in claims)
        {
            store.Keep(claim.Message);
            store.Add(claim.Testimony);
            if (claim.Guise is { } guise) store.Add(guise);
        }
    }

    /// <summary>Scans samples, as mail that came to the house.</summary>
    public static async Task<Reckoning> ScanAsync(MemoryStore store, House house, CancellationToken cancellation, params string[] names)
    {
        store.BeginScan($"test {house.Roster.People.Sum(p => p.Personal.Length)}");
        await new Flow(house, store.Keys).ReadAsync([.. names.Select(n => Path.Combine(Folder, n))], store, null, cancellation);
        return Reckon(store, house, cancellation);
    }

    public static Reckoning Reckon(MemoryStore store, House house, CancellationToken cancellation) =>
        Reckoning.Make(house, WeightTable.Shipped, store, TimeProvider.System, cancellation);

    public static ImmutableArray<Persona> Personas(MemoryStore store, Reckoning reckoning, House house) => new PersonaMaker(house.Roster, reckoning.Claims).Make(
        store.ReadAll().Select(m => new ReckonedMessage(m, reckoning.Judge(m).Finding, reckoning.CampaignOf(m.Id)?.Id)), store.ReadTestimonies(), store.ReadGuises(), store.ReadSpoofed());
}
