using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace Serjeant.Hunts.Patterns;

/// <summary>
/// Reads the pattern language of STIX 2.1 (section 9; 2.0 is the same but for START and STOP, which may be plain texts there), by recursive descent.
/// Weakest first: FOLLOWEDBY, OR, AND, then qualifiers, which belong to what stands right before them. The first error ends the reading.
/// </summary>
internal sealed class PatternParser
{
    /// <summary>Real patterns have a few hundred characters; sets of thousands of values some hundred thousand.</summary>
    public const int MaximumCharacters = 1024 * 1024;

    // Of brackets within brackets; of FOLLOWEDBY and qualifiers; of comparisons; of REPEATS.
    private const int MaximumDepth = 64, MaximumNested = 256, MaximumTests = 20_000, MaximumTimes = 1_000_000;

    private readonly string _text;
    private readonly PatternLexer _lexer;
    private PatternToken _token;
    private string? _error;
    private int _depth;
    private int _tests;
    private int _nested;

    private PatternParser(string text)
    {
        _text = text;
        _lexer = new(text);
        Step();
    }

    /// <param name="text">A whole pattern.</param>
    /// <param name="error">What is wrong and where, where null is returned.</param>
    /// <returns>A tree whose conditions are <see cref="PatternTest"/>s; null where the text is no pattern.</returns>
    public static Query? Parse(string text, out string error)
    {
        if (text.Length > MaximumCharacters)
        {
            error = $"longer than {MaximumCharacters} characters";
            return null;
        }
        var parser = new PatternParser(text);
        var query = parser.Followed();
        if (parser._error is null && parser._token.Kind != PatternTokenKind.End) parser.Fail("the end");
        error = parser._error ?? "";
        return parser._error is null ? query : null;
    }

    private Query Followed()
    {
        var query = Chain("OR", () => Chain("AND", Qualified, static parts => new Together(parts)), static parts => new Either(parts));
        while (TakeWord("FOLLOWEDBY"))
        {
            CountNesting();
            query = new Sequence(query, Chain("OR", () => Chain("AND", Qualified, static parts => new Together(parts)), static parts => new Either(parts)));
        }
        return query;
    }

    /// <summary>FOLLOWEDBY and qualifiers make the tree deeper as brackets do.</summary>
    private void CountNesting()
    {
        if (++_nested > MaximumNested) Fail($"no more than {MaximumNested} FOLLOWEDBY and qualifiers");
    }

    private T Chain<T>(string word, Func<T> read, Func<ImmutableArray<T>, T> join)
    {
        var first = read();
        if (!_token.IsWord(word)) return first;
        var parts = ImmutableArray.CreateBuilder<T>();
        parts.Add(first);
        while (TakeWord(word)) parts.Add(read());
        return join(parts.ToImmutable());
    }

    private Query Qualified()
    {
        Query query;
        if (Take("("))
        {
            query = Enter(Followed) ?? Nothing;
            Expect(")");
        }
        else
        {
            Expect("[");
            query = new Observation(Disjunction());
            Expect("]");
        }
        while (_error is null)
        {
            if (TakeWord("WITHIN")) query = new Serjeant.Hunts.Patterns.Within(query, Seconds());
            else if (TakeWord("REPEATS")) query = new Repeated(query, Times());
            else if (TakeWord("START")) query = Interval(query);
            else break;
            CountNesting();
        }
        return query;
    }

    private Condition Disjunction() => Chain("OR", () => Chain("AND", Comparison, static parts => new AllOf(parts)), static parts => new AnyOf(parts));

    private Condition Comparison()
    {
        if (++_tests > MaximumTests) Fail($"no more than {MaximumTests} comparisons");
        if (Take("("))
        {
            var inner = Enter(Disjunction) ?? NoTest;
            Expect(")");
            return inner;
        }
        var start = _token.At;
        if (TakeWord("EXISTS")) return new PatternTest(Path(), TestOperator.Exists, false, [], Since(start));
        var path = Path();
        var negated = TakeWord("NOT");
        if (Operator() is not { } how) return NoTest;
        var constants = how == TestOperator.In ? Set() : [Literal(how)];
        return new PatternTest(path, how, negated, constants, Since(start));
    }

    private TestOperator? Operator()
    {
        var found = _token switch
        {
            { Kind: PatternTokenKind.Sign } sign => sign.Text switch
            {
                "=" => TestOperator.Equal,
                "!=" => TestOperator.NotEqual,
                "<" => TestOperator.Less,
                "<=" => TestOperator.LessOrEqual,
                ">" => TestOperator.Greater,
                ">=" => TestOperator.GreaterOrEqual,
                _ => (TestOperator?)null,
            },
            { Kind: PatternTokenKind.Word } word => word.Text.ToUpperInvariant() switch
            {
                "IN" => TestOperator.In,
                "LIKE" => TestOperator.Like,
                "MATCHES" => TestOperator.Matches,
                "ISSUBSET" => TestOperator.IsSubset,
                "ISSUPERSET" => TestOperator.IsSuperset,
                _ => null,
            },
            _ => null,
        };
        if (found is null) Fail("a comparison (=, !=, <, >, IN, LIKE, MATCHES, ISSUBSET, ISSUPERSET)");
        else Step();
        return found;
    }

    private ObjectPath Path()
    {
        var type = TakeKind(PatternTokenKind.Word, "a type of object");
        Expect(":");
        var path = new StringBuilder(Key());
        var indexed = false;
        while (_error is null)
        {
            if (Take("."))
            {
                path.Append('.').Append(Key());
            }
            else if (Take("["))
            {
                if (!Take("*"))
                {
                    indexed = true;
                    _ = TakeKind(PatternTokenKind.Number, "an index or *");
                }
                path.Append("[*]");
                Expect("]");
            }
            else
            {
                break;
            }
        }
        return new(type, path.ToString(), indexed);
    }

    private string Key() => _token.Kind == PatternTokenKind.Text ? TakeKind(PatternTokenKind.Text, "") : TakeKind(PatternTokenKind.Word, "a property");

    private ImmutableArray<Constant> Set()
    {
        Expect("(");
        var constants = ImmutableArray.CreateBuilder<Constant>();
        if (Take(")")) return [];
        do constants.Add(Literal(TestOperator.In));
        while (_error is null && Take(","));
        Expect(")");
        return constants.ToImmutable();
    }

    private Constant Literal(TestOperator how)
    {
        var token = _token;
        var text = token.Kind == PatternTokenKind.Text;
        var other = token.Kind is PatternTokenKind.Number or PatternTokenKind.Timestamp or PatternTokenKind.Hex or PatternTokenKind.Binary || token.IsWord("true") || token.IsWord("false");
        if (!text && (!other || how is TestOperator.Like or TestOperator.Matches or TestOperator.IsSubset or TestOperator.IsSuperset))
        {
            Fail(other ? "a text in quotation marks" : "a value");
            return default;
        }
        Step();
        return new(token.Kind, token.Text);
    }

    private TimeSpan Seconds()
    {
        var number = TakeKind(PatternTokenKind.Number, "a number of seconds");
        if (_error is null && (!double.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds) || seconds is <= 0 or > 3_000_000_000)) Fail("seconds above 0 and below a century");
        if (!TakeWord("SECONDS")) Fail("SECONDS");
        return _error is null ? TimeSpan.FromSeconds(double.Parse(number, CultureInfo.InvariantCulture)) : default;
    }

    private int Times()
    {
        var number = TakeKind(PatternTokenKind.Number, "a number of times");
        if (_error is not null) return 1;
        if (!int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var times) || times is < 1 or > MaximumTimes) Fail($"a whole number from 1 to {MaximumTimes}");
        if (!TakeWord("TIMES")) Fail("TIMES");
        return Math.Max(times, 1);
    }

    private During Interval(Query query)
    {
        var start = Time();
        if (!TakeWord("STOP")) Fail("STOP");
        var stop = Time();
        if (_error is null && stop <= start) Fail("a STOP later than its START");
        return new(query, start, stop);
    }

    private DateTimeOffset Time()
    {
        var text = _token.Kind == PatternTokenKind.Text ? TakeKind(PatternTokenKind.Text, "") : TakeKind(PatternTokenKind.Timestamp, "a time such as t'2024-03-25T12:00:00Z'");
        if (DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time)) return time;
        Fail("a time such as t'2024-03-25T12:00:00Z'");
        return default;
    }

    private T? Enter<T>(Func<T> read) where T : class
    {
        if (++_depth > MaximumDepth) Fail($"no more than {MaximumDepth} brackets within each other");
        var result = _error is null ? read() : null;
        _depth--;
        return result;
    }

    private static Observation Nothing => new(NoTest);

    private static AnyOf NoTest => new([]);

    private void Step()
    {
        if (_error is null) _token = _lexer.Next();
    }

    private string Since(int start)
    {
        var text = _text[start..Math.Max(start, Math.Min(_token.At, _text.Length))].TrimEnd();
        return text.Length > 200 ? text[..200] : text;
    }

    private bool Take(string sign)
    {
        if (_error is not null || !_token.Is(sign)) return false;
        Step();
        return true;
    }

    private bool TakeWord(string word)
    {
        if (_error is not null || !_token.IsWord(word)) return false;
        Step();
        return true;
    }

    private string TakeKind(PatternTokenKind kind, string what)
    {
        if (_token.Kind != kind) Fail(what);
        var text = _token.Text;
        if (_error is null) Step();
        return _error is null ? text : "";
    }

    private void Expect(string sign)
    {
        if (!Take(sign)) Fail($"\"{sign}\"");
    }

    private void Fail(string expected)
    {
        if (_error is not null) return;
        var found = _token.Kind switch
        {
            PatternTokenKind.End => "the end",
            PatternTokenKind.Broken => _token.Text,
            _ => $"\"{(_token.Text.Length > 40 ? _token.Text[..40] : _token.Text)}\"",
        };
        _error = $"no STIX pattern: at character {_token.At + 1} expected {expected}, found {found}";
        _token = new(PatternTokenKind.End, "", _token.At);
    }
}
