using System.Globalization;
using System.Text;

namespace Serjeant.Samples;

/// <summary>
/// The text material under Texts/. A file holds sections ("## name"), a section one variant a line. In a variant
/// <c>{name}</c> is a slot or a variant of another section, <c>[a|b]</c> one of its alternatives, " // " a new paragraph
/// and " / " a new line.
/// </summary>
internal sealed class Prose
{
    private const int DeepestNesting = 12;

    private static readonly string[] SmallNumbers = ["two", "three", "four", "five", "six", "seven", "eight", "nine"];

    private readonly Dictionary<string, List<string>> sections = new(StringComparer.Ordinal);

    public static Prose Load()
    {
        var prose = new Prose();
        var assembly = typeof(Prose).Assembly;
        foreach (var name in assembly.GetManifestResourceNames().Where(n => n.StartsWith("Texts/", StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!, Encoding.UTF8);
            prose.Read(reader);
        }
        return prose;
    }

    /// <summary>Every variant of a section, as written.</summary>
    public IReadOnlyList<string> All(string section) =>
        sections.TryGetValue(section, out var lines) ? lines : throw new ArgumentException($"No text section '{section}'.");

    /// <summary>Every section whose name begins so, in order of name.</summary>
    public IReadOnlyList<string> Sections(string prefix) =>
        [.. sections.Keys.Where(k => k.StartsWith(prefix, StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

    /// <summary>One variant of a section, expanded.</summary>
    public string Of(string section, Dice dice, Slots slots) => Expand(dice.Pick(All(section)), dice, slots);

    /// <summary>Different variants of a section, expanded.</summary>
    public IReadOnlyList<string> Several(string section, int count, Dice dice, Slots slots) =>
        [.. dice.Some(All(section), count).Select(t => Expand(t, dice, slots))];

    public string Expand(string template, Dice dice, Slots slots)
    {
        var text = Expand(template, dice, slots, 0);
        return template.StartsWith("{small}", StringComparison.Ordinal) ? char.ToUpperInvariant(text[0]) + text[1..] : text;
    }

    private string Expand(string template, Dice dice, Slots slots, int depth)
    {
        if (depth > DeepestNesting)
            throw new ArgumentException($"Text nests too deeply: {template}");
        var text = new StringBuilder();
        for (var i = 0; i < template.Length; i++)
        {
            if (template[i] is '{' or '[')
            {
                var end = Closing(template, i);
                var inner = template[(i + 1)..end];
                text.Append(template[i] == '{' ? Named(inner, dice, slots, depth) : Expand(dice.Pick(Alternatives(inner)), dice, slots, depth + 1));
                i = end;
            }
            else
            {
                text.Append(template[i]);
            }
        }
        return text.ToString().Replace(" // ", "\n\n", StringComparison.Ordinal).Replace(" / ", "\n", StringComparison.Ordinal);
    }

    private string Named(string name, Dice dice, Slots slots, int depth) =>
        slots.TryGetValue(name, out var value) ? value : Figure(name, dice) ?? Expand(dice.Pick(All(name)), dice, slots, depth + 1);

    /// <summary>Figures are drawn anew at every place.</summary>
    private static string? Figure(string name, Dice dice) => name switch
    {
        "number" => dice.Between(11, 98).ToString(CultureInfo.InvariantCulture),
        "small" => dice.Pick(SmallNumbers),
        "age" => dice.Between(19, 93).ToString(CultureInfo.InvariantCulture),
        "year" => dice.Between(1887, 2012).ToString(CultureInfo.InvariantCulture),
        "two" => dice.Digits(2),
        "three" => dice.Digits(3),
        _ => null,
    };

    private static int Closing(string text, int open)
    {
        var depth = 0;
        for (var i = open; i < text.Length; i++)
        {
            if (text[i] is '{' or '[')
                depth++;
            else if (text[i] is '}' or ']' && --depth == 0)
                return i;
        }
        throw new ArgumentException($"A bracket is left open: {text}");
    }

    /// <summary>The parts between the bars that stand in no bracket.</summary>
    public static List<string> Alternatives(string inner)
    {
        var parts = new List<string>();
        var (depth, start) = (0, 0);
        for (var i = 0; i < inner.Length; i++)
        {
            if (inner[i] is '{' or '[')
                depth++;
            else if (inner[i] is '}' or ']')
                depth--;
            else if (inner[i] == '|' && depth == 0)
            {
                parts.Add(inner[start..i]);
                start = i + 1;
            }
        }
        parts.Add(inner[start..]);
        return parts;
    }

    private void Read(StreamReader reader)
    {
        List<string>? section = null;
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith("## ", StringComparison.Ordinal))
                sections[line[3..].Trim()] = section = [];
            else if (line.Trim().Length > 0)
                (section ?? throw new ArgumentException($"Text before the first section: {line}")).Add(line.Trim());
        }
    }
}
