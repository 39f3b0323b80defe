using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Serjeant.Traces.Sigma;

/// <summary>
/// Reads YAML documents into nodes by the events of the parser: lines are kept, aliases share what they name, and depth and number of nodes are
/// bounded, so that no text can blow up. A key that stands twice is refused, for programs do not agree which one counts.
/// </summary>
internal sealed class SigmaYaml
{
    /// <summary>The largest rule of SigmaHQ has some thousand nodes.</summary>
    private const int MostNodes = 100_000;

    private const int Deepest = 30;

    private readonly Dictionary<string, SigmaNode> _anchors = new(StringComparer.Ordinal);
    private readonly Parser _parser;
    private int _nodes;

    private SigmaYaml(TextReader text) => _parser = new Parser(text);

    /// <summary>All documents of a text.</summary>
    /// <exception cref="UnusableRuleException">It is no YAML, or above the bounds.</exception>
    public static List<SigmaNode> Read(string text)
    {
        using var reader = new StringReader(text);
        var yaml = new SigmaYaml(reader);
        try
        {
            return yaml.Documents();
        }
        catch (YamlException problem)
        {
            throw UnusableRuleException.Malformed("this is not YAML", (int)problem.Start.Line);
        }
        catch (Exception problem) when (problem is InvalidOperationException or ArgumentException or IndexOutOfRangeException or FormatException)
        {
            // The scanner of YamlDotNet 18.1 trips over some broken texts instead of refusing them.
            var line = (int)(yaml._parser.Current?.Start.Line ?? 1);
            throw UnusableRuleException.Malformed("this is not YAML, here or just behind", line);
        }
    }

    private List<SigmaNode> Documents()
    {
        var documents = new List<SigmaNode>();
        while (_parser.MoveNext())
            if (_parser.Current is DocumentStart)
            {
                _anchors.Clear();
                Next();
                documents.Add(Node(0, []));
            }
        return documents;
    }

    /// <summary>The node that begins here; afterwards its last event is the current one.</summary>
    /// <param name="open">Anchors of what is not yet read to its end: an alias to one of them would go round for ever.</param>
    private SigmaNode Node(int depth, HashSet<string> open)
    {
        if (++_nodes > MostNodes) throw UnusableRuleException.Malformed("more values than any rule has");
        if (depth > Deepest) throw UnusableRuleException.Malformed("nested deeper than any rule is");
        var at = _parser.Current!;
        var line = (int)at.Start.Line;
        if (at is AnchorAlias alias)
        {
            var name = alias.Value.Value;
            if (open.Contains(name) || !_anchors.TryGetValue(name, out var named)) throw UnusableRuleException.Malformed($"the reference *{name} names nothing that stands before it", line);
            // Walking it again costs again what it holds.
            _nodes += Size(named);
            if (_nodes > MostNodes) throw UnusableRuleException.Malformed("more values than any rule has");
            return named;
        }
        var anchor = at is NodeEvent { Anchor.IsEmpty: false } carrier ? carrier.Anchor.Value : null;
        if (anchor is not null) open.Add(anchor);
        var node = at switch
        {
            Scalar scalar => new SigmaNode { Line = line, Text = scalar.Value, IsNull = scalar.Style == ScalarStyle.Plain && scalar.Value is "" or "~" or "null" or "Null" or "NULL" },
            SequenceStart => new() { Line = line, Items = Items(depth, open) },
            MappingStart => new() { Line = line, Entries = Entries(depth, open) },
            _ => throw UnusableRuleException.Malformed("a value is missing", line),
        };
        if (anchor is null) return node;
        open.Remove(anchor);
        return _anchors[anchor] = node;
    }

    private List<SigmaNode> Items(int depth, HashSet<string> open)
    {
        var items = new List<SigmaNode>();
        for (Next(); _parser.Current is not SequenceEnd; Next()) items.Add(Node(depth + 1, open));
        return items;
    }

    private List<(string Key, SigmaNode Value)> Entries(int depth, HashSet<string> open)
    {
        var entries = new List<(string Key, SigmaNode Value)>();
        var keys = new HashSet<string>(StringComparer.Ordinal);
        for (Next(); _parser.Current is not MappingEnd; Next())
        {
            var key = Node(depth + 1, open);
            if (key.Text is null) throw UnusableRuleException.Malformed("a key that is no text", key.Line);
            if (!keys.Add(key.Text)) throw UnusableRuleException.Malformed($"the key \"{key.Text}\" stands twice in one mapping", key.Line);
            Next();
            entries.Add((key.Text, Node(depth + 1, open)));
        }
        return entries;
    }

    private void Next()
    {
        if (!_parser.MoveNext()) throw UnusableRuleException.Malformed("the text ends too early");
    }

    private static int Size(SigmaNode node) =>
        1 + (node.Items?.Sum(Size) ?? 0) + (node.Entries?.Sum(e => 1 + Size(e.Value)) ?? 0);
}
