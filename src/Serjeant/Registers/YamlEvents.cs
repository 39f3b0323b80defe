using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Serjeant.Registers;

/// <summary>A scalar with its place.</summary>
internal readonly record struct YamlText(string Value, RosterPlace Place);

/// <summary>
/// Walks the events of a YAML text and says what was expected where something else stands. No serialiser: nothing is compiled
/// at start, every value keeps its line, and no alias can blow up.
/// </summary>
/// <param name="reader">The text.</param>
/// <param name="draft">Knows the file's name.</param>
/// <param name="kind">What the file is.</param>
internal sealed class YamlEvents(TextReader reader, RosterDraft draft, string kind = "roster")
{
    private readonly Parser _parser = new(reader);

    /// <summary>Where the value that comes next begins.</summary>
    public RosterPlace Place => PlaceOf(Current);

    private ParsingEvent Current => _parser.Current ?? throw draft.Refuse(new(1, 1), "The text ends too early.");

    /// <summary>Goes to the first value.</summary>
    public void Begin()
    {
        Move();
        Move();
        if (Current is StreamEnd) throw draft.Refuse(new(1, 1), $"The {kind} is empty.");
        Step();
    }

    /// <summary>Checks that nothing follows.</summary>
    public void End()
    {
        if (Current is DocumentEnd) Step();
        if (Current is not StreamEnd) throw draft.Refuse(Place, $"A second document: a {kind} is one.");
    }

    /// <summary>Reads a mapping; <paramref name="each"/> must read the value of the key it gets.</summary>
    /// <param name="known">The keys allowed, or null for any.</param>
    public void Mapping(string what, string[]? known, Action<string> each)
    {
        if (Current is not MappingStart) throw draft.Refuse(Place, $"Expected {What(what)} as \"key: value\" lines, found {Found()}.");
        Step();
        var seen = new Dictionary<string, RosterPlace>(StringComparer.Ordinal);
        while (Current is not MappingEnd)
        {
            var key = Text("a key");
            if (known is not null && Array.IndexOf(known, key.Value) < 0)
                throw draft.Refuse(key.Place, $"The key \"{key.Value}\" is unknown in {What(what)}.{KeySuggestion.For(key.Value, known)} Known are {string.Join(", ", known)}.");
            if (!seen.TryAdd(key.Value, key.Place)) throw draft.Refuse(key.Place, $"The key \"{key.Value}\" stands on line {seen[key.Value].Line} already.");
            each(key.Value);
        }
        Step();
    }

    /// <summary>The same, where nothing may stand instead.</summary>
    public void OptionalMapping(string what, string[]? known, Action<string> each)
    {
        if (IsNothing()) Step();
        else Mapping(what, known, each);
    }

    public void Sequence(string what, Action each)
    {
        if (IsNothing())
        {
            Step();
            return;
        }
        if (Current is not SequenceStart) throw draft.Refuse(Place, $"Expected a list under \"{what}\" (lines that begin with a hyphen), found {Found()}.");
        Step();
        while (Current is not SequenceEnd) each();
        Step();
    }

    public YamlText Text(string what)
    {
        if (Current is not Scalar scalar) throw draft.Refuse(Place, $"Expected one text for {What(what)}, found {Found()}.");
        var text = new YamlText(scalar.Value.Trim(), Place);
        if (text.Value.Length == 0) throw draft.Refuse(Place, $"{(what == "name" ? "A name" : $"The value of {What(what)}")} is empty.");
        Step();
        return text;
    }

    /// <summary>One text, or a list of texts, or nothing.</summary>
    public List<YamlText> Texts(string what)
    {
        var texts = new List<YamlText>();
        if (Current is Scalar && !IsNothing()) texts.Add(Text(what));
        else Sequence(what, () => texts.Add(Text(what)));
        return texts;
    }

    public bool Flag(string what)
    {
        var text = Text(what);
        return text.Value switch
        {
            "true" => true,
            "false" => false,
            _ => throw draft.Refuse(text.Place, $"\"{what}\" is true or false, not \"{text.Value}\"."),
        };
    }

    private void Step()
    {
        if (!Move()) throw draft.Refuse(new(1, 1), "The text ends too early.");
        if (_parser.Current is AnchorAlias) throw draft.Refuse(Place, $"References (*name) are not read in a {kind}: write the value out.");
    }

    private bool Move()
    {
        try
        {
            return _parser.MoveNext();
        }
        catch (YamlException e)
        {
            throw draft.Refuse(new(e.Start.Line, e.Start.Column), $"This is not YAML: {e.Message}", e);
        }
        catch (Exception e) when (e is InvalidOperationException or ArgumentException or IndexOutOfRangeException or FormatException)
        {
            // The scanner of YamlDotNet 18.1 trips over some broken texts instead of refusing them (a fuzzed one that ended inside a plain scalar).
            var place = _parser.Current is { } last ? PlaceOf(last) : new(1, 1);
            throw draft.Refuse(place, "This is not YAML, here or just behind.", e);
        }
    }

    private bool IsNothing() => Current is Scalar { Style: ScalarStyle.Plain, Value: "" or "~" or "null" };

    private string Found() => Current switch
    {
        MappingStart => "\"key: value\" lines",
        SequenceStart => "a list",
        Scalar { Value.Length: > 40 } scalar => $"\"{scalar.Value[..40]}...\"",
        Scalar { Value.Length: 0 } => "nothing",
        Scalar scalar => $"\"{scalar.Value}\"",
        _ => "the end",
    };

    private static string What(string what) => what.Contains(' ', StringComparison.Ordinal) ? what : $"\"{what}\"";

    private static RosterPlace PlaceOf(ParsingEvent at) => new(at.Start.Line, at.Start.Column);
}
