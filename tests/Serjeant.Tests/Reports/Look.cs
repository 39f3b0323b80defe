using System.Text;
using Xunit;

namespace Serjeant.Tests.Reports;

/// <summary>
/// Words that go out are compared with a text file that a person has read. With SERJEANT_LOOK set to a folder, reports are also left
/// there for a look: cat the .ansi files, open the page.
/// </summary>
internal static class Look
{
    public static void Keep(string name, string text)
    {
        if (Environment.GetEnvironmentVariable("SERJEANT_LOOK") is { Length: > 0 } folder)
            File.WriteAllText(Path.Combine(folder, name), text, new UTF8Encoding(false));
    }

    public static void Verify(string name, string text)
    {
        var folder = Path.Combine(Root(), "tests", "Serjeant.Tests", "Reports", "Verified");
        var path = Path.Combine(folder, name);
        var verified = File.Exists(path) ? File.ReadAllText(path) : "";
        if (verified == text) return;
        Keep(name, text);
        Assert.Fail($"Not as verified in {name}. Read it; if it is right, it is the new file:\n{text}");
    }

    private static string Root()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Serjeant.slnx")))
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("The repository's root was not found.");
        return folder;
    }
}
