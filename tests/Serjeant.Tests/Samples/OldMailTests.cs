using Serjeant.Hunts;
using Serjeant.Hunts.Tips;
using Serjeant.Judgement;
using Serjeant.Registers;
using Serjeant.Samples;
using Serjeant.Samples.Traces;
using Serjeant.Signals;
using Serjeant.Storage;
using Serjeant.Traces;
using Xunit;

namespace Serjeant.Tests.Samples;

public sealed class OldMailTests
{
    private static readonly Lazy<OldMail> Shipped = new(() => OldMailGenerator.Generate(new()));

    [Fact]
    public void The_old_mail_in_the_repository_is_what_the_generator_makes()
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (root is not null && !File.Exists(Path.Combine(root.FullName, "Serjeant.slnx")))
            root = root.Parent;
        if (root is null)
            Assert.Skip("The tests run outside the repository: there is no example to compare with.");
        var folder = Path.Combine(root.FullName, "examples", "old-mail");
        foreach (var (path, bytes) in OldMailWriter.Files(Shipped.Value))
            Assert.True(bytes.AsSpan().SequenceEqual(File.ReadAllBytes(Path.Combine(folder, path))), $"{path} differs: run the command in examples/README.md");
        Assert.Equal(OldMailWriter.Files(Shipped.Value).Count(), Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Count());
        Assert.Equal(HouseWriter.TruthLines(Shipped.Value.House.Mails), File.ReadAllBytes(folder + ".truth.jsonl"));
        Assert.Equal(OldMailWriter.ExposureLines(Shipped.Value), File.ReadAllBytes(OldMailWriter.ExposurePath(folder)));
    }

    [Fact]
    public void All_five_states_occur() =>
        Assert.Equal(["leaked", "not-seen", "pre-fetched", "proxied", "unknown"], Shipped.Value.Exposures.Select(e => e.State).Distinct().Order(StringComparer.Ordinal));

    [Fact]
    public async Task A_tip_of_three_selectors_finds_all_that_no_scan_noticed_and_what_leaked()
    {
        var cancellation = TestContext.Current.CancellationToken;
        var folder = Directory.CreateTempSubdirectory("serjeant-old-mail-");
        try
        {
            var path = Path.Combine(folder.FullName, "old-mail");
            OldMailWriter.Write(Shipped.Value, path);
            var house = House.With(new RosterReader(WarningLists.Load()).Read(Path.Combine(path, "roster.yaml")));
            using var store = SqliteStore.Open(Path.Combine(folder.FullName, "data"), TimeProvider.System);
            store.BeginScan("old mail");
            await new Flow(house, store.Keys).ReadAsync([Path.Combine(path, "mail")], store, null, cancellation);
            var reckoning = Reckoning.Make(house, WeightTable.Shipped, store, TimeProvider.System, cancellation);
            var judged = reckoning.ReadScan().ToList();
            await new Hindsight(house, store, TimeProvider.System).MakeAsync(reckoning, judged, cancellation);
            var planted = Shipped.Value.House.OfKind("quiet").Select(m => m.Truth.Sha256).ToHashSet(StringComparer.Ordinal);
            Assert.Equal(60, planted.Count);
            Assert.DoesNotContain(judged, j => planted.Contains(j.Message.Id.ToString()) && j.Assessment.Finding == Finding.Hostile);

            foreach (var log in Directory.EnumerateFiles(Path.Combine(path, "logs"), "*", SearchOption.AllDirectories))
                store.Add(new TraceMaker(house, store).Make(log, cancellation).Traced);
            foreach (var tip in (string[])["tip.stix.json", "tip.txt"])
            {
                var asked = await new TipReader().ReadAsync(Path.Combine(path, tip), cancellation);
                Assert.Empty(asked.Refusals);
                var result = new Hunter(store, store, house, TimeProvider.System).Make(new([asked], "test"), cancellation);
                HuntedMessage[] found = [.. result.Messages, .. result.Campaigns.SelectMany(c => c.Others)];
                Assert.Equal(planted.Order(StringComparer.Ordinal), found.Select(m => m.Entry.Id.ToString()).Order(StringComparer.Ordinal));
                Assert.NotEqual(0, result.Others); // some share no selector with the tip
                var exposures = new ExposureMaker(house, store, store, store).Make([.. found.Select(m => m.Number)], [.. result.People.Select(p => p.Id)], cancellation);
                Assert.Equal(
                    Shipped.Value.Exposures.Select(e => (e.Person, State: e.State.Replace("-", "", StringComparison.Ordinal).ToUpperInvariant())).Order(),
                    exposures.Select(e => (e.Person, State: e.State.ToString().ToUpperInvariant())).Order());
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
