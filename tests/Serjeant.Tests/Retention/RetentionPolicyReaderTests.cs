using CsCheck;
using Serjeant.Retention;
using Xunit;

namespace Serjeant.Tests.Retention;

/// <summary>A policy says what it means, or is refused with its place.</summary>
public sealed class RetentionPolicyReaderTests
{
    private static readonly string[] Bits = ["ordinary:", "record:", "entry:", " ", "\n", "  ", "90 days", "5 years", "{", "}", "-", "&a", "*a", ": ", "\t", "\""];

    [Fact]
    public void What_a_file_says_counts_and_the_rest_stays()
    {
        var policy = Read("ordinary:\n  record: 90 days\n  entry: 2 years\nhostile:\n  entry: 20 years\ntraces: 6 months\n");
        Assert.Equal(new RetentionTerm(90, 730), policy.Ordinary);
        Assert.Equal(RetentionPolicy.Default.Suspect, policy.Suspect);
        Assert.Equal(new RetentionTerm(RetentionPolicy.Default.Hostile.RecordDays, 7300), policy.Hostile);
        Assert.Equal((180, RetentionPolicy.Default.ReportDays), (policy.TraceDays, policy.ReportDays));
    }

    [Fact]
    public void Files_that_say_the_same_have_one_digest()
    {
        Assert.Equal(Read("ordinary: {record: 1 year, entry: 2 years}").Digest, Read("ordinary:\n  entry: 730 days\n  record: 365 days\n").Digest);
        Assert.NotEqual(RetentionPolicy.Default.Digest, Read("hunts: 1 day").Digest);
        Assert.Equal(RetentionPolicy.Default.Digest, Read("{}").Digest);
    }

    [Theory]
    [InlineData("ordinary:\n  record: soon\n", "p.yaml:2:11: \"record\" is a time such as")]
    [InlineData("ordinary:\n  record: 0 days\n", "p.yaml:2:11: \"record\" is from 1 day to 100 years")]
    [InlineData("suspect:\n  record: -3 days\n", "p.yaml:2:11:")]
    [InlineData("suspect:\n  record: 99999999999 days\n", "p.yaml:2:11:")]
    [InlineData("suspect:\n  record: 2000000000 years\n", "p.yaml:2:11:")]
    [InlineData("hostile:\n  record: 9 years\n  entry: 8 years\n", "p.yaml:2:3: The entry under \"hostile\" (2920 days) would go before the record")]
    [InlineData("ordinary:\n  records: 9 years\n", "p.yaml:2:3: The key \"records\" is unknown")]
    [InlineData("held:\n  record: 9 years\n", "p.yaml:1:1: The key \"held\" is unknown")]
    [InlineData("- ordinary\n", "p.yaml:1:1: Expected")]
    [InlineData("", "p.yaml:1:1: The policy is empty.")]
    [InlineData("{}\n---\n{}\n", "p.yaml:2:1: A second document: a policy is one.")]
    public void What_cannot_be_is_refused_with_its_place(string text, string expected) =>
        Assert.StartsWith(expected, Assert.Throws<SerjeantException>(() => Read(text)).Message, StringComparison.Ordinal);

    [Fact]
    public void Any_text_is_read_or_refused() =>
        Gen.OneOf(Gen.String, Gen.Int[0, Bits.Length - 1].Array[0, 30].Select(chosen => string.Concat(chosen.Select(i => Bits[i])))).Sample(text =>
        {
            try
            {
                Assert.True(Read(text).Ordinary.RecordDays > 0);
            }
            catch (SerjeantException refusal)
            {
                Assert.StartsWith("p.yaml:", refusal.Message, StringComparison.Ordinal);
            }
        }, iter: 2_000);

    private static RetentionPolicy Read(string text) => new RetentionPolicyReader("p.yaml").Read(new StringReader(text));
}
