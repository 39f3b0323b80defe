namespace Serjeant.Sources;

/// <summary>How much there is to read, for a progress bar: quickly, and roughly.</summary>
internal static class SourceSizes
{
    /// <summary>Looking further would take longer than the bar is worth.</summary>
    private const int MaximumFiles = 2_000_000;

    /// <summary>Bytes of all files under the paths; 0 where that is not known (standard input, or nothing can be listed).</summary>
    public static long Total(IReadOnlyList<string> paths)
    {
        long total = 0;
        try
        {
            foreach (var path in paths)
            {
                if (path == SourceFile.StandardInput) return 0;
                if (Directory.Exists(path))
                    total += new DirectoryInfo(path).EnumerateFiles("*", new EnumerationOptions { RecurseSubdirectories = true, IgnoreInaccessible = true })
                        .Take(MaximumFiles).Sum(file => file.Length);
                else if (File.Exists(path)) total += new FileInfo(path).Length;
            }
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return 0; // the walk itself says what is wrong
        }
        return total;
    }
}
