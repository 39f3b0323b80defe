using System.Collections.Frozen;
using Serjeant.Values;

namespace Serjeant.Registers;

/// <summary>What people write where they wear a name, or where they send for one (data/words/masks.txt). Folded; a phrase has single spaces.</summary>
internal static class MaskWords
{
    private static readonly Lazy<Dictionary<string, string[]>> Lists = new(Read);

    private static readonly Lazy<FrozenSet<string>> LazyMandates = Set("mandate"), LazyMailbox = Set("mailbox"), LazyDesk = Set("desk"), LazyAside = Set("aside"), LazyFrequent = Set("frequent");

    /// <summary>Titles of those who hold a mandate.</summary>
    public static FrozenSet<string> Mandates => LazyMandates.Value;

    /// <summary>What is put to a mailbox name so that it reads as an office's.</summary>
    public static FrozenSet<string> Mailbox => LazyMailbox.Value;

    /// <summary>Words that may stand beside an organisation's name without making it another's.</summary>
    public static FrozenSet<string> Desk => LazyDesk.Value;

    /// <summary>Legal forms and articles.</summary>
    public static FrozenSet<string> Aside => LazyAside.Value;

    /// <summary>Words that half the organisations of the world are named with.</summary>
    public static FrozenSet<string> Frequent => LazyFrequent.Value;

    /// <summary>Behind which stands the name of whom the writer says he works for.</summary>
    public static string[] OfficeClaims => Lists.Value["office-claim"];

    /// <summary>Behind which stands the name of whom the writer says he writes for.</summary>
    public static string[] BehalfClaims => Lists.Value["behalf-claim"];

    /// <summary>Before which stands the name of whom the writer says he writes for.</summary>
    public static string[] AfterClaims => Lists.Value["after-claim"];

    /// <summary>How a letter ends.</summary>
    public static string[] Closings => Lists.Value["closing"];

    /// <summary>Titles that stand beside a name, or are written together with it, and claim its mandate.</summary>
    public static string[] TitleAffixes => Lists.Value["title-affix"];

    /// <summary>Words that stand so and say that somebody writes for the person.</summary>
    public static string[] OfficeAffixes => Lists.Value["office-affix"];

    /// <summary>Words that stand so and say nothing.</summary>
    public static string[] CourtesyAffixes => Lists.Value["courtesy-affix"];

    private static Lazy<FrozenSet<string>> Set(string list) => new(() => Lists.Value[list].ToFrozenSet(StringComparer.Ordinal));

    private static Dictionary<string, string[]> Read()
    {
        var lists = new Dictionary<string, string[]>(StringComparer.Ordinal);
        foreach (var line in ShippedData.ReadLines("words/masks.txt"))
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon < 0 || line[0] == '#') continue;
            var entries = Folding.Fold(line[(colon + 1)..]).Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
            lists[line[..colon]] = lists.TryGetValue(line[..colon], out var before) ? [.. before, .. entries] : entries;
        }
        return lists;
    }
}
