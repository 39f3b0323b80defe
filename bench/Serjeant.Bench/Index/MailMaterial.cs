using System.Collections.Immutable;
using Serjeant.Campaigns;
using Serjeant.Hunts;
using Serjeant.Registers;
using Serjeant.Signals;
using Serjeant.Sources;
using Serjeant.Storage;
using Serjeant.Values;

namespace Serjeant.Bench.Index;

/// <summary>Real mail, each message looked at once: what copies are made of.</summary>
internal sealed class MailMaterial
{
    private static readonly string[] Folders = ["phish", "spam-2007", "ham-lists", "ham-2007", "ham-newsletters-2002", "newsletter-pairs", "bounces"];

    private MailMaterial(ImmutableArray<Looked> messages, long bytes)
    {
        (Messages, Bytes) = (messages, bytes);
        foreach (var message in messages)
        {
            foreach (var (key, _) in message.Found.Occurrences) Count(_keys, key);
            foreach (var selector in message.Found.Listed) Count(_listed, selector);
        }
    }

    private readonly Dictionary<SelectorKey, int> _keys = [];
    private readonly Dictionary<Selector, int> _listed = [];

    public ImmutableArray<Looked> Messages { get; }

    /// <summary>Of the mail itself.</summary>
    public long Bytes { get; }

    /// <summary>Only one message of all has it: in ten million others would have others.</summary>
    public bool IsUnique(SelectorKey key) => _keys[key] == 1;

    public bool IsUnique(Selector listed) => _listed[listed] == 1;

    public double UniqueAMessage => (double)_keys.Values.Count(count => count == 1) / Messages.Length;

    public double KeysAMessage => Messages.Average(message => message.Found.Occurrences.Length);

    /// <summary>In an order that mixes the folders, the same each time.</summary>
    public static MailMaterial Read(string corpora)
    {
        var flow = new Flow(House.With(Roster.Empty), new MemoryStore().Keys);
        var files = Folders.SelectMany(folder => Directory.GetFiles(Path.Combine(corpora, folder))).OrderBy(path => Sha256.Of(System.Text.Encoding.UTF8.GetBytes(Path.GetFileName(path)))).ToArray();
        var read = new Looked[files.Length];
        Parallel.For(0, files.Length, i => read[i] = flow.Look(new RawMessage(new(files[i], 0, 0), File.ReadAllBytes(files[i]))));
        return new([.. read], files.Sum(path => new FileInfo(path).Length));
    }

    private static void Count<T>(Dictionary<T, int> counts, T item)
        where T : notnull => counts[item] = counts.GetValueOrDefault(item) + 1;
}
