using System.Diagnostics;
using System.Globalization;

namespace Serjeant.Cli;

/// <summary>The most memory that a process ever had in the machine at once.</summary>
internal static class PeakMemory
{
    /// <summary>Bytes of peak resident memory; what is resident now where the system does not tell the peak.</summary>
    public static long Bytes(Process process)
    {
        const string Status = "/proc/self/status";
        if (File.Exists(Status))
            foreach (var line in File.ReadLines(Status))
                if (line.StartsWith("VmHWM:", StringComparison.Ordinal)
                    && long.TryParse(line.AsSpan(6).Trim().TrimEnd(" kB"), NumberStyles.None, CultureInfo.InvariantCulture, out var kibibytes))
                    return kibibytes * 1024;
        return Math.Max(process.PeakWorkingSet64, process.WorkingSet64);
    }
}
