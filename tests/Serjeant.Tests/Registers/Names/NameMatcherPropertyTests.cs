using System.Diagnostics;
using CsCheck;
using Serjeant.Registers.Names;
using Xunit;

namespace Serjeant.Tests.Registers.Names;

/// <summary>What holds for every name, and for every text that is none.</summary>
public sealed class NameMatcherPropertyTests
{
    private static readonly string[] Given = ["Jane", "Oswin", "Marguerite", "Thaddeus", "Zuzana", "Ikenna"];
    private static readonly string[] Family = ["Hartwell", "Quillfeather", "Brightwater", "Ashgrove", "Penhallow", "Zwaluwen"];
    private static readonly string[] Titles = ["", "Dr ", "Sir ", "The Rt Hon ", "Prof. Dr. h.c. ", "Senator ", "Office of ", "Frau "];

    private static readonly NameMatcher Matcher = new([.. from g in Given from f in Family select new NamedSubject(g + f, [$"{g} {f}"])]);

    [Fact]
    public void A_name_in_any_order_case_and_with_any_title_is_its_bearers() =>
        Gen.Select(Gen.Int[0, 5], Gen.Int[0, 5], Gen.Int[0, 7], Gen.Int[0, 3], Gen.Int[0, 2]).Sample((g, f, t, order, letters) =>
        {
            var name = order switch { 0 => $"{Given[g]} {Family[f]}", 1 => $"{Family[f]} {Given[g]}", 2 => $"{Family[f]}, {Given[g]}", _ => $"{Given[g]} {Family[f]} MP" };
            var text = Titles[t] + name;
            text = letters switch { 0 => text, 1 => text.ToUpperInvariant(), _ => text.ToLowerInvariant() };
            return Matcher.Find(text) is { Strength: > NameStrength.Weak } match && match.Subject == (g * Family.Length) + f;
        });

    [Fact]
    public void No_text_of_any_code_units_throws() =>
        Gen.Select(Gen.Char.Array[0, 80], Gen.Int[0, 5]).Sample((units, at) =>
        {
            var text = new string(units).Insert(Math.Min(at, units.Length), "Jane \ud800Hartwell");
            Matcher.Find(text);
            Matcher.FindInLocalPart(text);
            Matcher.FindAll(text, 5);
            new PersonNameMaker().Make(text);
        });

    [Fact]
    public void The_same_text_gives_the_same_answer() =>
        Gen.String[0, 40].Sample(text => Matcher.Find("Jane " + text)?.Explanation == Matcher.Find("Jane " + text)?.Explanation);

    [Theory]
    [InlineData("a")]
    [InlineData("\u0301")]
    [InlineData("\u202e")]
    [InlineData("\u200b")]
    [InlineData("\U0003fffe")]
    [InlineData("\ud800")]
    [InlineData("\ufffe")]
    [InlineData("王\ufffe")]
    [InlineData("Jane Hartwell ")]
    [InlineData("J ")]
    [InlineData("(")]
    [InlineData("漢")]
    [InlineData("1")]
    public void Ten_megabytes_of_anything_take_no_time(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, 5_000_000 / piece.Length));
        Matcher.Find("Jane" + text);
        var clock = Stopwatch.StartNew();
        Matcher.Find(text);
        Matcher.FindInLocalPart(text);
        Matcher.FindAll(text, 10);
        Assert.True(clock.ElapsedMilliseconds < 500, $"{clock.ElapsedMilliseconds} ms");
    }

    [Fact]
    public void A_name_under_a_thousand_marks_is_still_read() =>
        Assert.Equal("JaneHartwell", Given[0] + Family[Matcher.Find("Ja" + new string('\u0301', 1000) + "ne Hartwell")!.Subject]);

    [Fact]
    public void A_register_of_nobody_and_of_hostile_names_is_made()
    {
        Assert.Null(new NameMatcher([]).Find("Jane Hartwell"));
        var matcher = new NameMatcher([new("a", []), new("b", [""]), new("c", ["\ud800"]), new("d", [new string('x', 100_000)]), new("e", [string.Join(' ', Enumerable.Repeat("Jane", 5000))]), new("f", ["!!!", "\u0301\u0301"])]);
        Assert.Null(matcher.Find("Oswin Quillfeather"));
    }
}
