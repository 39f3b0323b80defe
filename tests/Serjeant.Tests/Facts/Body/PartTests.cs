using System.Diagnostics;
using System.Text;
using Serjeant.Facts;
using Serjeant.Tests.Signals;
using Xunit;

namespace Serjeant.Tests.Facts.Body;

/// <summary>The parts of a message: what is read as text, what is attached, and what is too much.</summary>
public sealed class PartTests
{
    private static MessageFacts Read(string message) => SampleHouse.FactsOf(Encoding.UTF8.GetBytes(message.ReplaceLineEndings("\r\n")));

    private static string Mixed(params string[] parts) =>
        "From: a@h.example\nContent-Type: multipart/mixed; boundary=b\n\n" + string.Concat(parts.Select(p => $"--b\n{p}\n")) + "--b--\n";

    [Fact]
    public void Of_two_alternatives_the_reader_sees_the_page()
    {
        var facts = Read("From: a@h.example\nContent-Type: multipart/alternative; boundary=b\n\n--b\nContent-Type: text/plain\n\nplain\n--b\nContent-Type: text/html\n\n<p>page</p>\n--b--\n");
        Assert.Equal(("page", true, true), (facts.Content.VisibleText.Trim(), facts.Content.HasHtml, facts.Content.HasPlainText));
        Assert.False(facts.Has(OddityKind.HtmlOnly));
    }

    [Fact]
    public void Plain_text_that_is_a_page_is_read_as_one() =>
        Assert.True(Read("From: a@h.example\nContent-Type: text/plain\n\n<html><body><img src=https://h.example/p></body></html>").Content.HasHtml);

    [Fact]
    public void Addresses_in_plain_text_are_links() =>
        Assert.Equal(LinkPlace.PlainText, Assert.Single(Read("From: a@h.example\n\nsee https://h.example/x\n").Links).Place);

    [Fact]
    public void A_part_that_lies_elsewhere_is_a_link()
    {
        var facts = Read(Mixed("Content-Type: message/external-body; access-type=URL; URL=\"https://h.example/x\"\n\nContent-Type: text/plain\n\n",
            "Content-Type: message/external-body; access-type=anon-ftp; site=\"f.example\"; directory=\"pub\"; name=\"x.txt\"\n\nContent-Type: text/plain\n\n"));
        Assert.Equal([(LinkPlace.ExternalBody, "h.example"), (LinkPlace.ExternalBody, "f.example")], facts.Links.Select(l => (l.Place, l.Address.Host.Name)));
    }

    [Fact]
    public void What_an_invitation_names_can_be_clicked()
    {
        var facts = Read(Mixed("Content-Type: text/calendar; method=REQUEST\n\nBEGIN:VCALENDAR\nLOCATION:https://meet.example/x\nEND:VCALENDAR\n"));
        Assert.Equal((LinkPlace.Calendar, "meet.example"), facts.Links.Select(l => (l.Place, l.Address.Host.Name)).Single());
    }

    [Theory]
    [InlineData("Content-Type: text/plain; charset=iso-8859-1\nContent-Transfer-Encoding: quoted-printable\n\nGr=FC=DFe", "Grüße")]
    [InlineData("Content-Type: text/plain; charset=\"utf-8\"\nContent-Transfer-Encoding: base64\n\nR3LDvMOfZQ==", "Grüße")]
    [InlineData("Content-Type: text/plain\n\nGrüße", "Grüße")]
    [InlineData("Content-Type: text/plain; charset=x-none-such\n\nGreetings", "Greetings")]
    [InlineData("Content-Type: text/plain; charset=windows-1251\nContent-Transfer-Encoding: quoted-printable\n\n=CF=EB=E0=ED", "План")]
    public void Text_is_decoded(string part, string text) => Assert.Equal(text, Read("From: a@h.example\n" + part).Content.VisibleText.Trim());

    [Fact]
    public void Control_characters_in_text_are_noted() => Assert.True(Read("From: a@h.example\n\nHello\0there\n").Has(OddityKind.ControlCharacters));

    [Theory]
    [InlineData("Subject: a\nSubject: b", true)]
    [InlineData("From: b@h.example", true)]
    [InlineData("To: a@h.example\nTo: b@h.example", true)]
    [InlineData("Date: x\nDate: y", true)]
    [InlineData("Comments: a\nComments: b", false)]
    [InlineData("Received: a\nReceived: b", false)]
    public void A_field_that_may_stand_once_is_noted_when_it_stands_twice(string fields, bool noted) =>
        Assert.Equal(noted, Read($"From: a@h.example\n{fields}\n\nx").Has(OddityKind.DuplicateField));

    [Fact]
    public void Twelve_thousand_parts_are_too_many_and_read_in_time()
    {
        var message = Mixed([.. Enumerable.Repeat("Content-Type: text/plain\n\nx\n", 12_000)]);
        var watch = Stopwatch.StartNew();
        var facts = Read(message);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(10), $"{watch.Elapsed.TotalSeconds:F1} s");
        Assert.True(facts.Has(OddityKind.TooManyParts));
    }

    [Fact]
    public void Parts_two_hundred_deep_are_too_deep_and_what_lies_above_is_read()
    {
        var message = new StringBuilder("From: a@h.example\n");
        for (var i = 0; i < 200; i++) message.Append(System.Globalization.CultureInfo.InvariantCulture, $"Content-Type: multipart/mixed; boundary=b{i}\n\n--b{i}\n{(i == 5 ? $"Content-Type: text/plain\n\nabove\n--b{i}\n" : "")}");
        var facts = Read(message.Append("Content-Type: text/plain\n\nbelow\n").ToString());
        Assert.Contains("above", facts.Content.VisibleText, StringComparison.Ordinal);
        Assert.False(facts.Has(OddityKind.Unparsable));
        Assert.True(facts.Has(OddityKind.TooDeep));
    }

    [Theory]
    [InlineData("Subject: ")]
    [InlineData("To: ")]
    [InlineData("From: ")]
    [InlineData("References: ")]
    [InlineData("X-Other: ")]
    [InlineData("Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain; name=")]
    [InlineData("\n")]
    [InlineData("Content-Type: text/html\n\n<p>")]
    [InlineData("Content-Type: text/html\n\n<a href=\"")]
    [InlineData("Content-Type: multipart/mixed; boundary=")]
    public void A_line_of_twenty_megabytes_is_read_in_time(string before)
    {
        var watch = Stopwatch.StartNew();
        var facts = Read($"MIME-Version: 1.0\n{before}{new string('x', 20 * 1024 * 1024)}");
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(15), $"{watch.Elapsed.TotalSeconds:F1} s");
        Assert.False(facts.Has(OddityKind.Unparsable));
    }

    [Fact]
    public void A_field_of_two_hundred_thousand_lines_is_cut_and_what_follows_is_read()
    {
        var facts = Read($"From: a@h.example\nTo: {string.Concat(Enumerable.Repeat("b@h.example,\n ", 200_000))}c@h.example\nSubject: The vote\n\nhello\n");
        Assert.Equal(("The vote", "hello"), (facts.Subject.Text, facts.Content.VisibleText.Trim()));
        Assert.True(facts.Has(OddityKind.TooLong));
        Assert.NotEmpty(facts.Recipients.All);
    }

    [Fact]
    public void Long_lines_of_text_are_no_fields()
    {
        var text = string.Concat(Enumerable.Repeat("<p>word</p>", 40_000));
        var facts = Read("From: a@h.example\nContent-Type: text/html\n\n" + text);
        Assert.Equal((40_000 * 5 - 1, false), (facts.Content.VisibleText.Trim().Length, facts.Has(OddityKind.TooLong)));
    }
}
