using System.Diagnostics;
using System.Globalization;

namespace Serjeant.Bench.Memory;

/// <summary>What a process took.</summary>
/// <param name="PeakMegabytes">Largest resident memory, 10^6 bytes.</param>
internal sealed record Took(int ExitCode, double Seconds, double CpuSeconds, double PeakMegabytes);

/// <summary>Runs the command as its users do, in a process of its own, and watches it from outside.</summary>
internal static class WatchedScan
{
    private static readonly TimeSpan Beat = TimeSpan.FromMilliseconds(50);

    public static async Task<Took> RunAsync(string cli, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add(cli);
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        var began = Stopwatch.GetTimestamp();
        using var process = Process.Start(start) ?? throw new InvalidOperationException("The command did not start.");
        // Nobody reads what it prints, but a full pipe would stop it.
        var output = process.StandardOutput.BaseStream.CopyToAsync(Stream.Null);
        var errors = process.StandardError.ReadToEndAsync();
        var (peak, cpu) = (0.0, 0.0);
        while (!process.HasExited)
        {
            (peak, cpu) = (Math.Max(peak, Peak(process)), Math.Max(cpu, Cpu(process)));
            await Task.Delay(Beat).ConfigureAwait(false);
        }
        await Task.WhenAll(output, errors).ConfigureAwait(false);
        if (process.ExitCode > 1) Console.Error.WriteLine(await errors.ConfigureAwait(false));
        return new(process.ExitCode, Stopwatch.GetElapsedTime(began).TotalSeconds, cpu, peak);
    }

    private static double Peak(Process process)
    {
        try
        {
            foreach (var line in File.ReadLines($"/proc/{process.Id}/status"))
                if (line.StartsWith("VmHWM:", StringComparison.Ordinal))
                    return double.Parse(line.AsSpan(6).Trim().TrimEnd(" kB"), CultureInfo.InvariantCulture) * 1024 / 1e6;
            return 0;
        }
        catch (IOException)
        {
            return 0; // it ended between two looks
        }
    }

    private static double Cpu(Process process)
    {
        try
        {
            return process.TotalProcessorTime.TotalSeconds;
        }
        catch (InvalidOperationException)
        {
            return 0; // it ended between two looks
        }
    }
}
