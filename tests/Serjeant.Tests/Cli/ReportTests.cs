using System.Text;
using System.Text.Json;
using Serjeant.Tests.Personas;
using Serjeant.Tests.Storage;
using Xunit;

namespace Serjeant.Tests.Cli;

/// <summary>The commands report and personas, as people run them.</summary>
public sealed class ReportTests : IDisposable
{
    private static readonly string Roster = Path.Combine(Reported.Folder, "house.yaml");

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_report_says_whom_it_imitates_with_both_sides_and_which_campaign_it_started()
    {
        var ran = await Run("report", Sample("attached.eml"), "--roster", Roster, "--by", "Office of Senator Marchetti", "--reliability", "b", "--credibility", "2");
        Assert.Equal((0, ""), (ran.ExitCode, ran.Errors));
        foreach (var said in (string[])["Rt Hon Amelia Hartwell (p001)", "amelia.hartwell@kingsfold[.]example", "amelia.hartwell.mp@postbox[.]example", "graded B2", "started c-", "hostile"])
            Assert.Contains(said, ran.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("postbox.example", ran.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_report_twice_counts_once_and_a_second_reporter_is_more_evidence()
    {
        await Run("report", Sample("itself.eml"), "--roster", Roster, "--by", "One");
        var again = await Lines("report", Sample("attached.eml"), "--by", "one", "--format", "jsonl");
        Assert.False(again[0].GetProperty("newEvidence").GetBoolean());
        var second = await Lines("report", Sample("nested.eml"), "--by", "Two", "--format", "jsonl");
        Assert.True(second[0].GetProperty("newEvidence").GetBoolean());
        Assert.False(second[0].GetProperty("newMessage").GetBoolean());
        Assert.Equal(["One", "Two"], second[0].GetProperty("sources").EnumerateArray().Select(s => s.GetProperty("by").GetString()));
        Assert.Equal("Stays", second[0].GetProperty("campaign").GetProperty("step").GetString());
    }

    [Fact]
    public async Task Several_files_a_folder_and_standard_input_are_taken_and_what_is_unreadable_is_listed_with_1()
    {
        File.WriteAllText(_folder.File("notes.txt"), "nothing of the kind\n");
        var ran = await Command.RunAsync(_folder.Path, Reported.Bytes("pasted-headers.txt"), "report", Sample("nobody.eml"), "notes.txt", "-", "--roster", Roster, "--by", "One", "--format", "jsonl");
        Assert.Equal(1, ran.ExitCode);
        Assert.Equal(["claim", "unreadable", "claim"], Parse(ran.Output).Select(l => l.GetProperty("type").GetString()));
        Assert.Equal(("notes.txt", "-"), (Parse(ran.Output)[1].GetProperty("place").GetString(), Parse(ran.Output)[2].GetProperty("place").GetString()));
        Assert.Contains("p001", ran.Output, StringComparison.Ordinal);
        Assert.Equal(0, (await Run("report", Reported.Folder + "/inline-de.eml", "--by", "One")).ExitCode);
    }

    [Fact]
    public async Task A_mail_that_imitates_nobody_says_so_and_is_done()
    {
        var ran = await Run("report", Sample("nobody.eml"), "--roster", Roster, "--by", "One");
        Assert.Equal(0, ran.ExitCode);
        Assert.Contains("nobody of ours", ran.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2, "report", "a.eml")]
    [InlineData(2, "report", "a.eml", "--by", " ")]
    [InlineData(2, "report", "a.eml", "--by", "One", "--reliability", "G")]
    [InlineData(2, "report", "a.eml", "--by", "One", "--credibility", "7")]
    [InlineData(2, "personas", "allow", "p001", "a@b.example", "--by", "x")]
    [InlineData(3, "report", "missing.eml", "--by", "One")]
    [InlineData(3, "report", "a.eml", "--by", "One")]
    [InlineData(3, "personas")]
    [InlineData(2, "personas", "allow", "p050", "notanaddress", "--by", "x", "--reason", "y")]
    [InlineData(2, "personas", "allow", "p001", "a@b.example", "--by", "--reason", "y")]
    [InlineData(2, "personas", "allow", "p001", "a@b.example", "--reason", "y", "--by", "--reason")]
    [InlineData(2, "report", "a.eml", "--by", "--format")]
    public async Task Mistakes_are_told_and_do_nothing(int code, params string[] arguments)
    {
        File.WriteAllText(_folder.File("a.eml"), "From: a@b.example\nSubject: x\n\nx\n");
        var ran = await Run(arguments);
        Assert.Equal(code, ran.ExitCode);
        Assert.StartsWith("serjeant: ", ran.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_decision_takes_an_address_out_of_the_register_and_another_brings_it_back()
    {
        await Run("report", Sample("itself.eml"), "--roster", Roster, "--by", "One");
        Assert.Contains("amelia.hartwell.mp@postbox[.]example", (await Run("personas", "--person", "p001")).Output, StringComparison.Ordinal);
        Assert.Equal(0, (await Run("personas", "allow", "p001", Reported.False, "--by", "clerk", "--reason", "she said so")).ExitCode);
        var allowed = await Lines("personas", "--format", "jsonl");
        Assert.Equal("decision", Assert.Single(allowed).GetProperty("type").GetString());
        var report = await Lines("report", Sample("inline-de.eml"), "--by", "Two", "--format", "jsonl");
        Assert.False(report[0].GetProperty("weighs").GetBoolean());
        await Run("personas", "disallow", "p001", Reported.False, "--by", "warden", "--reason", "she was mistaken");
        Assert.Equal(["persona", "decision", "decision"], (await Lines("personas", "--format", "jsonl")).Select(l => l.GetProperty("type").GetString()));
        Assert.Equal(2, (await Run("personas", "allow", "p009", Reported.False, "--by", "clerk", "--reason", "x")).ExitCode);
        Assert.Equal(2, (await Run("personas", "--person", "p009")).ExitCode);
    }

    [Fact]
    public async Task An_address_of_the_roster_is_not_disallowed_by_a_decision()
    {
        await Run("report", Sample("itself.eml"), "--roster", Roster, "--by", "One");
        var ran = await Run("personas", "disallow", "p001", Reported.True, "--by", "clerk", "--reason", "x");
        Assert.Equal(2, ran.ExitCode);
        Assert.Contains("stands in the roster", ran.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain(await Lines("personas", "--format", "jsonl"), l => l.GetProperty("type").GetString() == "decision");
    }

    [Fact]
    public async Task A_broken_aggregate_report_is_listed_and_its_rows_before_the_break_are_kept()
    {
        var whole = Reported.Bytes("aggregate.xml");
        var end = whole.AsSpan().IndexOf("</record>"u8) + "</record>".Length;
        File.WriteAllBytes(_folder.File("broken.xml"), whole[..(end + 40)]);
        var ran = await Run("report", "broken.xml", "--roster", Roster, "--by", "One", "--format", "jsonl");
        Assert.Equal(1, ran.ExitCode);
        Assert.Equal(["unreadable", "aggregate"], Parse(ran.Output).Select(l => l.GetProperty("type").GetString()));
        Assert.Contains("XML is broken", ran.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_scan_shows_what_was_reported_and_allows_for_decisions()
    {
        await Run("report", Sample("itself.eml"), "--roster", Roster, "--by", "One", "--reliability", "B", "--credibility", "2");
        var scan = await Run("scan", Sample("inbound.eml"), "--roster", Roster);
        Assert.Equal(0, scan.ExitCode);
        Assert.Contains("Others were written to in our person's name", scan.Output, StringComparison.Ordinal);
        await Run("personas", "allow", "p001", Reported.False, "--by", "clerk", "--reason", "she said so");
        scan = await Run("scan", Sample("inbound.eml"), "--roster", Roster);
        Assert.DoesNotContain("Others were written to", scan.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(60)]
    [InlineData(80)]
    [InlineData(120)]
    public async Task The_register_fits_terminals_of_any_width(int columns)
    {
        using var store = new Serjeant.Storage.MemoryStore();
        var stop = TestContext.Current.CancellationToken;
        await Reported.ScanAsync(store, Reported.House, stop, "inbound.eml", "aggregate-gzip.eml", "bounce-look-alike.eml");
        Reported.Keep(store, Reported.Claims("itself.eml"));
        var personas = Reported.Personas(store, Reported.Reckon(store, Reported.House, stop), Reported.House);
        var output = new StringWriter();
        var console = Spectre.Console.AnsiConsole.Create(new() { Ansi = Spectre.Console.AnsiSupport.No, ColorSystem = Spectre.Console.ColorSystemSupport.NoColors, Out = new Spectre.Console.AnsiConsoleOutput(output) });
        console.Profile.Width = columns;
        Serjeant.Cli.Reports.PersonaText.Write(personas, [], console);
        var lines = output.ToString().Split('\n');
        Assert.All(lines, l => Assert.InRange(l.TrimEnd().Length, 0, columns));
        Assert.Contains(lines, l => l.Contains("true", StringComparison.Ordinal) && l.Contains("false", StringComparison.Ordinal));
        Assert.Contains(lines, l => l.Contains("Rt Hon Amelia", StringComparison.Ordinal) && l.Contains('@'));
    }

    private static string Sample(string name) => Path.Combine(Reported.Folder, name);

    private Task<Ran> Run(params string[] arguments) => Command.RunAsync(_folder.Path, arguments);

    private async Task<List<JsonElement>> Lines(params string[] arguments) => Parse((await Run(arguments)).Output);

    private static List<JsonElement> Parse(string output) =>
        [.. output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonSerializer.Deserialize<JsonElement>(Encoding.UTF8.GetBytes(l)))];
}
