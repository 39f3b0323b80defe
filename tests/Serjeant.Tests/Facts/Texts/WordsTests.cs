using CsCheck;
using Serjeant.Facts.Text;
using Xunit;

namespace Serjeant.Tests.Facts.Texts;

/// <summary>Words as they are compared: folded, without numbers and addresses.</summary>
public sealed class WordsTests
{
    private static Words Read(string text)
    {
        var words = new Words();
        words.Read(text);
        return words;
    }

    private static bool Same(string one, string other) => Read(one).Hashes.SequenceEqual(Read(other).Hashes);

    [Theory]
    [InlineData("The Plan", "the plan")]
    [InlineData("CAFÉ Zürich", "cafe zurich")]
    [InlineData("don't", "dont")]
    [InlineData("pass\u200bword", "password")]
    [InlineData("pass\u00adword", "password")]
    [InlineData("Ca\u0301fe", "cafe")]
    [InlineData("the plan 42 of 2026", "the plan of")]
    [InlineData("write to ann@house.example today", "write to today")]
    [InlineData("see https://h.example/a?b=c today", "see today")]
    [InlineData("one, two; (three)", "one two three")]
    [InlineData("ПЛАН", "план")]
    public void Texts_that_say_the_same_have_the_same_words(string one, string other) => Assert.True(Same(one, other));

    [Theory]
    [InlineData("the plan", "the plans")]
    [InlineData("one two", "two one")]
    [InlineData("ab c", "a bc")]
    public void Texts_that_differ_have_other_words(string one, string other) => Assert.False(Same(one, other));

    [Theory]
    [InlineData("acc\u200bount pass\u200b\u200bword", 3)]
    [InlineData("\u200baccount", 0)]
    [InlineData("account", 0)]
    public void Invisible_characters_inside_words_are_counted(string text, int count) => Assert.Equal(count, Read(text).InvisibleCharacters);

    [Theory]
    [InlineData("p\u0430ypal acc\u043eunt", 2)]
    [InlineData("paypal \u043f\u043b\u0430\u043d", 0)]
    [InlineData("\u03b1lpha", 1)]
    public void Words_that_mix_scripts_are_counted(string text, int count) => Assert.Equal(count, Read(text).MixedScriptWords);

    [Fact]
    public void Letters_without_spaces_between_words_count_one_by_one() => Assert.Equal(4, Read("投票日程").Count);

    [Fact]
    public void Words_have_a_bound_and_a_reader_can_be_used_again()
    {
        var words = new Words();
        words.Read(string.Concat(Enumerable.Repeat("word ", 50_000)));
        Assert.Equal(6_000, words.Count);
        words.Read("two words");
        Assert.Equal(2, words.Count);
    }

    [Fact]
    public void Any_text_is_read_and_gives_the_same_twice() =>
        Gen.String.Sample(text => Read(text) is var words && words.Count <= text.Length && Read(text).Hashes.SequenceEqual(words.Hashes), iter: 5_000);

    [Fact]
    public void Spaces_and_case_make_no_difference() =>
        Gen.String[Gen.Char['a', 'z'], 1, 8].Array[1, 20].Sample(words => Same(string.Join(' ', words), string.Join("\r\n\t ", words).ToUpperInvariant()), iter: 1_000);
}
