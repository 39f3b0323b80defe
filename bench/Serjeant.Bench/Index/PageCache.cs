using System.Diagnostics;

namespace Serjeant.Bench.Index;

/// <summary>Makes the operating system forget what it has read, so that the disk is read.</summary>
internal static class PageCache
{
    private const string Drop = "/proc/sys/vm/drop_caches";

    /// <summary>How, in words; empty where it cannot be done.</summary>
    public static string How { get; } = OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess && File.Exists(Drop) ? "page cache dropped by " + Drop : "";

    public static bool Forget()
    {
        if (How.Length == 0) return false;
        using (var sync = Process.Start("sync")) sync.WaitForExit();
        try
        {
            File.WriteAllText(Drop, "3\n");
            return true;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
