using Serjeant.Signals;
using Xunit;

namespace Serjeant.Tests.Signals;

/// <summary>Every detector against the message that it is for, and against the nearest innocent one.</summary>
public sealed class SampleTests
{
    public static TheoryData<string> Codes => [.. Detectors.All.Select(d => d.Code)];

    [Theory]
    [MemberData(nameof(Codes))]
    public void The_sample_that_must_match_matches(string code)
    {
        var found = SampleHouse.SignalsOf(SampleHouse.Sample(code, "match"));
        Assert.True(found.Any(s => s.Code == code), $"{code}/match.eml gives only {string.Join(", ", found.Select(s => s.Code))}");
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void The_innocent_look_alike_does_not_match(string code)
    {
        var found = SampleHouse.SignalsOf(SampleHouse.Sample(code, "other"));
        Assert.False(found.Any(s => s.Code == code), $"{code}/other.eml: {found.FirstOrDefault(s => s.Code == code)?.Evidence}");
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void Evidence_is_short_and_on_one_line(string code)
    {
        foreach (var signal in SampleHouse.SignalsOf(SampleHouse.Sample(code, "match")))
        {
            Assert.InRange(signal.Evidence.Length, 1, 300);
            Assert.DoesNotContain('\n', signal.Evidence);
        }
    }
}
