using Xunit;

namespace Serjeant.Tests.Registers;

/// <summary>Where the samples of these tests lie, ours and the shared ones.</summary>
internal static class RegistersMaterial
{
    private static readonly string Root = FindRoot();

    public static string Sample(string name) => Path.Combine(Root, "tests", "Serjeant.Tests", "Corpus", "registers", name);

    /// <summary>A file or folder of ../shared; the test is skipped, with a line that says so, where it is absent.</summary>
    public static string Shared(string path)
    {
        var full = Path.GetFullPath(Path.Combine(Root, "..", "shared", path));
        Assert.SkipUnless(Path.Exists(full), $"../shared/{path} is not there: the real cases are not checked");
        return full;
    }

    private static string FindRoot()
    {
        var folder = AppContext.BaseDirectory;
        while (folder is not null && !File.Exists(Path.Combine(folder, "Serjeant.slnx"))) folder = Path.GetDirectoryName(folder);
        return folder ?? throw new DirectoryNotFoundException("The project's root is above the tests.");
    }
}
