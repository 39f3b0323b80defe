using System.Collections.Immutable;
using Serjeant.Values;

namespace Serjeant.Registers.Names;

/// <summary>
/// Which short and pet names go with which full name, in the languages of data/names/nicknames.txt. Words are folded. Names of one stem in several
/// languages (Seán and John) stand together where people bear both.
/// </summary>
internal sealed class Nicknames
{
    private static readonly Lazy<Nicknames> Lazy = new(() => Read(ShippedData.ReadLines("names/nicknames.txt")));

    private readonly Dictionary<string, ImmutableArray<string>> _fullNames;
    private readonly Dictionary<string, ImmutableArray<string>> _nicknames;

    private Nicknames(Dictionary<string, ImmutableArray<string>> fullNames, Dictionary<string, ImmutableArray<string>> nicknames)
    {
        _fullNames = fullNames;
        _nicknames = nicknames;
    }

    public static Nicknames Shipped => Lazy.Value;

    /// <summary>Full names that people mean by the word; empty where it is nobody's short name.</summary>
    public ImmutableArray<string> FullNamesOf(string folded) => _fullNames.TryGetValue(folded, out var found) ? found : [];

    /// <summary>Short names of a full one; empty where none is known.</summary>
    public ImmutableArray<string> NicknamesOf(string folded) => _nicknames.TryGetValue(folded, out var found) ? found : [];

    /// <param name="lines">The full names, a colon, the short ones; comments begin with #.</param>
    public static Nicknames Read(IEnumerable<string> lines)
    {
        ArgumentNullException.ThrowIfNull(lines);
        var fullNames = new Dictionary<string, ImmutableArray<string>>(StringComparer.Ordinal);
        var nicknames = new Dictionary<string, ImmutableArray<string>>(StringComparer.Ordinal);
        foreach (var line in lines)
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon < 0 || line[0] == '#') continue;
            var shorts = line[(colon + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries);
            foreach (var full in line[..colon].Split(' ', StringSplitOptions.RemoveEmptyEntries))
                foreach (var nickname in shorts)
                {
                    if (nickname == full) continue;
                    Add(nicknames, full, nickname);
                    Add(fullNames, nickname, full);
                }
        }
        return new(fullNames, nicknames);
    }

    private static void Add(Dictionary<string, ImmutableArray<string>> to, string key, string value)
    {
        if (!to.TryGetValue(key, out var before)) to[key] = [value];
        else if (!before.Contains(value)) to[key] = before.Add(value);
    }
}
