using Serjeant.Campaigns;
using Serjeant.Hunts;
using Serjeant.Judgement;
using Serjeant.Personas;
using Serjeant.Registers;
using Serjeant.Retention;
using Serjeant.Signals;
using Serjeant.Storage;
using Serjeant.Tests.Flows;
using Serjeant.Tests.Retention;
using Xunit;

namespace Serjeant.Tests.Storage;

/// <summary>Whoever reads the raw bytes of a data folder finds no address, no subject and no name of the mail in it.</summary>
public sealed class NothingInClearTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly SetClock _clock = new(new(2026, 1, 1, 9, 0, 0, TimeSpan.Zero));

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task No_address_subject_or_name_of_scanned_mail_stands_in_any_file()
    {
        HashSet<string> texts;
        using (var store = await ScanAsync())
        {
            texts = Texts(store);
            Assert.True(texts.Count > 500);
            Assert.True(new FileInfo(_folder.File("serjeant.db-wal")).Length > 100_000);
            Assert.Empty(OldFolder.Holding(_folder.Path, texts));
        }
        // Closed, the log has been taken in.
        Assert.Empty(OldFolder.Holding(_folder.Path, texts));
        // And the reader of bytes does find what is there.
        File.WriteAllText(_folder.File("note"), texts.First().ToUpperInvariant());
        Assert.NotEmpty(OldFolder.Holding(_folder.Path, texts));
    }

    [Fact]
    public async Task A_forgotten_person_leaves_no_sealed_record_behind_either()
    {
        using var store = await ScanAsync();
        var person = store.ReadAll().SelectMany(m => m.Targets).First();
        var whole = store.ReadAll().Where(m => m.Targets.Contains(person) && m.Recipients.Length == 1).Select(m => m.Id).ToList();
        Assert.NotEmpty(whole);
        var sealedBefore = Heads(whole);
        var house = new RosterReader(WarningLists.Load()).Read(Path.Combine(Repository.Root, "examples/house/roster.yaml"));
        var selection = new PersonSelection(person, [.. house.People.First(p => p.Id == person).Mailboxes.Select(a => a.Key)]);
        Assert.Equal(sealedBefore.Count, sealedBefore.Count(Stands));
        new Erasure(store).Apply(selection, _clock.Now, "clerk");
        store.Scrub();
        Assert.Equal(0, sealedBefore.Count(Stands));
        Assert.Empty(new PersonMail(store).Find(selection));
    }

    private bool Stands(byte[] bytes) => new[] { "serjeant.db", "serjeant.db-wal" }.Any(name => Read(_folder.File(name)).AsSpan().IndexOf(bytes) >= 0);

    /// <summary>What is hidden of each record, as it lies on the disk.</summary>
    private List<byte[]> Heads(List<Serjeant.Values.Sha256> messages)
    {
        var heads = new List<byte[]>();
        using var database = Database.OpenToRead(_folder.File("serjeant.db"));
        using var read = database.Prepare("SELECT head FROM message");
        while (read.Step())
            if (messages.Contains(new(read.Blob(0).Slice(1, 32)))) heads.Add(read.Blob(0).Slice(50, 24).ToArray());
        return heads;
    }

    private static byte[] Read(string path)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    private async Task<SqliteStore> ScanAsync()
    {
        var stop = TestContext.Current.CancellationToken;
        var lists = WarningLists.Load();
        var roster = new RosterReader(lists).Read(Path.Combine(Repository.Root, "examples/house/roster.yaml"));
        var store = SqliteStore.Open(_folder.Path, _clock);
        var house = House.With(roster, lists);
        store.BeginScan($"test/{roster.People[0].Mailboxes.First()}");
        await new Flow(house, store.Keys).ReadAsync([Path.Combine(Repository.Root, "examples/house")], store, null, stop);
        var reckoning = Reckoning.Make(house, WeightTable.Shipped, store, _clock, stop);
        await new Hindsight(house, store, _clock).MakeAsync(reckoning, reckoning.ReadScan(), stop);
        Assert.NotEmpty(reckoning.Campaigns.Where(c => store.FindNote(c.Id) is { Title.Length: > 0 }));
        store.Add(new AddressDecision(roster.People[0].Id, roster.People[0].Mailboxes.First(), true, "clerk", "told on the telephone", _clock.Now));
        await store.CommitAsync(stop);
        Assert.NotEmpty(store.ReadTestimonies());
        Assert.NotEmpty(store.ReadGuises());
        Assert.NotEmpty(store.ReadStandings());
        return store;
    }

    private static HashSet<string> Texts(SqliteStore store)
    {
        var texts = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (KeptMessage message in store.ReadAll())
            texts.UnionWith([message.From, message.FromName, message.Subject, .. message.Recipients, .. message.ReplyTo, .. message.Quotes, .. message.Imitations.SelectMany(i => new[] { i.TrueName, i.FalseName })]);
        foreach (var testimony in store.ReadTestimonies()) texts.UnionWith([testimony.By, testimony.Forwarder]);
        foreach (var guise in store.ReadGuises()) texts.Add(guise.Signature);
        // A few letters stand anywhere by chance.
        texts.RemoveWhere(t => t.Length < 7);
        // Hosts are infrastructure and stand in clear; a sender who calls himself by his domain has no other name.
        string[] hosts = [.. store.ReadListed(SelectorKind.Host), .. store.ReadEntries().Select(e => e.Entry.SenderDomain).Distinct()];
        texts.RemoveWhere(t => !t.Contains('@', StringComparison.Ordinal) && hosts.Any(h => h.Contains(t, StringComparison.OrdinalIgnoreCase)));
        return texts;
    }
}
