using System.Globalization;
using CsCheck;
using Serjeant.Reports.Comparisons;
using Xunit;

namespace Serjeant.Tests.Reports;

public sealed class SideBySideTests
{
    [Theory]
    [InlineData("j.hartwell@parliament.example", "j.hartwell@parliarnent.example", "parlia{m|rn}ent[.]example", "rn in place of m")]
    [InlineData("j.hartwell@parliament.example", "j.hartwell@parliment.example", "parli{a|}ment[.]example", "\u201Ca\u201D left out")]
    [InlineData("j.hartwell@parliament.example", "j.hartwell@pariiament.example", "par{l|i}iament[.]example", "i in place of l")]
    [InlineData("j.hartwell@parliament.example", "j.hartwell@par1iament.example", "par{l|1}iament[.]example", "the digit 1 in place of l")]
    [InlineData("j.hartwell@parliament.example", "j.hartwell@parlaiment.example", "parl{ia|ai}ment[.]example", "\u201Cai\u201D in place of \u201Cia\u201D: two letters swapped")]
    [InlineData("j.hartwell@parliament.example", "j.hartwell@parliament-office.example", "parliament{|-office}[.]example", "\u201C-office\u201D added")]
    [InlineData("j.hartwell@parliament.example", "j.hartwell@parliament.test", "parliament{[.]example|[.]test}", "ends in [.]test, not in [.]example")]
    [InlineData("j.hartwell@parliament.example", "j.hartwell@parliamemt.example", "parliame{n|m}t[.]example", "\u201Cm\u201D in place of \u201Cn\u201D")]
    [InlineData("j.hartwell@eastmarsh-homes.example", "j.hartwell@eastmarsh-cricket.example", "eastmarsh-{homes|cricket}[.]example", "\u201Ccricket\u201D in place of \u201Chomes\u201D")]
    [InlineData("j.hartwell@parliament.example", "j.hartwell@zmail.example", "{parliament[.]example|zmail[.]example}", "another domain")]
    [InlineData("j.hartwell@parliament.example", "j.hartwell@parliament.example.secure-login.test", "parliament[.]example{|[.]secure-login[.]test}", "the true name stands before another\u2019s domain, secure-login[.]test")]
    [InlineData("j.hartwell@parliament.example", "j.hartwell@p\u0430rliament.example", "p{a|\u0430}rliament[.]example", "Cyrillic \u0430 (U+0430) in place of Latin a")]
    public void A_look_alike_domain_is_marked_where_it_differs(string truth, string guise, string domain, string reason)
    {
        var sides = SideBySide.OfAddresses(truth, guise);
        Assert.Equal("j.hartwell@" + domain, Drawn(sides));
        Assert.Equal(reason, sides.Reasons[0]);
    }

    [Fact]
    public void Punycode_is_read_and_said_to_be_punycode()
    {
        var written = new IdnMapping().GetAscii("p\u0430rliament.example");
        var sides = SideBySide.OfAddresses("parliament.example", "office@" + written);
        Assert.Equal("{|office@}p{a|\u0430}rliament[.]example", Drawn(sides));
        Assert.Equal(["Cyrillic \u0430 (U+0430) in place of Latin a", $"stands in the mail as {written.Replace(".", "[.]", StringComparison.Ordinal)}"], sides.Reasons);
    }

    [Theory]
    [InlineData("jane.hartwell@parliament.example", "jane.hartwell.mp@zmail.example", "jane.hartwell{|.mp}@{parliament[.]example|zmail[.]example}")]
    [InlineData("ada.okoro@house.example", "ada.okoro.office@house.example", "ada.okoro{|.office}@house[.]example")]
    [InlineData("tom.field@house.example", "mp.tom.field@house.example", "{|mp.}tom.field@house[.]example")]
    [InlineData("jane.hartwell@parliament.example", "xq77@zmail.example", "{jane.hartwell|xq77}@{parliament[.]example|zmail[.]example}")]
    [InlineData("jane.hartwell@parliament.example", "jane.hartwell@parliament.example", "jane.hartwell@parliament[.]example")]
    [InlineData("", "jane.hartwell@zmail.example", "{|jane.hartwell@zmail[.]example}")]
    public void A_mailbox_elsewhere_is_marked_where_it_differs(string truth, string guise, string drawn) =>
        Assert.Equal(drawn, Drawn(SideBySide.OfAddresses(truth, guise)));

    [Theory]
    [InlineData("Jane Hartwell", "Jane Hartwell MP", "Jane Hartwell{| }{|MP}", "\u201CMP\u201D added")]
    [InlineData("Jane Hartwell", "Jane Hartwe11", "Jane Hartwe{l|1}{l|1}", "the digit 1 in place of l")]
    [InlineData("Jane Hartwell", "Jane H\u00E4rtwell", "Jane H{a|\u00E4}rtwell", "Latin \u00E4 (U+00E4) in place of a")]
    [InlineData("Jane Hartwell", "Jane\u200B Hartwell", "Jane{|<U+200B>} Hartwell", "a character that cannot be seen added: <U+200B>")]
    [InlineData("Jane Hartwell", "\u202EJane Hartwell", "{|<U+202E>}Jane Hartwell", "a character that cannot be seen added: <U+202E>")]
    [InlineData("Rt Hon Jane Hartwell", "Jane Hartwell", "Rt Hon Jane Hartwell", "")]
    [InlineData("World Desk", "Patrick van der Linden - World Desk", "{|Patrick van der Linden -}{| }World Desk", "\u201CPatrick van der Linden -\u201D added")]
    [InlineData("Jane Hartwell", "JANE HARTWELL", "Jane Hartwell", "")]
    [InlineData("Jos\u00E9 \u00C1lvarez", "Jose Alvarez", "Jos\u00E9 \u00C1lvarez", "")]
    [InlineData("Jane Hartwell", "Hartwell, Jane", "Jane Hartwell", "the same words in another order")]
    [InlineData("Parliament of Example", "Tom Field", "Parliament of Example", "")]
    public void A_name_is_marked_where_it_differs(string truth, string guise, string drawn, string reason)
    {
        var sides = SideBySide.OfNames(truth, guise);
        Assert.Equal(drawn, Drawn(sides));
        Assert.Equal(reason, sides.Reasons.FirstOrDefault() ?? "");
    }

    [Fact]
    public void Ten_million_letters_and_a_thousand_marks_are_cut_and_written_out()
    {
        var huge = SideBySide.OfNames("Jane Hartwell", "Jane Hartwell" + new string('x', 10_000_000));
        Assert.InRange(huge.Differences.Sum(d => d.False.Length), 1, 200);
        var marks = SideBySide.OfNames("Jane Hartwell", "Jane Hartwell" + new string('\u0301', 1000));
        Assert.DoesNotContain(string.Concat(marks.Differences.Select(d => d.False)).Normalize(), "\u0301\u0301\u0301\u0301", StringComparison.Ordinal);
        Assert.InRange(SideBySide.OfAddresses(new string('a', 10_000_000) + "@" + new string('b', 10_000_000), "a@b").Differences.Length, 1, 400);
    }

    [Fact]
    public void Whatever_comes_in_nothing_hidden_comes_out_and_the_true_side_stays_whole() =>
        Gen.Select(Odd, Odd).Sample((truth, guise) =>
        {
            foreach (var sides in new[] { SideBySide.OfNames(truth, guise), SideBySide.OfAddresses(truth, guise), SideBySide.OfAddresses($"{truth}@parliament.example", $"a@{guise}.example") })
            {
                var shown = string.Concat(sides.Differences.Select(d => d.True + d.False)) + string.Concat(sides.Reasons);
                if (shown.EnumerateRunes().Any(MailTextTests.Hidden) || sides.Reasons.Any(r => r.Length is 0 or > 700)) return false;
            }
            return string.Concat(SideBySide.OfNames(truth, guise).Differences.Select(d => d.True)) == string.Concat(SideBySide.OfNames(truth, "").Differences.Select(d => d.True));
        });

    private static readonly Gen<string> Odd = Gen.OneOf(
        Gen.String, Gen.String[Gen.Char["abcm.rn@l1 -:/IO0"], 0, 30], Gen.String[Gen.Char["a\u0430\u0301\u202E\u200B\u00AD\uD800\uDC00\u0000\u001B\u05D0 .\u00E9"], 0, 160]);

    /// <summary>The true text, with {true|false} where the sides differ.</summary>
    private static string Drawn(SideBySide sides) => string.Concat(sides.Differences.Select(d =>
        d.Kind == DifferenceKind.None && d.True.Length > 0 ? d.True : $"{{{d.True}|{d.False}}}"));
}
