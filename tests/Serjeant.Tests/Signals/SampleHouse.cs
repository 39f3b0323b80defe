using System.Collections.Immutable;
using Serjeant.Facts;
using Serjeant.Registers;
using Serjeant.Signals;
using Serjeant.Sources;
using Serjeant.Tests.Facts.Route;
using Serjeant.Values;

namespace Serjeant.Tests.Signals;

/// <summary>
/// The house to which the samples of Corpus/signals are written: its roster, and lists of common knowledge that name invented
/// hosts instead of real ones, so that a sample stays true when the shipped lists change.
/// </summary>
internal static class SampleHouse
{
    public static MailingServices Services { get; } = new([
        new("Pressroom Post", ["x-press-account", "x-press-campaign"], Domains("pressroom-post.example"), ["x-press-account"], []),
    ]);

    private static readonly WarningLists Lists = new(
        freemail: ["postbox.example"],
        shared: ["pages.example"],
        shorteners: ["shrt.example"],
        popular: ["everybody.example"]);

    public static string Folder { get; } = Path.Combine(FactsMaterial.Root, "tests", "Serjeant.Tests", "Corpus", "signals");

    public static House House { get; } = new(
        new RosterReader(Lists).Read(Path.Combine(Folder, "house.yaml")),
        Lists,
        Services,
        new Brands([new("Northwind Parcel", ["northwind parcel", "northwind"], Domains("northwindparcel.example"))]));

    public static FactsMaker Maker { get; } = new(House.Roster, Services);

    private static readonly SignalMaker Signals = new(House);

    public static MessageFacts FactsOf(string path) => FactsOf(File.ReadAllBytes(path));

    public static MessageFacts FactsOf(byte[] message) => Maker.Make(new(new("sample", 0, 0), message));

    public static ImmutableArray<Signal> SignalsOf(MessageFacts facts) => Signals.Make(facts);

    public static ImmutableArray<Signal> SignalsOf(string path) => Signals.Make(FactsOf(path));

    public static string Sample(string code, string name) => Path.Combine(Folder, code, name + ".eml");

    private static ImmutableArray<DomainName> Domains(params string[] names) => [.. names.Select(FactsMaterial.Domain)];
}
