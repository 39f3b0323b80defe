using System.Text;

namespace Serjeant.Traces.Matching;

/// <summary>
/// Texts that stand in whatever a regular expression matches, read off the plain letters outside of all groups, classes and quantifiers. What is not
/// understood gives nothing: then every line is tried.
/// </summary>
internal static class NeededOfExpression
{
    /// <summary>Escapes that stand for the character itself.</summary>
    private const string Plain = "./\\-_?+*()[]{}|^$#&=:%@~!,;'\"<> ";

    public static IReadOnlyList<byte[]>? Of(string pattern)
    {
        var needed = new List<byte[]>();
        var runs = new List<byte[]>();
        var run = new StringBuilder();
        var begin = pattern.StartsWith("(?i)", StringComparison.Ordinal) ? 4 : 0;
        for (var i = begin; i <= pattern.Length; i++)
        {
            if (i == pattern.Length || pattern[i] == '|')
            {
                End();
                if (Rarity.Best(runs) is not { } best) return null;
                needed.Add(best);
                runs.Clear();
                continue;
            }
            var c = pattern[i];
            var letter = '\0';
            if (c == '\\')
            {
                if (++i >= pattern.Length) return null;
                if (Plain.Contains(pattern[i], StringComparison.Ordinal)) letter = pattern[i];
                // A number, a code or a property may go on behind its letter.
                else if ("dDwWsSbB".Contains(pattern[i], StringComparison.Ordinal)) End();
                else return null;
            }
            else if (c is '[' or '(')
            {
                End();
                i = Behind(pattern, i) - 1;
                if (i < 0) return null;
            }
            else if (c is '.' or '^' or '$') End();
            else if (c == '+') End();
            else if (c is '*' or '?' or '{')
            {
                if (run.Length > 0) run.Length--;
                End();
                if (c == '{') i = pattern.IndexOf('}', i) is >= 0 and var close ? close : pattern.Length - 1;
            }
            else if (c is ')' or ']' or '}' or > '~' or < ' ') return null;
            else letter = c;
            if (letter != '\0') run.Append(letter);
        }
        return needed;

        void End()
        {
            if (run.Length > 0) runs.Add(Encoding.ASCII.GetBytes(run.ToString()));
            run.Clear();
        }
    }

    /// <summary>The place behind the group or class that begins there; 0 where it does not end.</summary>
    private static int Behind(string pattern, int start)
    {
        // Options within a group change how what follows is read.
        if (pattern.AsSpan(start).StartsWith("(?") && !pattern.AsSpan(start).StartsWith("(?:")) return 0;
        var depth = 0;
        for (var i = start; i < pattern.Length; i++)
            if (pattern[i] == '\\') i++;
            else if (pattern[i] == '[')
            {
                // A closing bracket right behind the opening one is a letter of the class.
                i++;
                if (i < pattern.Length && pattern[i] == '^') i++;
                if (i < pattern.Length && pattern[i] == ']') i++;
                for (; i < pattern.Length && pattern[i] != ']'; i++)
                    if (pattern[i] == '\\') i++;
                if (depth == 0) return i + 1 > pattern.Length ? 0 : i + 1;
            }
            else if (pattern[i] == '(') depth++;
            else if (pattern[i] == ')' && --depth == 0) return i + 1;
        return 0;
    }
}
