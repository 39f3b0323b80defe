namespace Serjeant.Sources;

/// <summary>
/// What was found already under another spelling or through a link. Of the files in folders nothing is kept but the folder, so that millions of
/// them cost nothing.
/// </summary>
internal sealed class SeenPaths
{
    private const int MostLinks = 40;

    private readonly HashSet<string> _folders = new(StringComparer.Ordinal), _listed = new(StringComparer.Ordinal), _files = new(StringComparer.Ordinal);

    /// <returns>False where the folder was looked into before.</returns>
    public bool AddFolder(string real) => _folders.Add(real);

    /// <summary>The files in the folder are given from now on.</summary>
    public void Listed(string real) => _listed.Add(real);

    /// <summary>A file that was named, or that a link leads to.</summary>
    /// <param name="real">Without links in it; null, where links lead in a circle, is never known.</param>
    /// <param name="listed">Whether it is given where its folder is listed.</param>
    /// <returns>False where it was given before.</returns>
    public bool AddFile(string? real, bool listed) =>
        real is null || (!(listed && _listed.Contains(Path.GetDirectoryName(real) ?? "")) && _files.Add(real));

    /// <summary>Whether a file in a folder that is being listed was named before, or led to by a link.</summary>
    public bool HasFile(string folder, string name) => _files.Count > 0 && _files.Contains(Path.Combine(folder, name));

    /// <summary>The path without any link in it; null where links lead in a circle.</summary>
    public static string? RealPath(string path) => RealPath(path, 0);

    private static string? RealPath(string path, int links)
    {
        var full = Path.GetFullPath(path);
        var real = Path.GetPathRoot(full) ?? "";
        foreach (var name in full[real.Length..].Split(Path.DirectorySeparatorChar, StringSplitOptions.RemoveEmptyEntries))
        {
            real = Path.Combine(real, name);
            try
            {
                if (new DirectoryInfo(real).ResolveLinkTarget(returnFinalTarget: false) is { } target)
                {
                    if (links >= MostLinks || RealPath(target.FullName, links + 1) is not { } inner)
                        return null;
                    real = inner;
                }
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                return real;
            }
        }
        return real;
    }
}
