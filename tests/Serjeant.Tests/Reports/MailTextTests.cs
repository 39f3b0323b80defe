using System.Globalization;
using System.Text;
using CsCheck;
using Serjeant.Reports;
using Xunit;

namespace Serjeant.Tests.Reports;

public sealed class MailTextTests
{
    [Theory]
    [InlineData("plain text, as it is", "plain text, as it is")]
    [InlineData("  white \t\r\n space  ", "white space")]
    [InlineData("invoice\u202Efdp.exe", "invoice<U+202E>fdp.exe")]
    [InlineData("\u001b[31mred\u0000", "<U+001B>[31mred<U+0000>")]
    [InlineData("zero\u200Bwidth\uFEFF", "zero<U+200B>width<U+FEFF>")]
    [InlineData("\u2066Łukasz\u2069 \u05D3\u05D5\u05D3", "<U+2066>Łukasz<U+2069> \u05D3\u05D5\u05D3")]
    [InlineData("e\u0301\u0301\u0301\u0301x", "e\u0301\u0301\u0301<U+0301>x")]
    public void What_cannot_be_seen_is_written_out(string text, string shown) => Assert.Equal(shown, MailText.Show(text));

    [Theory]
    [InlineData("https://evil.example/a.gif?x=1.5", "hxxps://evil[.]example/a[.]gif?x=1.5")]
    [InlineData("HTTP://EVIL.EXAMPLE", "hxxp://EVIL[.]EXAMPLE")]
    [InlineData("ftp://evil.example", "ftp[:]//evil[.]example")]
    [InlineData("first.last@mail.evil.example", "first.last@mail[.]evil[.]example")]
    [InlineData("198.51.100.7, 3.5 million, 1.2.3", "198[.]51[.]100[.]7, 3.5 million, 1.2.3")]
    [InlineData("A sentence. Another one.", "A sentence. Another one.")]
    [InlineData("bücher.example, пример.испытание", "bücher[.]example, пример[.]испытание")]
    public void Hosts_can_no_longer_be_clicked(string text, string shown) => Assert.Equal(shown, MailText.Defang(text));

    [Fact]
    public void Long_text_is_cut_with_a_sign()
    {
        Assert.Equal("aaaaa…", MailText.Show(new string('a', 100), 5));
        Assert.Equal("aaaaa", MailText.Show("aaaaa", 5));
    }

    [Fact]
    public void Half_a_surrogate_pair_becomes_the_replacement_character()
    {
        Assert.Equal("lone \uFFFD half", MailText.Show("lone \ud800 half"));
    }

    [Fact]
    public void No_text_whatever_leaves_a_hidden_character_or_a_web_address() =>
        Gen.OneOf(Gen.Char, Gen.Char["\u202E\u0007.:/htps \ud83d\udc69"]).Array[0, 60].Sample(letters =>
        {
            var shown = MailText.Defang(new string(letters) + " https://a.example");
            return !shown.Contains("http://", StringComparison.OrdinalIgnoreCase) && !shown.Contains("https://", StringComparison.OrdinalIgnoreCase)
                && shown.EnumerateRunes().All(r => !Hidden(r));
        });

    internal static bool Hidden(Rune rune) => Rune.GetUnicodeCategory(rune)
        is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.PrivateUse or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;
}
