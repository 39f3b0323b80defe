using CsCheck;
using Serjeant.Values;
using Xunit;

namespace Serjeant.Tests.Values;

public sealed class FoldingTests
{
    [Theory]
    [InlineData("Amelia HARTWELL", "amelia hartwell")]
    [InlineData("Itaú", "itau")]
    [InlineData("Straße", "strasse")]
    [InlineData("STRAẞE", "strasse")]
    [InlineData("Łukasz Øst", "lukasz ost")]
    [InlineData("Crédit Agricole", "credit agricole")]
    [InlineData("Ｐａｙｐａｌ", "paypal")]
    [InlineData("pay\u200bpal", "paypal")]
    [InlineData("İstanbul", "istanbul")]
    [InlineData("ﬁle", "file")]
    [InlineData("Ἀθήνας", "αθηνασ")]
    [InlineData("Lowe’s", "lowe's")]
    [InlineData("が", "が")]
    [InlineData("서울", "서울")]
    [InlineData("", "")]
    public void Words_are_compared_without_case_accents_and_forms(string text, string folded) => Assert.Equal(folded, Folding.Fold(text));

    [Fact]
    public void What_is_folded_already_comes_back_as_the_same_string()
    {
        var text = new string("amelia hartwell 42");
        Assert.Same(text, Folding.Fold(text));
    }

    [Fact]
    public void No_text_whatever_makes_it_throw() =>
        Gen.Char.Array[0, 40].Select(c => new string(c)).Sample(text => Folding.Fold(text) is not null);

    [Fact]
    public void Folding_text_of_letters_twice_changes_nothing_more() =>
        Gen.OneOf(new[] { "É", "ß", "Ł", "a", "Z", " ", "ü", "Я", "ё", "Ω", "が", "한" }.Select(Gen.Const).ToArray()).Array[0, 20].Select(a => string.Concat(a))
            .Sample(text => Folding.Fold(Folding.Fold(text)) == Folding.Fold(text));
}
