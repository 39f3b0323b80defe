using System.Diagnostics;
using System.IO.MemoryMappedFiles;

namespace Serjeant.Bench.Fuzz;

/// <summary>
/// Runs one target on damaged inputs for some time. The same seed gives the same inputs in the same order. What throws, or takes longer than
/// <see cref="Slowest"/>, is made smaller and written to a folder; what brings the process down is left there as NAME.running.
/// </summary>
internal sealed class Fuzzer(FuzzTarget target, int seed, string folder, TextWriter output)
{
    /// <summary>For one input of at most 256 KiB; a parser that needs longer can be made to stand still.</summary>
    private static readonly TimeSpan Slowest = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan ShrinkFor = TimeSpan.FromSeconds(5);
    private const int MostFailures = 20;

    private readonly HashSet<string> _failures = [];
    private TimeSpan _worst;
    private long _executions;

    /// <returns>Different failures.</returns>
    public int Run(TimeSpan time)
    {
        Directory.CreateDirectory(folder);
        var seeds = target.Seeds().ToList();
        var mutation = new Mutation(seeds, target.Tokens, new Random(seed));
        var watch = Stopwatch.StartNew();
        foreach (var plain in seeds)
            Try(plain);
        using (var running = new Running(Path.Combine(folder, $"{target.Name}.running")))
        {
            while (watch.Elapsed < time && _failures.Count < MostFailures)
            {
                var input = mutation.Next();
                running.Keep(input);
                if (!Try(input))
                    break;
            }
        }
        output.WriteLine($"{target.Name}: seed {seed}, {_executions} executions in {watch.Elapsed.TotalSeconds:F0} s, "
            + $"worst {_worst.TotalMilliseconds:F1} ms, {_failures.Count} failures");
        return _failures.Count;
    }

    /// <summary>False where the input hangs: its thread cannot be stopped, and more of them would only slow each other.</summary>
    private bool Try(byte[] input)
    {
        _executions++;
        var (failure, took) = Execute(input);
        // A second try, since a busy machine makes anything slow once.
        if (took > _worst && Execute(input).Took is { } again)
            _worst = TimeSpan.FromTicks(Math.Max(_worst.Ticks, Math.Min(took.Value.Ticks, again.Ticks)));
        if (failure is not null && _failures.Add(failure))
        {
            var smaller = took is null ? input : Shrink(input, failure);
            var path = Path.Combine(folder, $"{target.Name}-{seed}-{_executions}.bin");
            File.WriteAllBytes(path, smaller);
            output.WriteLine($"{target.Name}: {failure}{Environment.NewLine}  {smaller.Length} bytes: {path}");
        }
        return took is not null;
    }

    private (string? Failure, TimeSpan? Took) Execute(byte[] input)
    {
        Exception? thrown = null;
        var watch = Stopwatch.StartNew();
        // A thread of its own costs some 50 microseconds, and lets a hang be seen.
        var thread = new Thread(() =>
        {
            try
            {
                target.Run(input);
            }
            catch (Exception e)
            {
                thrown = e;
            }
        });
        thread.IsBackground = true;
        thread.Start();
        if (!thread.Join(Slowest))
            return ($"hangs: more than {Slowest.TotalSeconds} s", null);
        return (thrown is null ? null : Describe(thrown), watch.Elapsed);
    }

    /// <summary>The kind of failure and where it happens; different messages at one place are one failure.</summary>
    private static string Describe(Exception e)
    {
        var place = (e.StackTrace ?? "").Split('\n').Select(l => l.Trim()).FirstOrDefault(l => l.Contains("Serjeant", StringComparison.Ordinal)) ?? "";
        var kept = place.LastIndexOf('/') is > 0 and var slash ? $"{place[..Math.Max(0, place.IndexOf(" in ", StringComparison.Ordinal))]} in {place[(slash + 1)..]}" : place;
        return e is FuzzException ? e.Message : $"{e.GetType().Name} {kept}";
    }

    /// <summary>Leaves out ever smaller pieces as long as the failure stays the same.</summary>
    private byte[] Shrink(byte[] input, string failure)
    {
        var watch = Stopwatch.StartNew();
        for (var piece = input.Length / 2; piece > 0 && watch.Elapsed < ShrinkFor; piece = piece == 1 ? 0 : piece / 2)
            for (var at = 0; at + piece <= input.Length && watch.Elapsed < ShrinkFor;)
            {
                byte[] smaller = [.. input.AsSpan(0, at), .. input.AsSpan(at + piece)];
                if (Execute(smaller).Failure == failure)
                    input = smaller;
                else
                    at += piece;
            }
        return input;
    }

    /// <summary>The input that is running, in a mapped file: it is still there when the process is not.</summary>
    private sealed class Running : IDisposable
    {
        private const int Size = 256 * 1024 + sizeof(int);
        private readonly string _path;
        private readonly MemoryMappedFile _file;
        private readonly MemoryMappedViewAccessor _view;

        public Running(string path)
        {
            _path = path;
            _file = MemoryMappedFile.CreateFromFile(path, FileMode.Create, null, Size);
            _view = _file.CreateViewAccessor();
        }

        /// <summary>Four bytes of length, then the input.</summary>
        public void Keep(byte[] input)
        {
            _view.Write(0, input.Length);
            _view.WriteArray(sizeof(int), input, 0, input.Length);
        }

        public void Dispose()
        {
            _view.Dispose();
            _file.Dispose();
            File.Delete(_path);
        }
    }
}
