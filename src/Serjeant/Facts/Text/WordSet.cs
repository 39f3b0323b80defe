using System.Numerics;

namespace Serjeant.Facts.Text;

/// <summary>
/// Phrases of one to six words, each with a number, found in a sequence of word hashes. A bit filter on the first word turns away
/// nearly every word of ordinary text before any look-up.
/// </summary>
internal sealed class WordSet
{
    private const int MaximumWords = 6;
    private const int FilterBits = 1 << 17;

    private readonly ulong[] _filter = new ulong[FilterBits / 64];
    private readonly byte[] _lengths = new byte[FilterBits];
    private readonly Dictionary<ulong, int> _phrases = [];

    public void Add(ReadOnlySpan<char> phrase, int number)
    {
        var words = new Words();
        words.Read(phrase);
        if (words.Count is 0 or > MaximumWords)
            throw new ArgumentException($"A phrase has 1 to {MaximumWords} words: '{phrase}'.", nameof(phrase));
        var first = Bucket(words.Hashes[0]);
        _filter[first / 64] |= 1UL << (first % 64);
        _lengths[first] |= (byte)(1 << words.Count);
        _phrases.TryAdd(Combine(words.Hashes), number);
    }

    /// <summary>The number of the longest phrase that begins at <paramref name="at"/>, or -1; <paramref name="length"/> is its words.</summary>
    public int Find(ReadOnlySpan<ulong> words, int at, out int length)
    {
        length = 0;
        var first = Bucket(words[at]);
        if ((_filter[first / 64] & (1UL << (first % 64))) == 0) return -1;
        uint lengths = _lengths[first];
        while (lengths != 0)
        {
            var count = BitOperations.Log2(lengths);
            lengths &= ~(1u << count);
            if (at + count <= words.Length && _phrases.TryGetValue(Combine(words.Slice(at, count)), out var number))
            {
                length = count;
                return number;
            }
        }
        return -1;
    }

    private static int Bucket(ulong hash) => (int)(hash % FilterBits);

    private static ulong Combine(ReadOnlySpan<ulong> words)
    {
        var hash = 0x2545F4914F6CDD1DUL;
        foreach (var word in words) hash = BitOperations.RotateLeft(hash ^ word, 23) * 0x9E3779B97F4A7C15UL;
        return hash;
    }
}
