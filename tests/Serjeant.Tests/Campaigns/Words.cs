namespace Serjeant.Tests.Campaigns;

/// <summary>Invented text and tokens, the same for the same seed.</summary>
internal static class Words
{
    private static readonly string[] Syllables = ["ba", "ke", "lo", "mi", "nu", "ra", "se", "ti", "vo", "wy", "do", "fe", "ga", "hu", "pi"];

    public static string Text(int seed, int count = 120)
    {
        var random = new Random(seed);
        return string.Join(' ', Enumerable.Range(0, count).Select(_ => Word(random)));
    }

    public static string Token(int seed, int length = 24)
    {
        var random = new Random(seed ^ 0x5eed);
        return string.Create(length, random, static (span, r) =>
        {
            for (var i = 0; i < span.Length; i++) span[i] = i % 4 == 3 ? (char)('0' + r.Next(10)) : (char)('a' + r.Next(26));
        });
    }

    private static string Word(Random random) => string.Concat(Enumerable.Range(0, 2 + random.Next(2)).Select(_ => Syllables[random.Next(Syllables.Length)]));
}
