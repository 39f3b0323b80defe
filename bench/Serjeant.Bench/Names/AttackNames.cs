using Serjeant.Registers.Names;

namespace Serjeant.Bench.Names;

/// <summary>Names of a register as somebody who poses as its people writes them.</summary>
internal static class AttackNames
{
    private static readonly Func<string[], string>[] Spellings =
    [
        w => string.Join(' ', w),
        w => string.Join(' ', w).ToUpperInvariant(),
        w => $"{w[^1]}, {string.Join(' ', w[..^1])}",
        w => $"Rt Hon {string.Join(' ', w)} MP",
        w => $"Office of {string.Join(' ', w)}",
        w => $"{string.Join(' ', w)} (House of Example)",
        w => string.Concat(w),
        w => $"{string.Join(' ', w)} | Personal",
        w => string.Join(' ', w).Replace('e', '\u0435').Replace('a', '\u0430'),
        w => string.Join(' ', w).Replace("l", "1", StringComparison.Ordinal).Replace("o", "0", StringComparison.Ordinal),
        w => $"{string.Join(' ', w[..^1])} {Without(w[^1])}",
        w => string.Join("\u200b ", w),
    ];

    public static string[] Of(IReadOnlyList<NamedSubject> subjects, int count, int seed)
    {
#pragma warning disable RS0030 // the seed is given
        var random = new Random(seed);
#pragma warning restore RS0030
        var names = new string[count];
        for (var i = 0; i < count; i++)
        {
            var words = subjects[random.Next(subjects.Count)].Names[0].Split(' ', StringSplitOptions.RemoveEmptyEntries);
            names[i] = Spellings[i % Spellings.Length](words);
        }
        return names;
    }

    private static string Without(string word) => word.Length < 6 ? word : word.Remove(word.Length / 2, 1);
}
