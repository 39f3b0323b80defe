using System.Diagnostics;
using System.Text;
using Serjeant.Facts;
using Serjeant.Registers;
using Serjeant.Sources;
using Xunit;

namespace Serjeant.Tests.Facts.Headers;

/// <summary>Names that no ordinary program writes: read as far as they can be, and what is wrong with them noted.</summary>
public sealed class NameFormTests
{
    [Theory]
    [InlineData("\u202enaD enaJ\u202c", OddityKind.DirectionControls)]
    [InlineData("Jane\u2067 Dan", OddityKind.DirectionControls)]
    [InlineData("Jane \u0378 Dan", OddityKind.UnassignedCharacters)]
    [InlineData("Jane \ufffd Dan", OddityKind.UnassignedCharacters)]
    public void What_is_wrong_with_a_name_is_noted(string name, OddityKind kind) =>
        Assert.Contains(new Oddity(kind, "From"), Read($"From: \"{name}\" <a@h.example>\n\nx").Oddities);

    [Theory]
    [InlineData("J\u00e1n Dan")]
    [InlineData("J\u0061\u0301\u0323n D\u0061\u0302n")]
    [InlineData("\u0645\u064f\u062d\u064e\u0645\u0651\u064e\u062f")]
    [InlineData("Jane \ud83d\ude00")]
    public void Ordinary_letters_marks_and_pictures_are_not(string name) =>
        Assert.DoesNotContain(Read($"From: \"{name}\" <a@h.example>\n\nx").Oddities, o => o.Kind is OddityKind.DirectionControls or OddityKind.StackedMarks or OddityKind.UnassignedCharacters);

    [Fact]
    public void A_thousand_marks_do_not_hide_the_rest_of_a_name()
    {
        var facts = Read("From: \"J" + new string('\u0301', 1000) + "ane Dan\" <a@h.example>\n\nx");
        Assert.Equal("J" + new string('\u0301', 8) + "ane Dan", facts.Sender.Author!.DisplayName);
        Assert.Contains(new Oddity(OddityKind.StackedMarks, "From"), facts.Oddities);
    }

    [Fact]
    public void A_name_of_ten_megabytes_is_cut_and_noted_at_once()
    {
        var watch = Stopwatch.StartNew();
        var facts = Read("From: \"" + string.Concat(Enumerable.Repeat("Jane Dan ", 1_200_000)) + "\" <a@h.example>\n\nx");
        Assert.Contains(facts.Oddities, o => o.Kind == OddityKind.TooLong);
        Assert.InRange(facts.Sender.From is [var one, ..] ? one.DisplayName.Length : 0, 0, 500);
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(10));
    }

    [Theory]
    [InlineData("a@xn--parliament-9999999999.example", true)]
    [InlineData("a@mail.xn--.example", true)]
    [InlineData("a@xn--bcher-kva.example", false)]
    [InlineData("a@not-xn--bcher.example", false)]
    public void Punycode_that_says_nothing_is_noted(string address, bool noted) =>
        Assert.Equal(noted, Read($"From: {address}\n\nx").Has(OddityKind.InvalidPunycode));

    private static MessageFacts Read(string message) =>
        new FactsMaker(Roster.Empty, MailingServices.Load(), new HashSet<string>()).Make(new RawMessage(new("test", 0, 0), Encoding.UTF8.GetBytes(message)));
}
