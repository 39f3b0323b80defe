using System.Text;
using System.Text.Json;
using Serjeant.Tests.Storage;
using Xunit;

namespace Serjeant.Tests.Cli;

/// <summary>What the command makes of arguments, files and streams.</summary>
public sealed class LookalikesCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public LookalikesCommandTests() => File.WriteAllText(_folder.File("protect.txt"), "# ours\nstraitobserver.example\n*.artesburyhall.example\n");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Names_given_are_grouped_by_whom_they_imitate()
    {
        var ran = await Run("straitobsever.example", "artesburyha11.example", "kettle.example", "straitobserver.example");
        Assert.Equal(0, ran.ExitCode);
        Assert.Contains("straitobsever[.]example", ran.Output, StringComparison.Ordinal);
        Assert.Contains("omission", ran.Output, StringComparison.Ordinal);
        Assert.Contains("homoglyph", ran.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("kettle", ran.Output, StringComparison.Ordinal);
        Assert.All(ran.Output.Split('\n'), line => Assert.True(line.Length <= 80, line));
        Assert.StartsWith("4\u00A0names read, 2\u00A0imitations;", ran.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stream_may_be_lines_csv_or_json_and_what_is_no_name_is_counted()
    {
        const string Feed = """
            *.straitobsever.example
            2026-11-22 10:00:00.123,42,"straitobservre.example",Some Authority
            {"data":{"leaf_cert":{"all_domains":["kettle.example","*.straitobserver-login.example"]}},"name":"DNS 1.5"}
            {"dns_names":["straitobserver.test"
            no name here

            192.0.2.7
            """;
        var ran = await Command.RunAsync(_folder.Path, Encoding.UTF8.GetBytes(Feed), "lookalikes", "--protect", "protect.txt", "--format", "jsonl", "-");
        Assert.Equal(0, ran.ExitCode);
        var names = ran.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonDocument.Parse(l).RootElement.GetProperty("name").GetString()).ToArray();
        Assert.Equal(["straitobsever.example", "straitobservre.example", "straitobserver-login.example", "straitobserver.test"], names);
        Assert.StartsWith("5\u00A0names read, 4\u00A0imitations, 2\u00A0lines without a name;", ran.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Owned_names_are_left_alone_and_a_file_of_names_is_read()
    {
        File.WriteAllText(_folder.File("names.txt"), "straitobserver.test\nmail.straitobserver.test\nstraitobserver-news.test\n");
        File.WriteAllText(_folder.File("owned.txt"), "straitobserver.test\n");
        var ran = await Run("names.txt", "--owned", "owned.txt", "--format", "jsonl", "--out", "found.jsonl");
        Assert.Equal((0, ""), (ran.ExitCode, ran.Output));
        Assert.Equal("straitobserver-news.test", JsonDocument.Parse(Assert.Single(File.ReadAllLines(_folder.File("found.jsonl")))).RootElement.GetProperty("name").GetString());
    }

    [Fact]
    public async Task A_list_that_cannot_be_used_gives_3_with_its_place()
    {
        File.WriteAllText(_folder.File("protect.txt"), "straitobserver.example\nno name\n");
        var ran = await Run("a.example");
        Assert.Equal(3, ran.ExitCode);
        Assert.Contains("protect.txt:2: \"no name\" is no name of a host", ran.Errors, StringComparison.Ordinal);
        File.WriteAllText(_folder.File("protect.txt"), "{\"domains\": [\n{]}");
        ran = await Run("a.example");
        Assert.Equal(3, ran.ExitCode);
        Assert.Contains("protect.txt:2: no JSON", ran.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_anybody_to_protect_nothing_is_done()
    {
        var ran = await Command.RunAsync(_folder.Path, "lookalikes", "a.example");
        Assert.Equal(2, ran.ExitCode);
        Assert.Contains("whom to protect", ran.Errors, StringComparison.Ordinal);
    }

    private Task<Ran> Run(params string[] arguments) => Command.RunAsync(_folder.Path, ["lookalikes", "--protect", "protect.txt", .. arguments]);
}
