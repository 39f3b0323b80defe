using Serjeant.Values;

namespace Serjeant.Registers.LookAlikes;

/// <summary>
/// How likely a label is to be met with nobody imitated, in bits (the negative base-2 logarithm of the probability): by how often one
/// letter follows two others in the names that everybody uses, by the labels and suffixes known from there, and by words for kinds of things.
/// </summary>
internal sealed class LabelOdds
{
    private const int Symbols = 29, Digit = 27, Hyphen = 28;

    /// <summary>Bits of a digit beside that it is one.</summary>
    private const double DigitBits = 3.32;

    /// <summary>Bits of a word for a kind of thing as a whole label: every country and town has one.</summary>
    private const double KindBits = 11.5;

    /// <summary>The same within a longer label: it stands in a thousand innocent names.</summary>
    public const double KindWithinBits = 6;

    private readonly float[] _bits = new float[Symbols * Symbols * Symbols];
    private readonly Dictionary<string, int> _suffixes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _labels = new(StringComparer.Ordinal);
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);

    /// <param name="names">Registrable names of innocents.</param>
    public LabelOdds(IEnumerable<string> names)
    {
        var counts = new float[Symbols * Symbols * Symbols];
        foreach (var name in names)
        {
            if (name.Length == 0 || name[0] == '#') continue;
            var registrable = PublicSuffixes.Shared.Registrable(name);
            if (!_names.Add(registrable)) continue;
            var suffix = PublicSuffixes.Shared.SuffixLength(registrable);
            if (suffix >= registrable.Length) continue;
            var label = registrable[..^(suffix + 1)];
            Add(_suffixes, registrable[^suffix..]);
            Add(_labels, label);
            if (!label.StartsWith("xn--", StringComparison.Ordinal)) Learn(label, counts);
        }
        Smooth(counts);
        static void Add(Dictionary<string, int> to, string key) => to[key] = to.GetValueOrDefault(key) + 1;
    }

    /// <summary>From what ships in data/warninglists.</summary>
    public static LabelOdds Shipped => Lazy.Value;

    private static readonly Lazy<LabelOdds> Lazy = new(() => new(ShippedData.ReadLines("warninglists/popular.txt")));

    public IReadOnlyCollection<string> Names => _names;

    /// <summary>Among the names everybody uses: it has no need to be taken for another.</summary>
    public bool IsKnown(ReadOnlySpan<char> registrable) => _names.GetAlternateLookup<ReadOnlySpan<char>>().Contains(registrable);

    /// <summary>A whole label, with its beginning and end.</summary>
    /// <param name="own">How many of those known to bear it are meant themselves.</param>
    public double Bits(ReadOnlySpan<byte> label, int own = 0)
    {
        Span<char> word = stackalloc char[64];
        word = word[..Widen(label, word)];
        var bits = Letters(label, bounded: true);
        if (HostWords.IsKind(word)) bits = Math.Min(bits, KindBits);
        return _labels.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word, out var bearers) && bearers > own
            ? Math.Min(bits, Math.Log2((_names.Count + 1) / (double)(bearers - own)))
            : bits;
    }

    /// <summary>Whether it is a word for a kind of thing, which names nobody by itself.</summary>
    public static bool IsKind(ReadOnlySpan<byte> label)
    {
        Span<char> word = stackalloc char[64];
        return HostWords.IsKind(word[..Widen(label, word)]);
    }

    private static int Widen(ReadOnlySpan<byte> label, Span<char> word)
    {
        var length = Math.Min(label.Length, word.Length);
        for (var i = 0; i < length; i++) word[i] = (char)label[i];
        return length;
    }

    /// <summary>Letters in a row, anywhere within a longer label.</summary>
    public double Letters(ReadOnlySpan<byte> text, bool bounded)
    {
        var sum = 0.0;
        int before = 0, last = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var symbol = Symbol(text[i]);
            sum += _bits[(((before * Symbols) + last) * Symbols) + symbol];
            if (symbol == Digit) sum += DigitBits;
            (before, last) = (last, symbol);
        }
        return bounded ? sum + _bits[((before * Symbols) + last) * Symbols] : sum;
    }

    public double SuffixBits(ReadOnlySpan<char> suffix) =>
        Math.Log2((_names.Count + 1) / (_suffixes.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(suffix, out var count) ? count + 0.5 : 0.5));

    private static int Symbol(byte c) => c switch
    {
        >= (byte)'a' and <= (byte)'z' => c - 'a' + 1,
        >= (byte)'0' and <= (byte)'9' => Digit,
        _ => Hyphen,
    };

    private static void Learn(string label, float[] counts)
    {
        int before = 0, last = 0;
        foreach (var c in label)
        {
            var symbol = Symbol((byte)c);
            counts[(((before * Symbols) + last) * Symbols) + symbol]++;
            (before, last) = (last, symbol);
        }
        counts[((before * Symbols) + last) * Symbols]++;
    }

    /// <summary>What follows two letters, mixed with what follows the last of them and with what is frequent (Witten and Bell, 1991).</summary>
    private void Smooth(float[] counts)
    {
        var single = new double[Symbols];
        var pairs = new double[Symbols * Symbols];
        for (var i = 0; i < counts.Length; i++)
        {
            single[i % Symbols] += counts[i];
            pairs[i % (Symbols * Symbols)] += counts[i];
        }
        var all = single.Sum() + Symbols;
        for (var s = 0; s < Symbols; s++) single[s] = (single[s] + 1) / all;
        for (var last = 0; last < Symbols; last++) Mix(pairs.AsSpan(last * Symbols, Symbols), single);
        Span<double> row = stackalloc double[Symbols];
        for (var context = 0; context < Symbols * Symbols; context++)
        {
            for (var s = 0; s < Symbols; s++) row[s] = counts[(context * Symbols) + s];
            Mix(row, pairs.AsSpan(context % Symbols * Symbols, Symbols));
            for (var s = 0; s < Symbols; s++) _bits[(context * Symbols) + s] = (float)-Math.Log2(row[s]);
        }
    }

    private static void Mix(Span<double> counts, ReadOnlySpan<double> wider)
    {
        double total = 0, kinds = 0;
        foreach (var count in counts)
        {
            total += count;
            if (count > 0) kinds++;
        }
        kinds = Math.Max(kinds, 1);
        for (var s = 0; s < counts.Length; s++) counts[s] = (counts[s] + (kinds * wider[s])) / (total + kinds);
    }
}
