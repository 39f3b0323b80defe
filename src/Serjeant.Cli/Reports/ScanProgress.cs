using System.Globalization;
using Serjeant.Reports;
using Spectre.Console;

namespace Serjeant.Cli.Reports;

/// <summary>
/// Shows how far a long scan has come: share, rate and time left. Nothing appears while a run is short, or where nobody watches
/// (redirected output).
/// </summary>
internal sealed class ScanProgress(IAnsiConsole console, TimeProvider time)
{
    /// <summary>A run that ends within this time needs no bar.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(1.5);

    private static readonly TimeSpan Beat = TimeSpan.FromMilliseconds(200);

    /// <summary>Runs the work, which reports as often as it likes from any thread, and shows the latest that it reported.</summary>
    public async Task<T> ShowAsync<T>(Func<IProgress<ReadSoFar>, Task<T>> work, CancellationToken cancellation = default)
    {
        var latest = new Latest();
        var began = time.GetTimestamp();
        var running = work(latest);
        if (!console.Profile.Capabilities.Interactive || !console.Profile.Capabilities.Ansi || !console.Profile.Out.IsTerminal)
            return await running.ConfigureAwait(false);
        if (await Waited(running, Patience, cancellation).ConfigureAwait(false))
            return await running.ConfigureAwait(false);
        await console.Progress().AutoClear(true).HideCompleted(true)
            .Columns(new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn { Width = 24 }, new PercentageColumn())
            .StartAsync(async context =>
            {
                var task = context.AddTask("Reading", maxValue: 1);
                while (!await Waited(running, Beat, cancellation).ConfigureAwait(false))
                {
                    var read = latest.Read;
                    task.IsIndeterminate = read.TotalBytes <= 0;
                    // A file may grow while it is read: the bar stops short of its end until the work has ended.
                    if (read.TotalBytes > 0) task.Value = Math.Min(0.999, read.Bytes / (double)read.TotalBytes);
                    task.Description = Markup.Escape(Describe(read, time.GetElapsedTime(began)));
                }
            }).ConfigureAwait(false);
        return await running.ConfigureAwait(false);
    }

    /// <summary>"12,400 messages, 1,530 a second, 58.1 MB/s, 40 seconds left".</summary>
    internal static string Describe(ReadSoFar read, TimeSpan elapsed)
    {
        var seconds = elapsed.TotalSeconds;
        if (seconds <= 0) return Wording.Count(read.Messages, "message", "messages");
        var rate = string.Create(CultureInfo.InvariantCulture,
            $"{Wording.Count(read.Messages, "message", "messages")}, {Wording.Number((long)(read.Messages / seconds))} a second, {read.Bytes / seconds / 1e6:0.0} MB/s");
        if (read.TotalBytes <= 0 || read.Bytes <= 0 || read.Bytes >= read.TotalBytes) return rate;
        return $"{rate}, {Left(seconds * (read.TotalBytes - read.Bytes) / read.Bytes)} left";
    }

    /// <summary>Rounded as people say it: an estimate has no tenths.</summary>
    private static string Left(double seconds) => seconds switch
    {
        < 10 => "seconds",
        < 90 => Wording.Count((long)(Math.Ceiling(seconds / 5) * 5), "second", "seconds"),
        < 5400 => Wording.Count((long)Math.Ceiling(seconds / 60), "minute", "minutes"),
        _ => "about " + Wording.Count((long)Math.Round(seconds / 3600), "hour", "hours"),
    };

    private async Task<bool> Waited(Task running, TimeSpan span, CancellationToken cancellation)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var ended = await Task.WhenAny(running, Task.Delay(span, time, stop.Token)).ConfigureAwait(false) == running;
        await stop.CancelAsync().ConfigureAwait(false);
        // A cancelled scan ends by itself when it has put things in order; until then there is nothing to show.
        return ended || cancellation.IsCancellationRequested;
    }

    /// <summary>Keeps only the newest report: the scan never waits for the terminal.</summary>
    private sealed class Latest : IProgress<ReadSoFar>
    {
        private readonly Lock _lock = new();
        private ReadSoFar _read;

        public ReadSoFar Read
        {
            get
            {
                lock (_lock) return _read;
            }
        }

        public void Report(ReadSoFar value)
        {
            lock (_lock) _read = value;
        }
    }
}
