using System.Diagnostics;
using System.Globalization;
using Serjeant.Campaigns;
using Serjeant.Judgement;
using Serjeant.Registers;
using Serjeant.Signals;
using Serjeant.Storage;
using Serjeant.Storage.Records;

namespace Serjeant.Bench.Speed;

/// <summary>What sealing costs for each message, beside what is done with the message anyway: one thread, CPU time.</summary>
internal static class SealingCommand
{
    private const int Rounds = 7;

    public static async Task<int> RunAsync(string[] args)
    {
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        var mail = Options.Value(args, "--mail") ?? Path.Combine("examples", "house", "mail");
        var house = House.With(Roster.Empty);
        var folder = Directory.CreateTempSubdirectory("serjeant-sealing-");
        try
        {
            using var store = SqliteStore.Open(folder.FullName, TimeProvider.System);
            store.BeginScan("bench");
            await new Flow(house, store.Keys).ReadAsync([mail], store, null, CancellationToken.None);
            var messages = store.ReadAll().ToArray();
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{messages.Length} messages of {mail}; best of {Rounds} rounds, microseconds of CPU a message"));
            Parts(messages, store);
            var clock = Stopwatch.StartNew();
            var reckoning = Reckoning.Make(house, WeightTable.Shipped, store, TimeProvider.System, CancellationToken.None);
            var whole = clock.Elapsed;
            Show("linking and judging all, standings saved", whole.TotalMicroseconds / messages.Length);
            Show("  of it judging every message for its standing", Best(messages.Length, () => { foreach (var message in store.ReadAll()) reckoning.Judge(message); }));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
        return 0;
    }

    private static void Parts(KeptMessage[] messages, SqliteStore store)
    {
        var (head, rest) = (new BlobWriter(), new BlobWriter());
        using var aes = new RecordSealing(store.Keys, SealMethod.AesGcm);
        using var chacha = new RecordSealing(store.Keys, SealMethod.ChaCha);
        var clear = new (byte[] Linking, byte[] Judging)[messages.Length];
        var (hidden, other) = (new (byte[] Linking, byte[] Judging)[messages.Length], new (byte[] Linking, byte[] Judging)[messages.Length]);
        Show("writing as bytes", Best(messages.Length, () =>
        {
            for (var i = 0; i < messages.Length; i++)
            {
                MessageEncoding.WriteHead(head, messages[i]);
                MessageEncoding.WriteRest(rest, messages[i]);
                clear[i] = (head.Written.ToArray(), rest.Written.ToArray());
            }
        }));
        Show("sealing, AES-256-GCM", Best(messages.Length, () => Seal(aes, clear, hidden)));
        Show("sealing, ChaCha20-Poly1305", Best(messages.Length, () => Seal(chacha, clear, other)));
        Show("opening, AES-256-GCM", Best(messages.Length, () => Open(aes, hidden)));
        Show("opening, ChaCha20-Poly1305", Best(messages.Length, () => Open(chacha, other)));
        Show("reading out of bytes", Best(messages.Length, () => { foreach (var (linking, judging) in clear) MessageEncoding.Read(linking, judging); }));
        Show("reading all out of the store, opening included", Best(messages.Length, () => { foreach (var _ in store.ReadAll()) { } }));
        var (before, after) = (clear.Average(c => c.Linking.Length + c.Judging.Length), hidden.Average(c => c.Linking.Length + c.Judging.Length));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"bytes a message in clear {before:F0}, sealed {after:F0}"));
    }

    private static void Seal(RecordSealing sealing, (byte[] Linking, byte[] Judging)[] clear, (byte[] Linking, byte[] Judging)[] hidden)
    {
        for (var i = 0; i < clear.Length; i++)
        {
            sealing.Seal(clear[i].Linking, clear[i].Judging);
            hidden[i] = (sealing.Head.ToArray(), sealing.Rest.ToArray());
        }
    }

    private static void Open(RecordSealing sealing, (byte[] Linking, byte[] Judging)[] hidden)
    {
        foreach (var (linking, judging) in hidden)
        {
            sealing.OpenHead(linking);
            sealing.OpenRest(linking, judging);
        }
    }

    private static double Best(int count, Action work)
    {
        var best = double.MaxValue;
        for (var round = 0; round < Rounds; round++)
        {
            using var process = Process.GetCurrentProcess();
            var before = process.TotalProcessorTime;
            // Enough of it for a clock of hundredths of a second.
            var times = Math.Max(1, 20_000 / count);
            for (var i = 0; i < times; i++) work();
            process.Refresh();
            best = Math.Min(best, (process.TotalProcessorTime - before).TotalMicroseconds / count / times);
        }
        return best;
    }

    private static void Show(string what, double microseconds) => Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what,-52}{microseconds,8:F2}"));
}
