using System.Text;
using Serjeant.Hunts.Tips;

namespace Serjeant.Hunts.Patterns;

/// <summary>
/// Of the expressions that MATCHES takes (PCRE), those that say no more than a wildcard does: letters, escaped signs, ".", ".*", ".+", "^" and "$".
/// Real indicators mostly are of this kind; nothing is ever run as an expression.
/// </summary>
internal static class SimpleRegex
{
    /// <returns>A pattern as <see cref="Wildcard"/> has it; null where the expression says more than that.</returns>
    public static string? ToWildcard(string expression)
    {
        var rest = expression.AsSpan();
        var text = new StringBuilder();
        if (rest.StartsWith("^")) rest = rest[1..];
        else text.Append(Wildcard.Run);
        var open = true;
        while (!rest.IsEmpty)
        {
            if (rest.SequenceEqual("$"))
            {
                open = false;
                break;
            }
            var taken = Piece(rest, text);
            if (taken == 0) return null;
            rest = rest[taken..];
        }
        if (open) text.Append(Wildcard.Run);
        return text.ToString();
    }

    private static int Piece(ReadOnlySpan<char> rest, StringBuilder text)
    {
        var taken = 1;
        var piece = rest[0];
        if (piece == '\\')
        {
            // A backslash before a letter or digit is a class or a boundary.
            if (rest.Length < 2 || char.IsLetterOrDigit(rest[1])) return 0;
            piece = rest[1];
            taken = 2;
        }
        else if (piece == '.')
        {
            piece = Wildcard.One;
        }
        else if (piece is '[' or ']' or '(' or ')' or '{' or '}' or '|' or '*' or '+' or '?' or '^' or '$')
        {
            return 0;
        }
        // A literal asterisk cannot be told from the wildcard's own.
        if (piece == Wildcard.Run) return 0;
        if (taken == rest.Length || rest[taken] is not ('*' or '+' or '?' or '{'))
        {
            text.Append(piece);
            return taken;
        }
        if (piece != Wildcard.One || rest[taken] is not ('*' or '+')) return 0;
        if (rest[taken] == '+') text.Append(Wildcard.One);
        text.Append(Wildcard.Run);
        taken++;
        // ".*?" finds the same messages.
        return taken < rest.Length && rest[taken] == '?' ? taken + 1 : taken;
    }
}
