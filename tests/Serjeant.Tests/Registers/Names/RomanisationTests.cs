using CsCheck;
using Serjeant.Registers.Names;
using Serjeant.Values;
using Xunit;

namespace Serjeant.Tests.Registers.Names;

public sealed class RomanisationTests
{
    [Theory]
    [InlineData("Владимир", "vladimir")] // Russian, BGN/PCGN
    [InlineData("Щукин", "shchukin")]
    [InlineData("Юлия Хрущёва", "yuliya khrushcheva")]
    [InlineData("Згурський", "zghurskyi")] // Ukrainian, resolution 55: зг is zgh
    [InlineData("Їжакевич", "yizhakevych")]
    [InlineData("Юрій", "yurii")]
    [InlineData("Ћирић", "ciric")] // Serbian
    [InlineData("Ευάγγελος", "evangelos")] // ELOT 743
    [InlineData("Μπάμπης", "bampis")]
    [InlineData("Καϊλή", "kaili")]
    [InlineData("홍길동", "hong gildong")] // Revised Romanisation's own example
    [InlineData("김복남", "kim boknam")]
    [InlineData("남궁민수", "namgung minsu")]
    [InlineData("さとう", "sato")] // Hepburn
    [InlineData("おおの", "ono")]
    [InlineData("しんじゅく", "shinjuku")]
    [InlineData("はっちょう", "hatcho")]
    [InlineData("マッチャ", "matcha")]
    [InlineData("单雄信", "shan xiongxin")] // surnames that are read otherwise
    [InlineData("曾小明", "zeng xiaoming")]
    [InlineData("仇小明", "qiu xiaoming")]
    [InlineData("区小明", "ou xiaoming")]
    [InlineData("查小明", "zha xiaoming")]
    [InlineData("解小明", "xie xiaoming")]
    [InlineData("盖小明", "ge xiaoming")]
    [InlineData("司马小明", "sima xiaoming")]
    [InlineData("歐陽小明", "ouyang xiaoming")]
    [InlineData("诸葛亮", "zhuge liang")]
    [InlineData("王伟", "wang wei")]
    [InlineData("محمد", "mohammed")]
    [InlineData("يوسف", "yusuf")]
    [InlineData("צבי לוי", "zvi levi")]
    [InlineData("Müller", "muller")]
    [InlineData("გიორგი", "giorgi")]
    public void The_likeliest_reading_comes_first(string name, string reading) => Assert.Equal(reading, Romanisation.Of(name)[0]);

    [Theory]
    [InlineData("Müller", "mueller")]
    [InlineData("Евгений", "yevgeniy")]
    [InlineData("Георги Първанов", "georgi parvanov")] // Bulgarian law of 2009
    [InlineData("Щерю", "shteryu")]
    [InlineData("Чернов", "tschernow")]
    [InlineData("Γιώργος", "yorgos")]
    [InlineData("이영희", "lee young hee")]
    [InlineData("이영희", "yi yeong hui")]
    [InlineData("정몽주", "chung mong joo")]
    [InlineData("さとう", "satoh")]
    [InlineData("なんば", "namba")]
    [InlineData("蔡小英", "tsai hsiao ying")] // Wade-Giles
    [InlineData("張學良", "chang hsueh liang")]
    [InlineData("安孝大", "an hyo dae")] // a Korean in Chinese characters
    [InlineData("محمد", "muhammad")]
    [InlineData("عبد", "abdul")]
    public void Other_usual_readings_are_among_them(string name, string reading) => Assert.Contains(reading, Romanisation.Of(name));

    [Fact]
    public void Words_of_several_scripts_are_read_each_in_its_own_way_and_stay_in_order() =>
        Assert.Equal("ivan smith kim", Romanisation.Of("Иван SMITH 김")[0]);

    [Theory]
    [InlineData("")]
    [InlineData("  ,- ")]
    [InlineData("\u202E\u200B")]
    [InlineData("\uD800")]
    public void Where_there_is_nothing_to_read_nothing_is_said(string name) => Assert.All(Romanisation.Of(name), r => Assert.Equal("\uFFFD", r));

    [Theory]
    [InlineData("Иван Иванович", "ivan ivanovich")]
    [InlineData("ИВАН", "ivan")]
    [InlineData("ﺎﺤﻤﺩ", "ahmed")] // presentation forms
    [InlineData("ｻﾄｳ", "sato")] // half-width
    [InlineData("й\u0301ван", "yvan")]
    public void Forms_of_letters_do_not_matter(string name, string reading) => Assert.Equal(reading, Romanisation.Of(name)[0]);

    [Fact]
    public void Any_text_gives_at_most_eight_folded_readings() =>
        Gen.String[Gen.Char['\u0000', '\uFFFF'], 0, 300].Sample(text =>
        {
            var readings = Romanisation.Of(text);
            Assert.InRange(readings.Length, 0, Romanisation.MaximumReadings);
            Assert.Equal(readings.Distinct(), readings);
            foreach (var reading in readings)
            {
                Assert.Equal(reading.Trim(), reading);
                Assert.NotEqual("", reading);
                foreach (var word in reading.Split(' ')) _ = Romanisation.LooseKey(word) + Romanisation.ConsonantKey(word);
            }
        });

    [Fact]
    public void Letters_of_every_script_read_alike_are_read_without_failing() =>
        Gen.OneOf(Gen.Char['а', 'ӿ'], Gen.Char['א', 'ۿ'], Gen.Char['ぁ', 'ヿ'], Gen.Char['가', '힣'], Gen.Char['一', '鿿'], Gen.Char['α', 'ώ'], Gen.Const(' '))
            .Array[0, 40].Sample(letters => Assert.InRange(Romanisation.Of(new string(letters)).Length, 0, Romanisation.MaximumReadings));

    [Fact]
    public void Ten_megabytes_and_a_thousand_marks_are_cut_before_anything_is_done()
    {
        Assert.NotEmpty(Romanisation.Of(new string('я', 5 * 1024 * 1024)));
        Assert.NotEmpty(Romanisation.Of("e" + new string('\u0301', 1000)));
        Assert.NotEmpty(Romanisation.Of(new string('김', 5 * 1024 * 1024)));
        Assert.NotEmpty(Romanisation.Of(string.Concat(Enumerable.Repeat("aя", 100_000))));
        Assert.InRange(Romanisation.LooseKey(new string('m', 1_000_000)).Length, 1, NameLooseKey.MaximumLength);
        Assert.Equal("ivan", Folding.Fold(Romanisation.Of("Иван" + new string(' ', 1_000_000))[0]));
    }

    [Fact]
    public void Only_scripts_without_vowels_say_so()
    {
        Assert.True(Romanisation.OmitsVowels("Mohammed محمد"));
        Assert.True(Romanisation.OmitsVowels("דוד"));
        Assert.False(Romanisation.OmitsVowels("Давид 大卫"));
    }
}
