using Xunit;
using Serjeant.Reports;

namespace Serjeant.Tests.Reports;

public sealed class HtmlReportTests
{
    private static string Page(ScanReport report)
    {
        using var output = new StringWriter();
        new HtmlReport().Write(report, output, TestContext.Current.CancellationToken);
        return output.ToString();
    }

    [Fact]
    public void The_page_is_written_for_a_look_when_asked_for()
    {
        var page = Page(ReportFixture.Make());
        if (Environment.GetEnvironmentVariable("SERJEANT_LOOK") is { Length: > 0 } path) File.WriteAllText(path, page);
        Assert.EndsWith("</html>\n", page, StringComparison.Ordinal);
    }
}
