using Serjeant.Hunts.Tips;

namespace Serjeant.Hunts.Patterns;

/// <summary>What a comparison of a pattern asks of the index, for each value that it names.</summary>
internal static class TestMeaning
{
    public static IEnumerable<(Asked Asked, string Text)> Of(PatternTest test)
    {
        if (WhyNot(test) is { } reason)
        {
            yield return (Asked.No(reason), test.Text);
            yield break;
        }
        if (PathMeaning.Find(test.Path) is not { } meaning)
        {
            yield return (Asked.No(PathMeaning.WhyNot(test.Path)), test.Text);
            yield break;
        }
        foreach (var constant in test.Constants)
        {
            var asked = Ask(test, constant.Text, meaning);
            // Which of several recipients or parts it is, the index does not know.
            yield return (test.Path.Indexed ? asked.AndWider() : asked, constant.Text);
        }
    }

    private static string? WhyNot(PatternTest test)
    {
        if (test.Negated || test.Operator == TestOperator.NotEqual) return "what is not there cannot be looked up";
        return test.Operator switch
        {
            TestOperator.Exists => "that a property exists is true of most mail",
            TestOperator.Less or TestOperator.LessOrEqual or TestOperator.Greater or TestOperator.GreaterOrEqual => "an index looks up values, not all above or below one",
            _ when test.Constants.IsEmpty => "an empty set: nothing is in it",
            _ when test.Constants.Any(c => c.Kind is PatternTokenKind.Hex or PatternTokenKind.Binary) => "no property of mail is compared with bytes",
            _ => null,
        };
    }

    private static Asked Ask(PatternTest test, string text, Func<string, Asked> meaning)
    {
        switch (test.Operator)
        {
            case TestOperator.Like:
                // Here an asterisk is a letter like others, of which no selector has one.
                if (Wildcard.IsIn(text)) return Asked.No("an asterisk that is meant as a letter");
                return Some(text.Replace('%', Wildcard.Run).Replace('_', Wildcard.One), meaning, text.Contains('%', StringComparison.Ordinal));
            case TestOperator.Matches:
                if (SimpleRegex.ToWildcard(text) is not { } pattern) return Asked.No("an expression that says more than a wildcard does: an index cannot answer it");
                return Some(pattern, meaning, true);
            case TestOperator.IsSubset or TestOperator.IsSuperset:
                if (!PathMeaning.IsAddress(test.Path) || AddressRange.Read(text) is not { } range) return Asked.No("sets are asked of IP addresses only");
                if (test.Operator == TestOperator.IsSuperset && text.Contains('/', StringComparison.Ordinal)) return Asked.No("the index holds single addresses, none of which contains a range");
                return range;
            default:
                return meaning(text);
        }
    }

    /// <summary>
    /// An underscore is a letter in more names than it is a wildcard: where it is the only sign, both are asked as far as they can be.
    /// </summary>
    private static Asked Some(string pattern, Func<string, Asked> meaning, bool certain)
    {
        if (certain || !pattern.Contains(Wildcard.One, StringComparison.Ordinal)) return meaning(pattern);
        var asked = meaning(pattern);
        return asked.Reason is null ? asked : meaning(pattern.Replace(Wildcard.One, '_'));
    }
}
