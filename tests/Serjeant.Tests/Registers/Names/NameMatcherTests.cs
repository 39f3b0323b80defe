using Serjeant.Registers.Names;
using Xunit;

namespace Serjeant.Tests.Registers.Names;

/// <summary>Invented people, written as mail writes them.</summary>
public sealed class NameMatcherTests
{
    private static readonly NameMatcher Matcher = new(
    [
        new("jane", ["Jane Hartwell"]),
        new("tom", ["Thomas Okonjo-Brightwater"]),
        new("smith", ["John Smith"]),
        new("smith2", ["John Smith"]),
        new("obrien", ["Siobhán O'Brannigan"]),
        new("berg", ["Pieter van der Zwaluw"]),
        new("lord", ["Lord Penhallow of Tregarth"]),
        new("mueller", ["Käthe Müllenbrock"]),
        new("initials", ["J. R. Quillfeather"]),
        new("arab", ["Yusuf bin Khalid al-Marwani", "يوسف المرواني"]),
        new("ru", ["Евгений Дмитриевич Ворошкевич"]),
        new("gr", ["Ελένη Παπασταύρου"]),
        new("he", ["נועה ברקוביץ"]),
        new("zh", ["欧阳泽楷"]),
        new("ko", ["남궁현서"]),
        new("ja", ["高宮 さくら", "Sakura Takamiya"]),
        new("kana", ["ペネロープ・ハートウェル"]),
        new("hu", ["Szentkirályi Boglárka"]),
        new("es", ["María José Garcigrande Lopezuela"]),
        new("mac", ["Fiona MacIlvenna"]),
        new("jr", ["Wendell Ashgrove Jr"]),
        new("mccaps", ["TORRICELLANO Beatrice"]),
    ]);

    private static string? Id(string text) => Matcher.Find(text) is { Strength: > NameStrength.Weak } match ? Ids[match.Subject] : null;

    private static readonly string[] Ids = ["jane", "tom", "smith", "smith2", "obrien", "berg", "lord", "mueller", "initials", "arab", "ru", "gr", "he", "zh", "ko", "ja", "kana", "hu", "es", "mac", "jr", "mccaps"];

    [Theory]
    [InlineData("Jane Hartwell")]
    [InlineData("jane hartwell")]
    [InlineData("HARTWELL JANE")]
    [InlineData("Hartwell, Jane")]
    [InlineData("Hartwell, Jane [Member]")]
    [InlineData("The Rt Hon Jane Hartwell MP")]
    [InlineData("The Right Honourable Dame Jane Hartwell DBE KC MP")]
    [InlineData("Prof. Dr. h.c. Jane Hartwell, MdB")]
    [InlineData("Dip.-Ing. Mag. Jane Hartwell")]
    [InlineData("On. Jane Hartwell")]
    [InlineData("Députée Jane Hartwell")]
    [InlineData("Abgeordnete Jane Hartwell")]
    [InlineData("Datuk Jane Hartwell")]
    [InlineData("Shrimati Jane Hartwell")]
    [InlineData("\"Jane Hartwell\"")]
    [InlineData("'Jane Hartwell'")]
    [InlineData("Jane Hartwell | House of Example")]
    [InlineData("Jane Hartwell MP (House of Example)")]
    [InlineData("🇬🇧 Jane Hartwell 🇬🇧")]
    [InlineData("Jane Hartwell via Docs")]
    [InlineData("jane.hartwell@parliament.example")]
    [InlineData("Jane Hartwell <jane.hartwell@parliament.example>")]
    [InlineData("J a n e  H a r t w e l l")]
    [InlineData("J a n e H a r t w e l l")]
    [InlineData("janehartwell")]
    [InlineData("JaneHartwell")]
    [InlineData("HartwellJane")]
    [InlineData("Jane_Hartwell")]
    [InlineData("J4ne Hartwell")]
    [InlineData("Jane Hartwe11")]
    [InlineData("Jаnе Hаrtwеll")] // Cyrillic a, e
    [InlineData("Ｊａｎｅ Ｈａｒｔｗｅｌｌ")]
    [InlineData("𝐉𝐚𝐧𝐞 𝐇𝐚𝐫𝐭𝐰𝐞𝐥𝐥")]
    [InlineData("ᴊᴀɴᴇ ʜᴀʀᴛᴡᴇʟʟ")]
    [InlineData("J\u200ba\u200bn\u200be Hart\u00adwell")]
    [InlineData("\u202ellewtraH enaJ\u202c")]
    [InlineData("Ja\u0301ne Ha\u0308rtwell")]
    [InlineData("Jane Hartwel")]
    [InlineData("Jane Hartvvell")]
    [InlineData("Jane Hartwell Jones")]
    [InlineData("Jane M. Hartwell")]
    [InlineData("Джейн Хартвелл")]
    public void However_it_is_written_it_is_read_as_the_person(string text) => Assert.Equal("jane", Id(text));

    [Theory]
    [InlineData("Tom Okonjo-Brightwater", "tom")]
    [InlineData("Tommy Okonjo Brightwater", "tom")]
    [InlineData("Thomas OkonjoBrightwater", "tom")]
    [InlineData("Thomas Brightwater", "tom")]
    [InlineData("Siobhan OBrannigan", "obrien")]
    [InlineData("SIOBHAN O’BRANNIGAN TD", "obrien")]
    [InlineData("Siobhan O Brannigan", "obrien")]
    [InlineData("Pieter Vanderzwaluw", "berg")]
    [InlineData("Zwaluw, Pieter van der", "berg")]
    [InlineData("Dhr. P. van der Zwaluw", null)]
    [InlineData("Lord Penhallow of Tregarth", "lord")]
    [InlineData("Kaethe Muellenbrock", "mueller")]
    [InlineData("Kathe Mullenbrock", "mueller")]
    [InlineData("Youssef al Marwani", "arab")]
    [InlineData("Yusuf Khalid Al-Marwani", "arab")]
    [InlineData("يوسف المرواني", "arab")]
    [InlineData("Yevgeny Voroshkevich", "ru")]
    [InlineData("Evgenii Voroshkevich", "ru")]
    [InlineData("Ворошкевич Евгений", "ru")]
    [InlineData("депутат Ворошкевич Е. Д.", null)]
    [InlineData("Eleni Papastavrou", "gr")]
    [InlineData("ΕΛΕΝΗ ΠΑΠΑΣΤΑΥΡΟΥ", "gr")]
    [InlineData("נועה ברקוביץ", "he")]
    [InlineData("Noa Berkovitz", "he")]
    [InlineData("欧阳泽楷 议员", "zh")]
    [InlineData("欧阳泽楷议员", "zh")]
    [InlineData("Ouyang Zekai", "zh")]
    [InlineData("Zekai Ouyang", "zh")]
    [InlineData("남궁현서 의원", "ko")]
    [InlineData("高宮さくら", "ja")]
    [InlineData("Takamiya Sakura", "ja")]
    [InlineData("ペネロープ・ハートウェル", "kana")]
    [InlineData("Boglárka Szentkirályi", "hu")]
    [InlineData("SZENTKIRALYI Boglarka", "hu")]
    [InlineData("María José Garcigrande", "es")]
    [InlineData("Maria Jose Garcigrande Lopezuela", "es")]
    [InlineData("Fiona Mac Ilvenna", "mac")]
    [InlineData("fiona macilvenna", "mac")]
    [InlineData("Wendell Ashgrove", "jr")]
    [InlineData("Beatrice Torricellano", "mccaps")]
    public void Nicknames_doubles_particles_spellings_and_scripts_are_read(string text, string? id) => Assert.Equal(id, Id(text));

    [Theory]
    [InlineData("Office of Jane Hartwell", "Office of")]
    [InlineData("Jane Hartwell's office", "office")]
    [InlineData("Private Secretary to the Rt Hon Jane Hartwell MP", "Private Secretary to")]
    [InlineData("Büro Jane Hartwell", "Büro")]
    [InlineData("on behalf of Jane Hartwell", "on behalf of")]
    [InlineData("Cabinet de Jane Hartwell", "Cabinet de")]
    [InlineData("Ufficio di Jane Hartwell", "Ufficio di")]
    [InlineData("Gabinete de Jane Hartwell", "Gabinete de")]
    public void An_office_in_the_name_is_said(string text, string office)
    {
        var match = Matcher.Find(text);
        Assert.NotNull(match);
        Assert.Equal(("jane", office), (Ids[match.Subject], match.Office));
        Assert.NotEqual(NameStrength.Weak, match.Strength);
    }

    [Theory]
    [InlineData("Hartwell Consulting Ltd")]
    [InlineData("Friends of Jane Hartwell")]
    [InlineData("Jane Hartwell Newsletter")]
    [InlineData("Smith John & Sons")]
    [InlineData("Hartwell")]
    [InlineData("Jane")]
    [InlineData("Jane Smith")]
    [InlineData("John Hartwell")]
    [InlineData("John Smithson")]
    [InlineData("Jane Hartley")]
    [InlineData("Anne-Jane Smith")]
    [InlineData("The Jane Austen Society")]
    [InlineData("Hartwell Street News")]
    [InlineData("Smith's Gallery")]
    [InlineData("")]
    public void What_is_not_the_person_is_not_read_as_one(string text) => Assert.Null(Id(text));

    [Theory]
    [InlineData("J. Hartwell", "jane")]
    [InlineData("J Hartwell MP", "jane")]
    [InlineData("Minister Hartwell", "jane")]
    [InlineData("Lord Penhallow", "lord")]
    [InlineData("JR Quillfeather", "initials")]
    [InlineData("Büro Dr. Hartwell", "jane")]
    public void Initials_or_one_part_only_hint(string text, string id)
    {
        var match = Matcher.Find(text);
        Assert.NotNull(match);
        Assert.Equal((id, NameStrength.Weak), (Ids[match.Subject], match.Strength));
    }

    [Theory]
    [InlineData("jane.hartwell", "jane", true)]
    [InlineData("hartwell.jane", "jane", true)]
    [InlineData("jane_hartwell_mp", "jane", true)]
    [InlineData("janehartwell", "jane", true)]
    [InlineData("hartwelljane", "jane", true)]
    [InlineData("janehartwell.office", "jane", true)]
    [InlineData("janehartwellmp", "jane", true)]
    [InlineData("therealjanehartwell", "jane", true)]
    [InlineData("janehartwell1975", "jane", true)]
    [InlineData("j4ne.h4rtwell", "jane", true)]
    [InlineData("jane-hartwell", "jane", true)]
    [InlineData("janemhartwell", "jane", true)]
    [InlineData("hartwellj", "jane", false)]
    [InlineData("jhartwell", "jane", false)]
    [InlineData("j.hartwell1", "jane", false)]
    [InlineData("jhartwell.mp", "jane", false)]
    [InlineData("tom.okonjobrightwater", "tom", true)]
    [InlineData("yevgeny.voroshkevich", "ru", true)]
    [InlineData("pvanderzwaluw", "berg", false)]
    public void Names_are_read_in_mailbox_names(string local, string id, bool whole)
    {
        var match = Matcher.FindInLocalPart(local);
        Assert.NotNull(match);
        Assert.Equal((id, whole), (Ids[match.Subject], match.Strength > NameStrength.Weak));
    }

    [Theory]
    [InlineData("info")]
    [InlineData("office")]
    [InlineData("newsletter")]
    [InlineData("john")]
    [InlineData("noreply")]
    [InlineData("bounce-4711-hartwellshire")]
    public void Other_mailbox_names_are_not(string local) => Assert.Null(Matcher.FindInLocalPart(local));

    [Fact]
    public void A_common_name_is_no_more_than_fair_and_all_its_bearers_are_found()
    {
        Assert.Equal(NameStrength.Fair, Matcher.Find("John Smith")!.Strength);
        Assert.Equal(NameStrength.Strong, Matcher.Find("Jane Hartwell")!.Strength);
        Assert.Equal(["smith", "smith2"], Matcher.FindAll("John Smith", 10).Select(m => Ids[m.Subject]).Order());
        Assert.Single(Matcher.FindAll("John Smith", 1));
        Assert.True(Matcher.Find("John Smith")!.Bearers > 20 * Matcher.Find("Jane Hartwell")!.Bearers);
    }

    [Fact]
    public void The_reasons_are_given()
    {
        var match = Matcher.Find("Tom Brightwater (Constituency)")!;
        Assert.Equal(["Tom for Thomas", "Brightwater"], match.Agreed);
        Assert.Equal(["Okonjo"], match.Missing);
        Assert.Equal(["Constituency"], match.Extra);
        Assert.False(match.Exact);
        Assert.Equal("Tom for Thomas, Brightwater; without Okonjo", match.Explanation);
        Assert.Contains("one letter differs: Harftwell for Hartwell", Matcher.Find("Jane Harftwell")!.Agreed);
        Assert.Contains("Hartwel as Hartwell", Matcher.Find("Jane Hartwel")!.Agreed);
        Assert.Contains("Hartwe11 looks like Hartwell", Matcher.Find("Jane Hartwe11")!.Agreed);
        Assert.Contains("J for Jane", Matcher.Find("J. Hartwell")!.Agreed);
    }

    [Theory]
    [InlineData("Jane Hartwell", true)]
    [InlineData("The Rt Hon JANE HARTWELL MP", true)]
    [InlineData("Hartwell, Jane", true)]
    [InlineData("Jane Hartwel", false)]
    [InlineData("J. Hartwell", false)]
    [InlineData("Jane Hartwell Jones", false)]
    [InlineData("janehartwell", false)]
    public void Only_the_registers_spelling_is_exact(string text, bool exact) => Assert.Equal(exact, Matcher.Find(text)!.Exact);

    [Fact]
    public void More_agreement_weighs_more()
    {
        double[] scores = [.. new[] { "Jane Hartwell", "Jane Hartwell Jones", "Jane Harftwell", "J. Hartwell" }.Select(t => Matcher.Find(t)!.Score.Value)];
        Assert.Equal(scores.OrderDescending(), scores);
    }
}
