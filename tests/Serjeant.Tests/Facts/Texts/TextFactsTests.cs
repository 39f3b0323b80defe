using CsCheck;
using Serjeant.Facts;
using Serjeant.Facts.Html;
using Serjeant.Facts.Text;
using Serjeant.Facts.Unwrapping;
using Xunit;

namespace Serjeant.Tests.Facts.Texts;

/// <summary>Language, phrases, templates and addresses of plain text.</summary>
public sealed class TextFactsTests
{
    private static readonly LanguageGuesser Languages = new();
    private static readonly PhraseFinder Phrases = new();

    private const string Letter = "The works on Quay Street begin on Monday and go on until the end of May, so that the road will be closed to all but the people who live there and the bus";

    private static Words Read(string text)
    {
        var words = new Words();
        words.Read(text);
        return words;
    }

    private static TextTemplate Template(string text, params string[] names) => TemplateMaker.Make(Read(text).Hashes, [.. names.Select(n => Words.Hash(n))]);

    private static TextTemplate TemplateOf(string to, string greeting)
    {
        var mail = $"From: Works <works@city.example>\nTo: {to}\nSubject: Quay Street\nDate: Mon, 4 Jan 2021 08:00:00 +0000\n\nDear {greeting},\n\n{Letter}\n";
        return new FactsMaker(Serjeant.Registers.Roster.Empty, new([])).Make(new Serjeant.Sources.RawMessage(new("test", 0, 0), System.Text.Encoding.UTF8.GetBytes(mail))).Content.Template;
    }

    [Fact]
    public void Copies_that_differ_in_the_greeting_have_one_template()
    {
        var first = TemplateOf("Ann Hartwell <hartwella@house.example>", "Ann Hartwell");
        Assert.NotEmpty(first.Bins);
        Assert.Equal(first.Bins, TemplateOf("\"O'Brien, Ciaran\" <cob@house.example>", "Ciaran O'Brien").Bins);
        Assert.Equal(first.Bins, TemplateOf("<bede.wright@house.example>", "Bede Wright").Bins);
        Assert.NotEqual(first.Words, TemplateOf("<somebody@house.example>", "Bede Wright").Words);
    }

    [Theory]
    [InlineData("The works begin on Monday and the road will be closed to all of you until the end of the month.", "en")]
    [InlineData("Die Arbeiten beginnen am Montag und die Straße wird bis zum Ende des Monats für alle gesperrt sein.", "de")]
    [InlineData("Les travaux commencent lundi et la rue sera fermée à tous pour les semaines qui viennent dans le quartier.", "fr")]
    [InlineData("Las obras comienzan el lunes y la calle estará cerrada para todos los vecinos hasta el final del mes.", "es")]
    [InlineData("Работы начнутся в понедельник, и улица будет закрыта для всех до конца месяца.", "ru")]
    [InlineData("工程将于星期一开始，道路将对所有人关闭直到月底。", "zh")]
    [InlineData("工事は月曜日に始まり、道路は月末まで閉鎖されます。", "ja")]
    [InlineData("공사는 월요일에 시작되며 도로는 월말까지 폐쇄됩니다.", "ko")]
    [InlineData("Οι εργασίες αρχίζουν τη Δευτέρα και ο δρόμος θα είναι κλειστός.", "el")]
    [InlineData("העבודות יתחילו ביום שני והכביש ייסגר עד סוף החודש.", "he")]
    [InlineData("Xyzzy", "")]
    [InlineData("", "")]
    public void The_language_is_guessed(string text, string language) => Assert.Equal(language, Languages.Guess(Read(text)));

    [Fact]
    public void Phrases_of_a_theme_are_counted_once_each()
    {
        var hits = Phrases.Find(Read("Click here. CLICK HERE! Log in now, and verify your account.").Hashes, inSubject: false);
        Assert.Equal(("signin", 2, "click here"), hits.Where(h => h.Theme == "signin").Select(h => (h.Theme, h.Phrases, h.First)).Single());
        Assert.Contains(hits, h => h is { Theme: "account", InSubject: false });
        Assert.Empty(Phrases.Find([], inSubject: true));
    }

    [Fact]
    public void Every_shipped_phrase_is_found_again()
    {
        var missed = new List<string>();
        foreach (var file in Shape.SourceTree.Files("data/phrases", ".txt"))
            foreach (var phrase in file.Text.Split('\n').Select(l => l.Trim()).Where(l => l.Length > 0 && l[0] != '#'))
                if (Phrases.Find(Read($"xyzzy {phrase} xyzzy").Hashes, inSubject: false).IsEmpty) missed.Add($"{file.Name}: {phrase}");
        Assert.Empty(missed);
    }

    [Fact]
    public void A_template_stays_when_names_numbers_and_addresses_change() =>
        Assert.Equal(1, Template("Dear Ann, " + Letter + " at 10:30, see https://h.example/1", "ann").Likeness(Template("Dear Benedikt, " + Letter + " at 11:45, see https://i.example/2", "benedikt")));

    [Fact]
    public void Other_texts_have_other_templates()
    {
        var other = Template("Our correspondent in the harbour reports that the vote was put off for a week because the ministers could not agree on who should speak first in the debate");
        Assert.InRange(Template(Letter).Likeness(other), 0, 0.2);
        Assert.Equal(0, TextTemplate.None.Likeness(Template(Letter)));
        Assert.Equal(0, Template("Too few words to tell").Words);
    }

    [Fact]
    public void A_few_changed_words_leave_most_of_a_template() =>
        Assert.InRange(Template(Letter + " " + Letter).Likeness(Template(Letter + " " + Letter.Replace("Quay Street", "Mill Lane", StringComparison.Ordinal))), 0.4, 1);

    [Theory]
    [InlineData("see https://h.example/a.", "https://h.example/a")]
    [InlineData("see (http://h.example/a)", "http://h.example/a")]
    [InlineData("see <http://h.example/a>!", "http://h.example/a")]
    [InlineData("see www.h.example/a, please", "http://www.h.example/a")]
    [InlineData("see http://h.example/a_(b)", "http://h.example/a_(b)")]
    [InlineData("ftp://h.example/a", "ftp://h.example/a")]
    [InlineData("xwww.h.example and ann@www.h.example", null)]
    [InlineData("a://b and :// alone", null)]
    [InlineData("www", null)]
    public void Addresses_in_plain_text_are_found(string text, string? url)
    {
        var links = Find(text);
        Assert.Equal(url, links.Count == 0 ? null : Assert.Single(links).Address.Text);
        Assert.All(links, l => Assert.Equal((LinkPlace.PlainText, LinkFire.Clicking), (l.Place, l.Fires)));
    }

    [Fact]
    public void Any_text_is_searched() =>
        Gen.OneOf(Gen.String, Gen.Int[0, 7].Select(i => ((string[])["http", "://", "www.", " ", "w", ":", "/", "x.example"])[i]).Array[0, 30].Select(string.Concat))
            .Sample(text => Find(text).Count <= text.Length && Languages.Guess(Read(text)).Length is 0 or 2, iter: 5_000);

    private static List<Link> Find(string text)
    {
        var links = new List<Link>();
        PlainTextLinks.Find(text, new LinkCollector(FactsLimits.Default, new LinkUnwrapper(), links));
        return links;
    }
}
