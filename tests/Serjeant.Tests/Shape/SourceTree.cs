using Serjeant.Tests.Facts.Route;

namespace Serjeant.Tests.Shape;

/// <summary>One source file of the project.</summary>
/// <param name="Path">Below the project's root, with forward slashes.</param>
internal sealed record SourceText(string Path, string Text)
{
    public string Name => System.IO.Path.GetFileNameWithoutExtension(Path);

    public string Folder => Path[..Path.LastIndexOf('/')];

    public int Lines => Text.AsSpan().Count('\n');
}

/// <summary>The project as files: what is built and what is generated left out.</summary>
internal static class SourceTree
{
    private static readonly HashSet<string> NotOurs = new(["bin", "obj", ".git", ".build", "TestResults"], StringComparer.Ordinal);

    public static IReadOnlyList<SourceText> Files(string folder, params string[] endings) =>
        [.. Walk(Path.Combine(FactsMaterial.Root, folder))
            .Where(path => (endings.Length == 0 ? [".cs"] : endings).Any(e => path.EndsWith(e, StringComparison.Ordinal)))
            .Order(StringComparer.Ordinal)
            .Select(path => new SourceText(Path.GetRelativePath(FactsMaterial.Root, path).Replace('\\', '/'), File.ReadAllText(path)))];

    private static IEnumerable<string> Walk(string folder)
    {
        if (!Directory.Exists(folder)) yield break;
        foreach (var file in Directory.EnumerateFiles(folder)) yield return file;
        foreach (var below in Directory.EnumerateDirectories(folder))
            if (!NotOurs.Contains(Path.GetFileName(below)))
                foreach (var file in Walk(below)) yield return file;
    }
}
