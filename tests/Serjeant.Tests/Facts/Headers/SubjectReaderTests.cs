using CsCheck;
using Serjeant.Facts.Headers;
using Xunit;

namespace Serjeant.Tests.Facts.Headers;

public sealed class SubjectReaderTests
{
    [Theory]
    [InlineData("Re: The vote", "The vote", 1, 0)]
    [InlineData("RE: re: Re : The vote", "The vote", 3, 0)]
    [InlineData("Fwd: FW: The vote", "The vote", 0, 2)]
    [InlineData("Re: Fwd: The vote", "The vote", 1, 1)]
    [InlineData("Re[2]: The vote", "The vote", 1, 0)]
    [InlineData("Re(3): The vote", "The vote", 1, 0)]
    [InlineData("Re^2: The vote", "The vote", 1, 0)]
    [InlineData("AW: Die Wahl", "Die Wahl", 1, 0)]
    [InlineData("Antwort: Die Wahl", "Die Wahl", 1, 0)]
    [InlineData("WG: Die Wahl", "Die Wahl", 0, 1)]
    [InlineData("TR: Le vote", "Le vote", 0, 1)]
    [InlineData("Réf: Le vote", "Réf: Le vote", 0, 0)]
    [InlineData("SV: Röstning", "Röstning", 1, 0)]
    [InlineData("VS: Äänestys", "Äänestys", 1, 0)]
    [InlineData("VL: Äänestys", "Äänestys", 0, 1)]
    [InlineData("Rif: Il voto", "Il voto", 1, 0)]
    [InlineData("R: Il voto", "Il voto", 1, 0)]
    [InlineData("I: Il voto", "Il voto", 0, 1)]
    [InlineData("ENC: O voto", "O voto", 0, 1)]
    [InlineData("RES: O voto", "O voto", 1, 0)]
    [InlineData("Odp: Glosowanie", "Glosowanie", 1, 0)]
    [InlineData("PD: Glosowanie", "Glosowanie", 0, 1)]
    [InlineData("Vá: Szavazás", "Szavazás", 1, 0)]
    [InlineData("Továbbítás: Szavazás", "Szavazás", 0, 1)]
    [InlineData("YNT: Oylama", "Oylama", 1, 0)]
    [InlineData("İLT: Oylama", "Oylama", 0, 1)]
    [InlineData("ΑΠ: Ψηφοφορία", "Ψηφοφορία", 1, 0)]
    [InlineData("ΠΡΘ: Ψηφοφορία", "Ψηφοφορία", 0, 1)]
    [InlineData("השב: הצבעה", "הצבעה", 1, 0)]
    [InlineData("رد: تصويت", "تصويت", 1, 0)]
    [InlineData("回复：投票", "投票", 1, 0)]
    [InlineData("答复: 投票", "投票", 1, 0)]
    [InlineData("转发: 投票", "投票", 0, 1)]
    [InlineData("返信: 投票", "投票", 1, 0)]
    [InlineData("회신: 투표", "투표", 1, 0)]
    [InlineData("[procedure] Re: [procedure] The vote", "The vote", 1, 0)]
    [InlineData("Reminder: The vote", "Reminder: The vote", 0, 0)]
    [InlineData("Today: the vote", "Today: the vote", 0, 0)]
    [InlineData("Re:", "", 1, 0)]
    [InlineData(": The vote", ": The vote", 0, 0)]
    [InlineData("Re the vote", "Re the vote", 0, 0)]
    [InlineData("[a tag that is much longer than any list would ever write it] x", "[a tag that is much longer than any list would ever write it] x", 0, 0)]
    public void Prefixes_of_many_languages_are_taken_off(string text, string topic, int replies, int forwards)
    {
        var subject = SubjectReader.Read(text);
        Assert.Equal((text, topic, replies, forwards), (subject.Text, subject.Topic, subject.Replies, subject.Forwards));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" \t ")]
    public void No_subject_is_an_empty_one(string? text) => Assert.Equal(Serjeant.Facts.SubjectFacts.None, SubjectReader.Read(text));

    [Fact]
    public void A_folded_subject_is_one_line() => Assert.Equal("The vote on Monday", SubjectReader.Read("The vote\r\n on\tMonday\n").Text);

    [Fact]
    public void A_subject_has_an_end()
    {
        Assert.Equal(2_000, SubjectReader.Read(new string('x', 100_000)).Text.Length);
        Assert.Equal(20, SubjectReader.Read(string.Concat(Enumerable.Repeat("Re: ", 400))).Replies);
    }

    [Fact]
    public void The_topic_is_an_end_of_the_text() =>
        Gen.String.Sample(text => SubjectReader.Read(text) is var subject && subject.Text.TrimEnd().EndsWith(subject.Topic, StringComparison.Ordinal), iter: 5_000);
}
