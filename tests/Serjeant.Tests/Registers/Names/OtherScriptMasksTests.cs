using Serjeant.Registers.Names;
using Xunit;

namespace Serjeant.Tests.Registers.Names;

public sealed class OtherScriptMasksTests
{
    private static readonly NameMatcher Latin = new([new("a", ["Harold Fawcett"]), new("b", ["Kevin Rudder"]), new("c", ["Ian Camberwell"]), new("d", ["Eoin Camberwell"])]);

    [Theory]
    [InlineData("Гарольд Фоусет", 0)]
    [InlineData("كيفن رودر", 1)]
    [InlineData("ハロルド・フォーセット", 0)]
    public void A_name_written_by_ear_in_a_script_that_the_register_lacks_is_found(string mask, int subject) => Assert.Equal(subject, Latin.Find(mask)?.Subject);

    [Fact]
    public void Hiragana_are_not_read_as_a_foreign_name_by_sound() => Assert.Null(Latin.Find("はろるど ふぉーせっと"));

    [Theory]
    [InlineData("Cho Kyung Ku")]
    [InlineData("Cho Kyoung-koo")]
    [InlineData("Gyeonggu Jo")]
    public void A_name_held_in_Hangul_only_is_found_in_other_spellings(string mask) => Assert.Equal(0, new NameMatcher([new("a", ["조경구"])]).Find(mask)?.Subject);

    [Fact]
    public void Two_letters_that_sound_alike_say_nothing_of_a_name_spelt_in_Latin_letters() => Assert.Null(new NameMatcher([new("a", ["Kyungsook Gu"])]).Find("Kyungsook Ku"));

    [Fact]
    public void Sound_alone_finds_nobody_whose_name_the_register_has_in_the_script()
    {
        var matcher = new NameMatcher([new("a", ["Harold Fawcett", "Харолд Фосетт"])]);
        Assert.Null(matcher.Find("Гарольд Фоксид"));
        Assert.Equal(NameStrength.Strong, matcher.Find("Харолд Фосетт")?.Strength);
    }

    [Theory]
    [InlineData("Харольд Петров")]
    [InlineData("Иван Фоусет")]
    public void One_part_that_sounds_alike_names_nobody(string text) => Assert.Null(Latin.Find(text));

    [Theory]
    [InlineData("Mаpтин Феpгюcoн")]
    [InlineData("Mapтин Фepгюcoн")]
    public void Latin_letters_in_a_Cyrillic_name_are_read_as_what_they_look_like(string mask) =>
        Assert.Equal(NameStrength.Strong, new NameMatcher([new("a", ["Мартин Фергюсон"])]).Find(mask)?.Strength);

    [Theory]
    [InlineData("マーク・ハートウェル議員")]
    [InlineData("マーク・ハートウェル氏")]
    [InlineData("マーク・ハートウェルの秘書")]
    [InlineData("マーク・ハートウェル議員事務所")]
    public void Titles_without_a_space_are_cut_off(string mask) =>
        Assert.Empty(Assert.IsType<NameMatch>(new NameMatcher([new("a", ["マーク・ハートウェル"])]).Find(mask)).Missing);

    [Fact]
    public void Who_bears_the_very_name_is_meant_rather_than_a_nickname() => Assert.Equal(2, Latin.Find("Ian Camberwell")?.Subject);

    [Fact]
    public void A_name_that_stands_twice_is_found_by_one() =>
        Assert.Equal(NameStrength.Strong, new NameMatcher([new("a", ["Tsvetan Kostovarov Kostovarov"])]).Find("Tsvetan Kostovarov")?.Strength);
}
