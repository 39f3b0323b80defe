using CsCheck;
using Serjeant.Tests.Registers;
using Serjeant.Values;
using Xunit;

namespace Serjeant.Tests.Values;

public sealed class SkeletonTests
{
    [Theory]
    [InlineData("paypal", "pаypal")] // Cyrillic a
    [InlineData("paypal", "paypa1")]
    [InlineData("google", "gооgle")]
    [InlineData("Amelia", "Arnelia")]
    [InlineData("parliament", "parl\u200bia\u00adment")]
    [InlineData("office", "оffісе")]
    [InlineData("é", "e\u0301")]
    [InlineData("scope", "ѕсоре")]
    public void Texts_that_look_alike_have_one_skeleton(string one, string other) => Assert.Equal(Skeleton.Of(one), Skeleton.Of(other));

    [Theory]
    [InlineData("paypal", "paypol")]
    [InlineData("Amelia", "Amalia")]
    [InlineData("", "a")]
    public void Texts_that_look_different_have_different_ones(string one, string other) => Assert.NotEqual(Skeleton.Of(one), Skeleton.Of(other));

    [Fact]
    public void What_stands_for_itself_comes_back_as_the_same_string()
    {
        var name = new string("harbour");
        Assert.Same(name, Skeleton.Of(name));
    }

    [Fact]
    public void No_text_whatever_makes_it_throw_or_grow_without_bound() =>
        Gen.Char.Array[0, 40].Select(c => new string(c)).Sample(text => Skeleton.Of(text).Length <= Skeleton.MaximumLength * 20);

    [Fact]
    public void Half_a_surrogate_pair_becomes_a_replacement_character()
    {
        Assert.Equal(Skeleton.Of("a\ufffdb"), Skeleton.Of("a\ud800b"));
        Assert.NotEmpty(Skeleton.Of(new string('\udc00', 3)));
    }

    [Fact]
    public void A_long_text_is_looked_at_up_to_the_bound() =>
        Assert.Equal(Skeleton.MaximumLength, Skeleton.Of(new string('x', 100_000)).Length);

    [Fact]
    public void Every_ascii_character_agrees_with_the_data()
    {
        for (var c = ' '; c < '\x7f'; c++)
            Assert.Equal(Skeleton.Of($"{c}\u00e9")[..^2], Skeleton.Of(c.ToString()));
    }

    [Fact]
    public void Every_single_mapping_of_the_unicode_file_is_followed()
    {
        foreach (var line in File.ReadLines(RegistersMaterial.Shared("vectors/unicode/confusables.txt")))
        {
            var parts = line.Split('#')[0].Split(';');
            if (parts.Length < 3) continue;
            var source = Text(parts[0]);
            if (source.Normalize(System.Text.NormalizationForm.FormD) != source || IgnorableCharacters.Contains(char.ConvertToUtf32(source, 0))) continue;
            Assert.Equal(Text(parts[1]).Normalize(System.Text.NormalizationForm.FormD), Skeleton.Of(source));
        }
    }

    private static string Text(string hex) =>
        string.Concat(hex.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Where(h => h.Length > 0).Select(h => char.ConvertFromUtf32(Convert.ToInt32(h, 16))));
}
