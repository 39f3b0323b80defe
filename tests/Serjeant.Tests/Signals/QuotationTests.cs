using Serjeant.Signals.Impersonation;
using Xunit;

namespace Serjeant.Tests.Signals;

/// <summary>What is quoted is another's: also the line that says whose.</summary>
public sealed class QuotationTests
{
    [Theory]
    [InlineData("thank you. wiebke tornquist diet of vesterland ", "on 31 dec 2021 at 19:51, jane hartwell mp <jane.hartwell@office.example> wrote: dear wiebke")]
    [InlineData("danke. k. ott ", "am 3. mai 2021 um 10:11 schrieb jane hartwell <jane@office.example> schrieb: liebe k.")]
    [InlineData("merci. luc ", "le 3 mai 2021 a 10:11, jane hartwell <jane@office.example> a ecrit : bonjour")]
    [InlineData("see below. ", "jane hartwell <jane@office.example> wrote: dear all")]
    [InlineData("see below. ", "-----original message----- from: jane hartwell")]
    public void The_writers_own_words_end_before_the_line_that_names_the_other(string own, string quoted) =>
        Assert.Equal(own.Length, Quotation.At(own + quoted) + (char.IsWhiteSpace((own + quoted)[Quotation.At(own + quoted)]) ? 1 : 0));

    [Theory]
    [InlineData("nobody is quoted here, on monday 3 may we meet")]
    [InlineData("")]
    public void Where_nothing_is_quoted_there_is_no_place(string text) => Assert.Equal(-1, Quotation.At(text));
}
