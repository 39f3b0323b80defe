using System.Collections.Immutable;
using Serjeant.Values;

namespace Serjeant.Registers.Scripts;

/// <summary>Shipped readings: a line has the name in its script, then its Latin readings, likeliest first. Read once, when the first such name is met.</summary>
internal sealed class ReadingList
{
    private readonly Dictionary<string, ImmutableArray<string>> _readings;

    private ReadingList(Dictionary<string, ImmutableArray<string>> readings) => _readings = readings;

    /// <param name="name">Path below data/.</param>
    /// <param name="normalise">Applied to the name in its script, here as to what is looked up.</param>
    public static ReadingList Load(string name, Func<string, string>? normalise = null)
    {
        var readings = new Dictionary<string, ImmutableArray<string>>(StringComparer.Ordinal);
        foreach (var line in ShippedData.ReadLines(name))
        {
            if (line.Length == 0 || line[0] == '#') continue;
            var fields = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            var key = normalise is null ? fields[0] : normalise(fields[0]);
            readings[key] = readings.TryGetValue(key, out var before) ? [.. before.Union(fields[1..])] : [.. fields[1..]];
        }
        return new(readings);
    }

    public ImmutableArray<string> this[string name] => _readings.TryGetValue(name, out var found) ? found : [];
}
