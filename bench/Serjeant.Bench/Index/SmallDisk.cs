using System.Diagnostics;

namespace Serjeant.Bench.Index;

/// <summary>A file system of a few megabytes (tmpfs), so that the disk is full at every moment that there is.</summary>
internal sealed class SmallDisk : IDisposable
{
    private readonly string _folder;

    private SmallDisk(string folder) => _folder = folder;

    /// <summary>Null where that is not allowed.</summary>
    public static SmallDisk? Mount(string folder) =>
        OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess && Run("mount", "-t", "tmpfs", "-o", "size=6m", "tmpfs", folder) == 0 ? new(folder) : null;

    public void Dispose() => Run("umount", _folder);

    private static int Run(string command, params string[] arguments)
    {
        using var process = Process.Start(command, arguments);
        process.WaitForExit();
        return process.ExitCode;
    }
}
