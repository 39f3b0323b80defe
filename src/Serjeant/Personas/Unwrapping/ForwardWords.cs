using System.Collections.Frozen;
using Serjeant.Values;

namespace Serjeant.Personas.Unwrapping;

/// <summary>What mail programs of many languages write around a mail that they quote (data/words/forward-labels.txt).</summary>
internal sealed class ForwardWords
{
    /// <summary>The longest label, with room to spare.</summary>
    private const int LongestLabel = 32, LongestLine = 200;

    private static readonly Lazy<ForwardWords> Loaded = new(() => new());

    private readonly FrozenDictionary<string, QuotedField> _fields;
    private readonly string[] _marks, _ends, _wrote;

    private ForwardWords()
    {
        var fields = new Dictionary<string, QuotedField>(StringComparer.Ordinal);
        string[] marks = [], ends = [], wrote = [];
        foreach (var line in ShippedData.ReadLines("words/forward-labels.txt"))
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon < 0 || line[0] == '#') continue;
            var words = line[(colon + 1)..].Split('|').Select(w => Folding.Fold(w).Trim()).ToArray();
            switch (line[..colon])
            {
                case "mark": marks = words; break;
                case "end": ends = words; break;
                case "wrote": wrote = words; break;
                case var name:
                    foreach (var word in words) fields.TryAdd(word, Enum.Parse<QuotedField>(name, ignoreCase: true));
                    break;
            }
        }
        (_fields, _marks, _ends, _wrote) = (fields.ToFrozenDictionary(StringComparer.Ordinal), marks, ends, wrote);
    }

    public static ForwardWords Shared => Loaded.Value;

    /// <summary>The field that a line begins with, and what stands behind its colon.</summary>
    public bool TryField(ReadOnlySpan<char> line, out QuotedField field, out string value)
    {
        (field, value) = (default, "");
        var head = line[..Math.Min(line.Length, LongestLabel)];
        var colon = head.IndexOfAny(':', '：');
        if (colon <= 0) return false;
        var label = Folding.Fold(head[..colon].Trim("*_ \t\u00a0").ToString());
        if (!_fields.TryGetValue(label, out field)) return false;
        value = line[(colon + 1)..].Trim("* \t\u00a0").ToString();
        return true;
    }

    /// <summary>A line that says that a forwarded mail begins.</summary>
    public bool IsMark(ReadOnlySpan<char> line) => Holds(line, _marks);

    public bool IsEnd(ReadOnlySpan<char> line) => Holds(line, _ends);

    /// <summary>The line above an answer ends in one of these, a colon aside.</summary>
    public bool SaysWrote(string folded)
    {
        foreach (var word in _wrote)
            if (folded.Contains(word, StringComparison.Ordinal)) return true;
        return false;
    }

    private static bool Holds(ReadOnlySpan<char> line, string[] words)
    {
        if (line.Length is < 8 or > LongestLine) return false;
        var folded = Folding.Fold(line.ToString());
        foreach (var word in words)
            if (folded.Contains(word, StringComparison.Ordinal)) return true;
        return false;
    }
}

/// <summary>A field that a forwarding program writes out.</summary>
internal enum QuotedField
{
    From,
    Sent,
    To,
    Cc,
    Subject,
    Reply,
}
