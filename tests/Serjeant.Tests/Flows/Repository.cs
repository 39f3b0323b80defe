namespace Serjeant.Tests.Flows;

/// <summary>Where the tests find what ships beside them.</summary>
internal static class Repository
{
    public static string Root { get; } = Find();

    /// <summary>A folder of the shared material; it may not be there.</summary>
    public static string Shared(params string[] names) => Path.Combine([Root, "..", "shared", .. names]);

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "Serjeant.slnx"))) return folder.FullName;
        throw new InvalidOperationException("Serjeant.slnx lies above no folder of the tests.");
    }
}
