using CsCheck;
using Serjeant.Registers.Names;
using Xunit;

namespace Serjeant.Tests.Registers.Names;

public sealed class NameLooseKeyTests
{
    [Theory]
    [InlineData("mohammed muhammad mohamad mohamed mohammad muhamed")]
    [InlineData("yevgeny evgeni evgenii yevgeniy evgeny jewgeni jevgenij")]
    [InlineData("aleksandr alexander oleksandr alexandr")]
    [InlineData("cai tsai")]
    [InlineData("zhang chang")]
    [InlineData("xi hsi")]
    [InlineData("xu hsu")]
    [InlineData("qiu chiu")]
    [InlineData("zhou chou")]
    [InlineData("park pak bak")]
    [InlineData("gim kim")]
    [InlineData("choi choe")]
    [InlineData("jung jeong chung joung chyung")]
    [InlineData("yun yoon youn")]
    [InlineData("yusuf youssef yousef yousuf")]
    [InlineData("khalid khaled")]
    [InlineData("tzipi zipi tsipi")]
    [InlineData("zvi tzvi tsvi")]
    [InlineData("georgios yorgos giorgos")]
    [InlineData("muller mueller")]
    [InlineData("hussein husain hussain husayn hossein")]
    [InlineData("ivanov ivanoff iwanow")]
    [InlineData("sergei sergey sergej serguei")]
    [InlineData("dmitri dmitry dmitriy dmitrij")]
    [InlineData("chernov tschernow tchernov czernow")]
    [InlineData("yulia julia iulia yuliya")]
    [InlineData("elizabeth elisabeth elisabet")]
    [InlineData("hristo khristo christo kristo")]
    [InlineData("daoud dawood daud")]
    [InlineData("johansson johanson johansen")]
    public void Spellings_of_one_name_have_one_key(string spellings) =>
        Assert.Single(spellings.Split(' ').Select(s => Romanisation.LooseKey(s)).Distinct());

    [Theory]
    [InlineData("maria mario mary mark marco")]
    [InlineData("carl carla carlo carol clara")]
    [InlineData("ivanov ivanova ivanko")]
    [InlineData("li lu lai liu luo")]
    [InlineData("wang weng wong")]
    [InlineData("kim kang kwon ko")]
    [InlineData("zhu zhao zhou")]
    [InlineData("hassan hussein hasani")]
    [InlineData("anna hanna jana")]
    [InlineData("peter pedro petra")]
    [InlineData("smith schmidt small")]
    public void Different_names_keep_different_keys(string names)
    {
        var words = names.Split(' ');
        Assert.Equal(words.Length, words.Select(s => Romanisation.LooseKey(s)).Distinct().Count());
    }

    [Theory]
    [InlineData("mhmd", "mohammed")]
    [InlineData("hsn", "hassan")]
    [InlineData("nsrallh", "nasrallah")]
    [InlineData("brisuf", "borisov")]
    [InlineData("njm", "najm")]
    public void What_is_written_without_vowels_has_the_consonants_of_the_full_spelling(string bare, string full) =>
        Assert.Equal(Romanisation.ConsonantKey(full), Romanisation.ConsonantKey(bare));

    [Fact]
    public void The_key_of_any_word_is_short_and_does_not_depend_on_case() =>
        Gen.String[Gen.Char['a', 'z'], 1, 60].Sample(word =>
        {
            var key = Romanisation.LooseKey(word);
            Assert.InRange(key.Length, 0, NameLooseKey.MaximumLength * 2);
            Assert.Equal(key, Romanisation.LooseKey(word.ToUpperInvariant()));
        });

    [Fact]
    public void Any_text_has_a_key() => Gen.String.Sample(text => Assert.NotNull(Romanisation.LooseKey(text) + Romanisation.ConsonantKey(text)));
}
