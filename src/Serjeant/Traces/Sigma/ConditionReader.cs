using Serjeant.Traces.Matching;

namespace Serjeant.Traces.Sigma;

/// <summary>
/// Reads a condition (Sigma specification v2, "Condition"): search identifiers, not, and, or (in this order of binding), parentheses, "1 of", "any of"
/// and "all of" a pattern of names or "them".
/// </summary>
internal sealed class ConditionReader
{
    private const int MostWords = 2_000, Deepest = 60;

    private readonly IReadOnlyDictionary<string, Clause> _searches;
    private readonly List<string> _words;
    private readonly int _line;
    private int _at;

    private ConditionReader(IReadOnlyDictionary<string, Clause> searches, List<string> words, int line) => (_searches, _words, _line) = (searches, words, line);

    /// <exception cref="UnusableRuleException">It cannot be read, names nothing, or counts.</exception>
    public static Clause Read(string text, IReadOnlyDictionary<string, Clause> searches, int line)
    {
        var words = Words(text, line);
        if (words.IndexOf("|") is >= 0 and var pipe)
            throw new UnusableRuleException(RefusalReason.Aggregation, string.Join(' ', words.Skip(pipe).Take(6)), line);
        var reader = new ConditionReader(searches, words, line);
        var clause = reader.Or(0);
        if (reader._at < words.Count) throw reader.Broken($"\"{words[reader._at]}\" is one word too many");
        return clause;
    }

    private Clause Or(int depth)
    {
        var parts = new List<Clause> { And(depth) };
        while (Skip("or")) parts.Add(And(depth));
        return parts.Count == 1 ? parts[0] : new Clause.Any(parts);
    }

    private Clause And(int depth)
    {
        var parts = new List<Clause> { One(depth) };
        while (Skip("and")) parts.Add(One(depth));
        return parts.Count == 1 ? parts[0] : new Clause.All(parts);
    }

    private Clause One(int depth)
    {
        if (depth > Deepest) throw Broken("it is nested deeper than any rule's");
        if (Skip("not")) return new Clause.Not(One(depth + 1));
        if (Skip("("))
        {
            var inner = Or(depth + 1);
            if (!Skip(")")) throw Broken("a parenthesis is not closed");
            return inner;
        }
        if (_at >= _words.Count) throw Broken("it ends too early");
        var word = _words[_at];
        if (_at + 2 < _words.Count && Is(_words[_at + 1], "of") && (word == "1" || Is(word, "any") || Is(word, "all")))
        {
            var named = Named(_words[_at + 2]);
            _at += 3;
            return Is(word, "all") ? new Clause.All(named) : new Clause.Any(named);
        }
        if (!_searches.TryGetValue(word, out var search)) throw Broken($"\"{word}\" is the name of no search");
        _at++;
        return search;
    }

    private List<Clause> Named(string pattern)
    {
        var named = (from search in _searches
                     where Is(pattern, "them") ? !search.Key.StartsWith('_') : Fits(search.Key, pattern)
                     select search.Value).ToList();
        return named.Count > 0 ? named : throw Broken($"\"{pattern}\" names no search");
    }

    private bool Skip(string word)
    {
        if (_at >= _words.Count || !Is(_words[_at], word)) return false;
        _at++;
        return true;
    }

    private UnusableRuleException Broken(string what) => UnusableRuleException.Malformed($"the condition cannot be read: {what}", _line);

    private static bool Is(string word, string other) => word.Equals(other, StringComparison.OrdinalIgnoreCase);

    private static bool Fits(string name, string pattern)
    {
        var text = System.Text.Encoding.UTF8.GetBytes(name);
        return TextPattern.Read(pattern).For(LineView.Line, cased: true).Matches(text);
    }

    private static List<string> Words(string text, int line)
    {
        var words = new List<string>();
        for (var i = 0; i < text.Length;)
        {
            if (char.IsWhiteSpace(text[i]))
            {
                i++;
                continue;
            }
            var end = i + 1;
            if (text[i] is not ('(' or ')' or '|'))
                while (end < text.Length && !char.IsWhiteSpace(text[end]) && text[end] is not ('(' or ')' or '|')) end++;
            words.Add(text[i..end]);
            i = end;
            if (words.Count > MostWords) throw UnusableRuleException.Malformed("the condition is longer than any rule's", line);
        }
        return words;
    }
}
