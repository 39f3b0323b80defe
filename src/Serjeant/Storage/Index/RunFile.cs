using System.Globalization;
using Microsoft.Win32.SafeHandles;

namespace Serjeant.Storage.Index;

/// <summary>
/// The file of a run while it is written. What the manifest does not list does not count, so that it needs no other name until it is
/// whole: a crash leaves a file that the next opening deletes.
/// </summary>
internal sealed class RunFile : IDisposable
{
    public const string Ending = ".run";

    private readonly string _path;
    private readonly SafeFileHandle _handle;
    private bool _settled;

    public RunFile(string folder, long number)
    {
        Number = number;
        _path = PathOf(folder, number);
        _handle = Guard(_path, () => File.OpenHandle(_path, FileMode.CreateNew, FileAccess.Write, FileShare.None));
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(_handle, UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    public long Number { get; }

    public static string PathOf(string folder, long number) => Path.Combine(folder, number.ToString("D6", CultureInfo.InvariantCulture) + Ending);

    public void Write(ReadOnlySpan<byte> bytes, long offset)
    {
        try
        {
            RandomAccess.Write(_handle, bytes, offset);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw Failed(_path, problem);
        }
    }

    /// <summary>Flushed to the disk: the file stays.</summary>
    public void Settle()
    {
        Guard(_path, () =>
        {
            RandomAccess.FlushToDisk(_handle);
            return true;
        });
        _settled = true;
    }

    /// <summary>A file that was not settled is deleted.</summary>
    public void Dispose()
    {
        _handle.Dispose();
        if (!_settled) Delete(_path);
    }

    /// <summary>Deletes a file that the manifest does not list.</summary>
    public static void Delete(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            // The next opening deletes it.
        }
    }

    /// <summary>Makes the folder, and deletes what a process that was killed left in it: runs that no commit speaks of.</summary>
    public static void Sweep(string folder, IEnumerable<RunInfo> listed)
    {
        var wanted = listed.Select(info => PathOf(folder, info.Number)).ToHashSet(StringComparer.Ordinal);
        _ = Guard(folder, () => OperatingSystem.IsWindows()
            ? Directory.CreateDirectory(folder)
            : Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute));
        foreach (var path in Guard(folder, () => Directory.GetFiles(folder, "*" + Ending)))
            if (!wanted.Contains(path)) Delete(path);
    }

    public static SerjeantException Failed(string path, Exception problem) =>
        new($"{Name(path)} in the data folder cannot be written or read: {problem.Message}. Free some space or check the disk, then run the same command again: it goes on where it stopped.", true, problem);

    public static SerjeantException Damaged(string path, string how, Exception? inner = null) =>
        new($"{Name(path)} in the data folder is damaged: {how}. Restore the data folder from a copy, or choose a new one with --data and scan again.", false, inner) { Place = path };

    public static T Guard<T>(string path, Func<T> act)
    {
        try
        {
            return act();
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw Failed(path, problem);
        }
    }

    private static string Name(string path) => $"{Path.GetFileName(Path.GetDirectoryName(path))}/{Path.GetFileName(path)}";
}
