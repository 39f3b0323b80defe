using System.Numerics;
using System.Text;

namespace Serjeant.Samples;

/// <summary>
/// Seeded chance (SplitMix64), integers only: the same seed gives the same draws on every machine and every runtime,
/// which <see cref="Random"/> does not promise.
/// </summary>
internal sealed class Dice
{
    private const string Lower36 = "0123456789abcdefghijklmnopqrstuvwxyz";
    private const string Mixed62 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    private readonly ulong seed;
    private ulong state;

    public Dice(ulong seed) => this.seed = state = seed;

    /// <summary>
    /// Dice of their own for one purpose. They depend on the seed and the name alone, not on what was drawn before, so
    /// that more mail of one class does not change the mail of another.
    /// </summary>
    public Dice Fork(string name)
    {
        var hash = 14695981039346656037UL;
        foreach (var one in Encoding.UTF8.GetBytes(name))
            hash = (hash ^ one) * 1099511628211UL;
        return new Dice(Mix(seed ^ BitOperations.RotateLeft(hash, 23)) ^ hash);
    }

    public ulong Next()
    {
        state += 0x9E3779B97F4A7C15UL;
        return Mix(state);
    }

    /// <summary>0 to <paramref name="below"/> - 1.</summary>
    public int Below(int below) => (int)(((UInt128)Next() * (ulong)below) >> 64);

    /// <summary>Both ends can come.</summary>
    public int Between(int low, int high) => low + Below(high - low + 1);

    public bool Chance(int percent) => Below(100) < percent;

    public T Pick<T>(IReadOnlyList<T> items) => items[Below(items.Count)];

    public T[] Shuffle<T>(IEnumerable<T> items)
    {
        var all = items.ToArray();
        for (var i = all.Length - 1; i > 0; i--)
        {
            var j = Below(i + 1);
            (all[i], all[j]) = (all[j], all[i]);
        }
        return all;
    }

    /// <summary>Different items; all of them where there are fewer than asked for.</summary>
    public T[] Some<T>(IEnumerable<T> items, int count) => [.. Shuffle(items).Take(count)];

    public byte[] Bytes(int count)
    {
        var bytes = new byte[count];
        for (var i = 0; i < count; i++)
            bytes[i] = (byte)Below(256);
        return bytes;
    }

    public string Hex(int count) => From("0123456789abcdef", count);

    public string Digits(int count) => Below(9) + 1 + From("0123456789", count - 1);

    public string Lower(int count) => From(Lower36, count);

    public string Letters(int count) => From("abcdefghijklmnopqrstuvwxyz", count);

    public string Mixed(int count) => From(Mixed62, count);

    public string UrlSafe(int count) => From(Mixed62 + "-_", count);

    public string Base64(int byteCount) => Convert.ToBase64String(Bytes(byteCount));

    public string Uuid() => $"{Hex(8)}-{Hex(4)}-4{Hex(3)}-{From("89ab", 1)}{Hex(3)}-{Hex(12)}";

    private string From(string alphabet, int count)
    {
        var text = new StringBuilder(count);
        for (var i = 0; i < count; i++)
            text.Append(alphabet[Below(alphabet.Length)]);
        return text.ToString();
    }

    private static ulong Mix(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
        return z ^ (z >> 31);
    }
}
