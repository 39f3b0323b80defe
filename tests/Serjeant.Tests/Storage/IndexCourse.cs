using System.Globalization;
using System.Text;
using CsCheck;
using Serjeant.Campaigns;
using Serjeant.Hunts;
using Serjeant.Sources;
using Serjeant.Storage;

namespace Serjeant.Tests.Storage;

/// <summary>Things that happen to an index one after the other, drawn at random; the same for any store.</summary>
/// <param name="Steps">Each from five numbers.</param>
internal sealed record IndexCourse(int[][] Steps)
{
    private const int Messages = 60, Selectors = 25;

    public static readonly Gen<IndexCourse> Any = Gen.Int[0, 1 << 20].Array[5].Array[1, 120].Select(steps => new IndexCourse(steps));

    /// <summary>Does it all, and tells what is in the store then, without the numbers that a store gives.</summary>
    public string Run(IScanStore store, Action? reopen, CancellationToken stop, Func<IScanStore>? current = null)
    {
        var scan = 0;
        store.BeginScan("0");
        foreach (var step in Steps)
        {
            switch (step[0] % 40)
            {
                case < 26: Add(store, step); break;
                case < 33: Commit(store, stop); break;
                case < 35:
                    Commit(store, stop);
                    reopen?.Invoke();
                    store = current?.Invoke() ?? store;
                    store.BeginScan((++scan).ToString(CultureInfo.InvariantCulture));
                    break;
                case < 37:
                    Commit(store, stop);
                    Removal.RemoveEntries(store, Numbers(store, step));
                    break;
                case 37:
                    Commit(store, stop);
                    Removal.RemovePostings(store, [.. from number in Numbers(store, step) from key in KeysOf(step) select (key, number)]);
                    break;
                case 38:
                    Commit(store, stop);
                    Removal.RemoveTarget(store, Target(step[1]));
                    break;
                default:
                    Commit(store, stop);
                    Removal.RemoveRecords(store, Numbers(store, step));
                    break;
            }
        }
        Commit(store, stop);
        return Tell(store, stop);
    }

    private static void Add(IScanStore store, int[] step)
    {
        var message = step[1] % Messages;
        var place = new MessagePlace(step[2] % 3 == 0 ? "all.mbox" : string.Create(CultureInfo.InvariantCulture, $"{message}.eml"), step[2] % 3 == 0 ? message : 0, step[2] % 3 == 0 ? message * 10 : 0);
        store.Add(place, KeptMessages.Numbered(message));
        if (step[4] % 16 == 0) return; // handed in, and not indexed
        var id = KeptMessages.Numbered(message).Id;
        ((IIndexStore)store).Index(new(new() { Id = id, Recipients = step[3] % 4, Targets = [Target(step[3])], SenderDomain = Target(step[4]) + ".example" },
            [.. KeysOf(step).Select(key => new Occurrence(key, (SelectorRole)(1 + ((step[4] + (int)(key.Value >> 60)) % 127))))], []));
    }

    private static string Target(int number) => "p" + (number % 5).ToString(CultureInfo.InvariantCulture);

    /// <summary>One to six keys, ascending; some differ only in their last bits, and some stand at the ends of what there is.</summary>
    private static IEnumerable<SelectorKey> KeysOf(int[] step) =>
        Enumerable.Range(0, 1 + (step[2] % 6)).Select(i => KeyOf((step[3] + (i * i)) % Selectors)).Distinct().Order();

    private static SelectorKey KeyOf(int number) => number switch
    {
        0 => new(0),
        1 => new(ulong.MaxValue),
        2 => new(0x100),
        _ => new((ulong)number * 0x0A3D_70A3_D70A_3D71),
    };

    private static HashSet<uint> Numbers(IScanStore store, int[] step) =>
        [.. Enumerable.Range(step[1] % Messages, 1 + (step[2] % 9)).Select(i => ((IIndexStore)store).NumberOf(KeptMessages.Numbered(i % Messages).Id)).OfType<uint>()];

    private static void Commit(IScanStore store, CancellationToken stop) => store.CommitAsync(stop).GetAwaiter().GetResult();

    private static string Tell(IScanStore store, CancellationToken stop)
    {
        var index = (IIndexStore)store;
        var told = new StringBuilder();
        var keys = Enumerable.Range(0, Selectors).Select(KeyOf).Append(new(77UL << 40)).Order().ToList();
        var lines = index.Find(keys, stop).Select(p => $"{p.Key} {index.FindEntry(p.Number)?.Id} {p.Role}").Order(StringComparer.Ordinal);
        told.AppendJoin('\n', lines).AppendLine();
        foreach (var key in keys) told.AppendLine(CultureInfo.InvariantCulture, $"{key} {index.Count(key)} {index.Find([key], stop).Count()}");
        for (var i = 0; i < Messages; i++)
        {
            var id = KeptMessages.Numbered(i).Id;
            told.AppendLine(CultureInfo.InvariantCulture, $"{i} {store.Find(id)?.Subject}");
            if (index.NumberOf(id) is not { } number) continue;
            var entry = index.FindEntry(number)!;
            told.AppendLine(CultureInfo.InvariantCulture, $"  {entry.Recipients} {entry.SenderDomain} {string.Join(',', entry.Targets)} {string.Join(' ', index.FindPlaces(number).Select(p => p.ToString()).Order(StringComparer.Ordinal))}");
        }
        return told.AppendLine(CultureInfo.InvariantCulture, $"{index.CountEntries()} {store.CountMessages()}").ToString();
    }
}
