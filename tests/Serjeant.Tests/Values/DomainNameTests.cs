using CsCheck;
using Serjeant.Values;
using Xunit;

namespace Serjeant.Tests.Values;

public sealed class DomainNameTests
{
    [Theory]
    [InlineData("Parliament.Example.", "parliament.example")]
    [InlineData(" parliament.example ", "parliament.example")]
    [InlineData("bücher.example", "xn--bcher-kva.example")]
    [InlineData("XN--BCHER-KVA.example", "xn--bcher-kva.example")]
    [InlineData("_dmarc.example", "_dmarc.example")]
    public void A_name_is_taken_in_any_case_with_a_final_dot_and_in_unicode(string text, string name)
    {
        Assert.True(DomainName.TryParse(text, out var domain));
        Assert.Equal(name, domain.Name);
    }

    [Theory]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("a..b")]
    [InlineData(".example")]
    [InlineData("a b.example")]
    [InlineData("a@b.example")]
    [InlineData("a/b.example")]
    [InlineData("a\0.example")]
    public void What_no_resolver_could_take_is_no_name(string text) => Assert.False(DomainName.TryParse(text, out _));

    [Fact]
    public void A_label_of_64_characters_and_a_name_of_254_are_too_long()
    {
        Assert.False(DomainName.TryParse(new string('a', 64) + ".example", out _));
        Assert.False(DomainName.TryParse(string.Join('.', Enumerable.Repeat("abcdefg", 32)), out _));
    }

    [Fact]
    public void A_domain_is_within_itself_and_its_parents_but_not_within_a_longer_word()
    {
        Assert.True(DomainName.TryParse("mail.parliament.example", out var mail));
        Assert.True(DomainName.TryParse("parliament.example", out var parliament));
        Assert.True(DomainName.TryParse("notparliament.example", out var other));
        Assert.True(mail.IsWithin(parliament));
        Assert.True(parliament.IsWithin(parliament));
        Assert.False(parliament.IsWithin(mail));
        Assert.False(other.IsWithin(parliament));
        Assert.False(mail.IsWithin(default));
    }

    [Fact]
    public void No_text_whatever_makes_it_throw() =>
        Gen.Char.Array[0, 80].Select(c => new string(c)).Sample(text => !DomainName.TryParse(text, out var d) || d.Registrable.Name.Length <= d.Name.Length);
}
