using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Serjeant.Bench.LookAlikes;

/// <summary>One name as dnstwist makes it.</summary>
internal readonly record struct Twisted(string Original, string Kind, string Name);

/// <summary>Dnstwist's generator (Debian package dnstwist), in a process of its own; it looks nothing up.</summary>
internal static class Dnstwist
{
    private const string Python = "/usr/bin/python3";
    private const string Dictionaries = "/usr/share/dnstwist/dictionaries";

    private const string Program = """
        import sys, time
        sys.path.insert(0, '/usr/lib/python3/dist-packages')
        import dnstwist
        folder = sys.argv[1]
        read = lambda name: [l.strip() for l in open(folder + '/' + name + '.dict') if l.strip() and not l.startswith(('#', '//'))]
        words = read('english') + read('french') + read('polish')
        tlds = sorted(set(read('common_tlds') + read('abused_tlds')))
        took = 0
        for name in sys.stdin.read().split():
            began = time.process_time()
            fuzzer = dnstwist.Fuzzer(name, dictionary=words, tld_dictionary=tlds)
            fuzzer.generate()
            made = fuzzer.domains
            took += time.process_time() - began
            for p in made:
                if p['fuzzer'] != '*original': print(name, p['fuzzer'], p['domain'], sep='\t')
        print('#', took)
        """;

    public static bool Exists => File.Exists(Python) && Directory.Exists(Dictionaries);

    /// <summary>All that it makes of the names, with its own dictionaries, and the CPU seconds that making took, without writing it out.</summary>
    public static (List<Twisted> Names, double CpuSeconds) Generate(IEnumerable<string> names)
    {
        var start = new ProcessStartInfo(Python) { RedirectStandardInput = true, RedirectStandardOutput = true, StandardOutputEncoding = Encoding.UTF8 };
        foreach (var argument in (string[])["-c", Program, Dictionaries]) start.ArgumentList.Add(argument);
        using var process = Process.Start(start) ?? throw new InvalidOperationException("python3 did not start.");
        foreach (var name in names) process.StandardInput.WriteLine(name);
        process.StandardInput.Close();
        var made = new List<Twisted>();
        var seconds = 0.0;
        while (process.StandardOutput.ReadLine() is { } line)
        {
            if (line.StartsWith("# ", StringComparison.Ordinal))
            {
                seconds = double.Parse(line.AsSpan(2), CultureInfo.InvariantCulture);
                continue;
            }
            var parts = line.Split('\t');
            if (parts.Length == 3) made.Add(new(parts[0], parts[1], parts[2]));
        }
        process.WaitForExit();
        return process.ExitCode == 0 ? (made, seconds) : throw new InvalidOperationException($"dnstwist ended with {process.ExitCode}.");
    }
}
