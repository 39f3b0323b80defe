using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;

namespace Serjeant.Traces.Matching;

/// <summary>The field holds what a regular expression describes: only such as run in linear time, for the lines are written by attackers too.</summary>
internal sealed class ExpressionTest : FieldTest
{
    /// <summary>Characters of an expression; those of rules have a tenth.</summary>
    private const int Longest = 4_000;

    /// <summary>Far above what a line takes in linear time.</summary>
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(1);

    private readonly Regex _expression;

    private ExpressionTest(string field, ImmutableArray<LineView> views, Regex expression, IReadOnlyList<byte[]>? needed) : base(field, views)
    {
        _expression = expression;
        Needed = needed;
    }

    public override int Cost => 200;

    public override IReadOnlyList<byte[]>? Needed { get; }

    /// <returns>Null if it cannot be run safely; <paramref name="why"/> says why.</returns>
    public static ExpressionTest? Make(string field, ImmutableArray<LineView> views, string pattern, RegexOptions options, out string why)
    {
        why = "";
        if (pattern.Length > Longest)
        {
            why = $"a regular expression of {pattern.Length} characters";
            return null;
        }
        try
        {
            // Patterns are data of a rule, so none can be generated; this engine cannot be made to stand still.
            Regex expression = new(pattern, options | RegexOptions.NonBacktracking | RegexOptions.CultureInvariant, Limit);
            return new(field, views, expression, NeededOfExpression.Of(pattern));
        }
        catch (NotSupportedException)
        {
            why = "a regular expression with look-around or back-reference, which could be made to stand still";
        }
        catch (ArgumentException)
        {
            why = "a regular expression that cannot be read";
        }
        return null;
    }

    protected override bool Holds(LineTexts line, LineView view)
    {
        var raw = line.Raw(view);
        var letters = ArrayPool<char>.Shared.Rent(raw.Length);
        try
        {
            var text = letters.AsSpan(0, Encoding.UTF8.GetChars(raw, letters));
            if (_expression.IsMatch(text)) return true;
            if (!LineTexts.WritesPlus(view) || text.Contains(' ') || !text.Contains('+')) return false;
            text.Replace('+', ' ');
            return _expression.IsMatch(text);
        }
        catch (RegexMatchTimeoutException)
        {
            return false;
        }
        finally
        {
            ArrayPool<char>.Shared.Return(letters);
        }
    }
}
