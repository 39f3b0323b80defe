using Serjeant.Hunts.Patterns;
using Xunit;

namespace Serjeant.Tests.Hunts.Patterns;

public sealed class SimpleRegexTests
{
    [Theory]
    [InlineData("^evil\\.example$", "evil.example")]
    [InlineData("evil\\.example$", "*evil.example")]
    [InlineData("^mail-.*\\.evil\\.example$", "mail-*.evil.example")]
    [InlineData("^.+\\.evil\\.example$", "?*.evil.example")]
    [InlineData(".+\\@example\\.com$", "*?*@example.com")]
    [InlineData("evil", "*evil*")]
    [InlineData("^a.b$", "a?b")]
    [InlineData("^https://evil\\.example/.*?x$", "https://evil.example/*x")]
    [InlineData("[ab]", null)]
    [InlineData("(a|b)", null)]
    [InlineData("a+", null)]
    [InlineData("a{2}", null)]
    [InlineData("\\d", null)]
    [InlineData("\\bevil", null)]
    [InlineData("a$b", null)]
    [InlineData("a\\", null)]
    [InlineData("a\\*", null)]
    public void What_says_no_more_than_a_wildcard_becomes_one(string expression, string? wildcard) =>
        Assert.Equal(wildcard, SimpleRegex.ToWildcard(expression)?.Replace('\u001a', '?'));
}
