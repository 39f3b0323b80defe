using CsCheck;
using Serjeant.Hunts.Patterns;
using Xunit;

namespace Serjeant.Tests.Hunts.Patterns;

public sealed class PatternParserTests
{
    [Theory]
    [InlineData("[a:b = 'x']")]
    [InlineData("[a:b == 'x' AND a:c <> 'y']")]
    [InlineData("[a:b.c.'d e'[*].f[0].g IN ('x', 'y', 3, -4.5, true, false)]")]
    [InlineData("[a:b NOT IN ('x') OR (a:c LIKE 'x%' AND a:d NOT MATCHES '^x$')]")]
    [InlineData("[a:b = 'it\\'s \\\\ here']")]
    [InlineData("[a:b = h'ffd8' AND a:c = b'AAAA' AND a:d > t'2014-01-13T07:03:17Z' AND a:e >= 7.0 AND a:f < -1 AND a:g <= 2]")]
    [InlineData("[a:b ISSUBSET '203.0.113.0/24' OR a:b ISSUPERSET '203.0.113.1']")]
    [InlineData("[EXISTS a:b AND a:c = 'x']")]
    [InlineData("[a:b='x']AND[a:b='y']OR[a:b='z']FOLLOWEDBY[a:b='w']")]
    [InlineData("([a:b = 'x'] AND [a:b = 'y']) WITHIN 5.5 SECONDS")]
    [InlineData("[a:b = 'x'] REPEATS 5 TIMES WITHIN 1800 SECONDS")]
    [InlineData("[a:b = 'x'] START t'2016-06-01T00:00:00Z' STOP t'2016-07-01T00:00:00Z'")]
    [InlineData("[a:b = 'x'] START '2016-06-01T00:00:00Z' STOP '2016-07-01T00:00:00Z'")]
    [InlineData(" /* a remark */ [a:b = 'x'] // another\n")]
    public void The_grammar_is_read(string pattern)
    {
        Assert.NotNull(PatternParser.Parse(pattern, out var error));
        Assert.Empty(error);
    }

    [Theory]
    [InlineData("", "at character 1 expected \"[\", found the end")]
    [InlineData("a:b = 'x'", "expected \"[\", found \"a\"")]
    [InlineData("[a:b = 'x'", "expected \"]\", found the end")]
    [InlineData("[a:b = 'x]", "a quotation that does not end")]
    [InlineData("[a:b = x]", "expected a value, found \"x\"")]
    [InlineData("[a:b LIKE 5]", "expected a text in quotation marks")]
    [InlineData("[a:b ~ 'x']", "\"~\" begins nothing")]
    [InlineData("[a:b ! 'x']", "\"!\" without \"=\"")]
    [InlineData("[a = 'x']", "expected \":\"")]
    [InlineData("[a:b 'x']", "expected a comparison")]
    [InlineData("[a:b = 'x'] AND", "expected \"[\", found the end")]
    [InlineData("[a:b = 'x'] [a:b = 'y']", "expected the end, found \"[\"")]
    [InlineData("[a:b = 'x'] WITHIN 0 SECONDS", "seconds above 0")]
    [InlineData("[a:b = 'x'] WITHIN 5 MINUTES", "expected SECONDS")]
    [InlineData("[a:b = 'x'] REPEATS 0 TIMES", "a whole number from 1")]
    [InlineData("[a:b = 'x'] REPEATS 1.5 TIMES", "a whole number from 1")]
    [InlineData("[a:b = 'x'] START t'2016-07-01T00:00:00Z' STOP t'2016-06-01T00:00:00Z'", "a STOP later than its START")]
    [InlineData("[a:b = 'x'] START t'yesterday' STOP t'2016-06-01T00:00:00Z'", "a time such as")]
    public void What_is_no_pattern_is_told_with_its_place(string pattern, string expected)
    {
        Assert.Null(PatternParser.Parse(pattern, out var error));
        Assert.Contains(expected, error, StringComparison.Ordinal);
    }

    [Fact]
    public void AND_binds_stronger_than_OR_and_OR_than_FOLLOWEDBY_and_a_qualifier_belongs_to_what_stands_before_it()
    {
        var query = PatternParser.Parse("[a:b = '1'] AND [a:b = '2'] OR [a:b = '3'] FOLLOWEDBY [a:b = '4'] WITHIN 5 SECONDS", out _);
        var sequence = Assert.IsType<Sequence>(query);
        var either = Assert.IsType<Either>(sequence.First);
        Assert.IsType<Together>(either.Parts[0]);
        Assert.IsType<Within>(sequence.Then);
        var condition = Assert.IsType<Observation>(PatternParser.Parse("[a:b = '1' AND a:b = '2' OR a:b = '3']", out _)).Condition;
        Assert.IsType<AllOf>(Assert.IsType<AnyOf>(condition).Parts[0]);
    }

    [Fact]
    public void A_path_is_kept_without_its_quotes_and_indices()
    {
        var test = Assert.IsType<PatternTest>(Assert.IsType<Observation>(PatternParser.Parse("[email-message:to_refs[2].'X-y z'[*].value NOT IN ('a', 'b\\'c')]", out _)).Condition);
        Assert.Equal(("email-message:to_refs[*].X-y z[*].value", true, true, TestOperator.In), (test.Path.ToString(), test.Path.Indexed, test.Negated, test.Operator));
        Assert.Equal(["a", "b'c"], test.Constants.Select(c => c.Text));
        Assert.Equal("email-message:to_refs[2].'X-y z'[*].value NOT IN ('a', 'b\\'c')", test.Text);
    }

    [Theory]
    [InlineData("(")]
    [InlineData("[(")]
    [InlineData("[a:b")]
    [InlineData("[a:b = 'x'] FOLLOWEDBY ")]
    public void Brackets_without_end_are_refused_and_do_no_harm(string part)
    {
        Assert.Null(PatternParser.Parse(string.Concat(Enumerable.Repeat(part, 100_000)), out var error));
        Assert.NotEmpty(error);
    }

    [Fact]
    public void A_hundred_thousand_qualifiers_are_refused_and_do_no_harm()
    {
        Assert.Null(PatternParser.Parse("[a:b = 'x']" + string.Concat(Enumerable.Repeat(" REPEATS 1 TIMES", 50_000)), out var error));
        Assert.Contains("qualifiers", error, StringComparison.Ordinal);
    }

    [Fact]
    public void Any_text_is_a_pattern_or_refused_with_a_reason() =>
        Gen.Int[0, Pieces.Length - 1].Array[0, 24].Sample(picks =>
        {
            var query = PatternParser.Parse(string.Concat(picks.Select(p => Pieces[p])), out var error);
            Assert.Equal(query is null, error.Length > 0);
        }, iter: 20_000);

    private static readonly string[] Pieces =
        ["[", "]", "(", ")", "a:b", " = ", "'x'", " AND ", " OR ", " FOLLOWEDBY ", " WITHIN 5 SECONDS", " REPEATS 2 TIMES", " NOT ", " IN ", ",", "h'ff'", ".c", "[*]", "[0]", " LIKE ", "EXISTS ", "'", "\\", " ", "[a:b = 'x']"];
}
