using System.Text;

namespace Serjeant.Cli.Reports;

/// <summary>A report as a file. It names people: nobody else on this machine needs to read it.</summary>
internal static class ReportFile
{
    /// <exception cref="SerjeantException">It cannot be written.</exception>
    public static void Write(string path, Action<TextWriter> write)
    {
        try
        {
            var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            using var output = new StreamWriter(path, new UTF8Encoding(false), options);
            write(output);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new SerjeantException($"{path}: the report cannot be written: {problem.Message}", retryHelps: true, problem);
        }
    }

    /// <summary>Before an hour of reading, not after it.</summary>
    /// <exception cref="SerjeantException">It is a folder, or lies in none.</exception>
    public static void Check(string? path)
    {
        if (path is null) return;
        var folder = Path.GetDirectoryName(Path.GetFullPath(path));
        if (Directory.Exists(path) || (folder is not null && !Directory.Exists(folder)))
            throw new SerjeantException($"{path}: the report cannot be written there: {(Directory.Exists(path) ? "it is a folder" : "there is no such folder")}", retryHelps: false);
    }
}
