using CsCheck;
using Serjeant.Hunts;
using Serjeant.Hunts.Tips;
using Xunit;

namespace Serjeant.Tests.Hunts.Tips;

public sealed class WildcardTests
{
    [Theory]
    [InlineData("*.evil.example", "a.evil.example", true)]
    [InlineData("*.evil.example", "a.b.evil.example", true)]
    [InlineData("*.evil.example", "evil.example", false)]
    [InlineData("*.evil.example", "notevil.example", false)]
    [InlineData("mail-*.evil.example", "mail-.evil.example", true)]
    [InlineData("mail-*.evil.example", "mail-12.evil.example", true)]
    [InlineData("mail-*.evil.example", "xmail-12.evil.example", false)]
    [InlineData("a\u001a.evil.example", "ab.evil.example", true)]
    [InlineData("a\u001a.evil.example", "a.evil.example", false)]
    public void A_run_stands_for_any_characters_and_one_for_one(string pattern, string host, bool expected) =>
        Assert.Equal(expected, new Wildcard(SelectorKind.Host, pattern).Matches(host));

    [Theory]
    [InlineData("*.evil.example", "evil.example")]
    [InlineData("mail-*.evil.example", "evil.example")]
    [InlineData("a.*.b.example", "b.example")]
    [InlineData("evil*", "")]
    [InlineData("*evil.example", "example")]
    public void All_matches_lie_within_the_domain_it_tells(string pattern, string within) => Assert.Equal(within, new Wildcard(SelectorKind.Host, pattern).Within);

    [Fact]
    public void It_matches_as_the_plainest_matcher_does() =>
        Gen.Select(Gen.Int[0, 4].Select(i => "ab.*\u001a"[i]).Array[0, 8], Gen.Int[0, 2].Select(i => "ab."[i]).Array[0, 10])
            .Sample((p, v) => Assert.Equal(Plain(new string(p), new string(v)), new Wildcard(SelectorKind.Host, new string(p)).Matches(new string(v))), iter: 20_000);

    [Fact]
    public void A_hostile_pattern_takes_no_more_than_a_moment()
    {
        var clock = System.Diagnostics.Stopwatch.StartNew();
        Assert.False(new Wildcard(SelectorKind.Host, string.Concat(Enumerable.Repeat("*a", 1_000)) + "b").Matches(new string('a', 2_048)));
        Assert.InRange(clock.Elapsed.TotalSeconds, 0, 1);
    }

    private static bool Plain(string pattern, string value)
    {
        if (pattern.Length == 0) return value.Length == 0;
        if (pattern[0] == '*') return Plain(pattern[1..], value) || value.Length > 0 && Plain(pattern, value[1..]);
        return value.Length > 0 && (pattern[0] == '\u001a' || pattern[0] == value[0]) && Plain(pattern[1..], value[1..]);
    }
}
