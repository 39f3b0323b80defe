using Serjeant.Registers;
using Serjeant.Values;
using Xunit;

namespace Serjeant.Tests.Registers;

public sealed class BrandsTests
{
    private static readonly Brands Brands = Brands.Load();

    [Theory]
    [InlineData("PayPal Service", "PayPal")]
    [InlineData("Wells  Fargo Online", "Wells Fargo")]
    [InlineData("Lowe’s Rewards", "Lowe's")]
    [InlineData("LOWES", "Lowe's")]
    [InlineData("Itaú informa", "Itau")]
    [InlineData("Office-365 mailbox full", "Office 365")]
    [InlineData("[DHL] Ihre Sendung", "DHL")]
    [InlineData("Ｎｅｔｆｌｉｘ", "Netflix")]
    [InlineData("【重要】三井住友銀行からのお知らせ", "Sumitomo Mitsui")]
    public void A_brand_is_found_as_whole_words_in_any_case_and_form(string text, string name) => Assert.Contains(Brands.Find(text), b => b.Name == name);

    [Theory]
    [InlineData("Re: minutes of Tuesday")]
    [InlineData("Unpaypalable")]
    [InlineData("The chase is on")]
    [InlineData("An apple a day")]
    [InlineData("Deforestation of the Amazon")]
    [InlineData("Orange juice and the target of the visit")]
    [InlineData("Wells near Fargo")]
    [InlineData("")]
    [InlineData("   ...   ")]
    public void Ordinary_words_are_no_brands(string text) => Assert.Empty(Brands.Find(text));

    [Theory]
    [InlineData("Apple", "Apple")]
    [InlineData("Your Apple ID is locked", "Apple")]
    [InlineData("Chase Online Banking", "Chase")]
    [InlineData("Amazon order 123", "Amazon")]
    [InlineData("Target gift card", "Target")]
    public void A_common_word_counts_where_it_stands_alone_or_beside_its_trade(string text, string name) => Assert.Contains(Brands.Find(text), b => b.Name == name);

    [Fact]
    public void Several_brands_come_in_the_order_in_which_they_stand_and_each_once() =>
        Assert.Equal(["Netflix", "PayPal"], Brands.Find("Netflix: PayPal declined, netflix stops").Select(b => b.Name));

    [Fact]
    public void A_brands_own_domains_are_known_with_what_lies_below()
    {
        Assert.True(DomainName.TryParse("news.paypal.com", out var own));
        Assert.True(DomainName.TryParse("paypal.com.example", out var foreign));
        var paypal = Brands.All.Single(b => b.Name == "PayPal");
        Assert.True(paypal.Owns(own));
        Assert.False(paypal.Owns(foreign));
        Assert.Same(paypal, Brands.FindByDomain(own));
        Assert.Null(Brands.FindByDomain(foreign));
    }

    [Fact]
    public void The_shipped_list_is_long_folded_and_has_domains_throughout()
    {
        Assert.True(Brands.All.Length >= 150);
        Assert.All(Brands.All, b =>
        {
            Assert.NotEmpty(b.Words);
            Assert.NotEmpty(b.Domains);
            Assert.All(b.Words.Concat(b.With), w => Assert.Equal(Folding.Fold(w), w));
            Assert.Contains(b, Brands.Find(b.Words[0]));
        });
    }
}
