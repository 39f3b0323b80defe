using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Serjeant.Bench.Index;

/// <summary>What a user would do today: rg over the mail itself, which finds neither what is encoded nor what is only alike.</summary>
internal static class Ripgrep
{
    public static void Print(string corpora, IReadOnlyList<string> selectors, long messages, long bytes, IEnumerable<long> sizes)
    {
        var list = Path.GetTempFileName();
        try
        {
            File.WriteAllLines(list, selectors, new UTF8Encoding(false));
            var cold = PageCache.Forget() ? Run(list, corpora) : double.NaN;
            var warm = Run(list, corpora);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"rg -F -f {selectors.Count} selectors over {messages} messages of {bytes / 1e6:F0} MB on disk: cold {cold:F2} s, warm {warm:F2} s"));
            foreach (var size in sizes)
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  extrapolated by bytes to {size} messages ({(double)bytes / messages * size / 1e9:F0} GB): warm {warm / messages * size:F0} s, cold {cold / messages * size:F0} s"));
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Console.WriteLine("rg is not installed: not compared (apt-get install ripgrep)");
        }
        finally
        {
            File.Delete(list);
        }
    }

    private static double Run(string list, string folder)
    {
        var start = new ProcessStartInfo("rg") { RedirectStandardOutput = true };
        foreach (var argument in (string[])["-F", "-i", "-l", "-uuu", "-f", list, folder]) start.ArgumentList.Add(argument);
        var clock = Stopwatch.GetTimestamp();
        using var process = Process.Start(start)!;
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return Stopwatch.GetElapsedTime(clock).TotalSeconds;
    }
}
