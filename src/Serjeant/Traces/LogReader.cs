using System.Collections.Immutable;
using Serjeant.Traces.Formats;

namespace Serjeant.Traces;

/// <summary>
/// Reads a log of any known format, told by its content, gzipped or not, line by line in bounded memory. A line that is none of its format is
/// counted and passed over; nothing in a log makes this throw. The file's times are made UTC.
/// </summary>
public sealed class LogReader(LogReaderOptions? options = null)
{
    private const int ShownBad = 10;

    /// <summary>Lines between two looks at whether to stop.</summary>
    private const int Breath = 4_096;

    private readonly LogReaderOptions _options = options ?? new();

    /// <summary>Reads a file.</summary>
    /// <param name="path">The log.</param>
    /// <param name="each">Gets each request or look-up, in the order of the file; the event is reused.</param>
    /// <param name="cancellation">Ends reading with an <see cref="OperationCanceledException"/>.</param>
    /// <exception cref="SerjeantException">It cannot be opened, or is no log of a known format (<see cref="SerjeantException.Place"/> is the path).</exception>
    public LogSummary Read(string path, Action<LogEvent> each, CancellationToken cancellation)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        try
        {
            var written = _options.Written ?? new DateTimeOffset(File.GetLastWriteTimeUtc(path), TimeSpan.Zero);
            return Read(path, () => new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete), written, each, cancellation);
        }
        catch (Exception problem) when (problem is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new SerjeantException($"{path}: there is no such file.", retryHelps: false, problem) { Place = path };
        }
        catch (UnauthorizedAccessException problem) when (Directory.Exists(path))
        {
            throw new SerjeantException($"{path}: it is a folder; name the logs in it.", retryHelps: false, problem) { Place = path };
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            throw new SerjeantException($"{path}: the log cannot be read. {problem.Message}", retryHelps: problem is IOException, problem) { Place = path };
        }
    }

    /// <summary>Reads what a function opens; it may be opened twice, since some logs show only as a whole how their dates are written.</summary>
    /// <param name="name">For messages.</param>
    /// <param name="open">Opens it at its beginning; can seek.</param>
    /// <param name="each">As above.</param>
    /// <param name="cancellation">As above.</param>
    /// <exception cref="SerjeantException">It is no log of a known format.</exception>
    public LogSummary Read(string name, Func<Stream> open, Action<LogEvent> each, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(open);
        return Read(name, open, _options.Written ?? _options.Time.GetUtcNow(), each, cancellation);
    }

    private LogSummary Read(string name, Func<Stream> open, DateTimeOffset written, Action<LogEvent> each, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(each);
        using var stream = new LogStream(open());
        var lines = new LogLines(stream, _options.MaximumLine);
        var clock = new LogClock(_options.Zone, _options.Year, written);
        var format = FormatFinder.Find(lines, clock, name);
        if (format is WindowsDnsFormat { Order: DateOrder.Unknown } windows) windows.Order = DecideOrder(open, clock, cancellation);
        var read = new Reading(format, clock);
        while (lines.TryRead(out var line))
        {
            if (lines.Number % Breath == 0) cancellation.ThrowIfCancellationRequested();
            if (read.Take(lines.Number, line)) each(read.Event);
        }
        return read.ToSummary(lines);
    }

    /// <summary>Reads once through for lines that tell day from month.</summary>
    private DateOrder DecideOrder(Func<Stream> open, LogClock clock, CancellationToken cancellation)
    {
        using var stream = new LogStream(open());
        var lines = new LogLines(stream, _options.MaximumLine);
        var evidence = new DateEvidence();
        while (!evidence.IsDecided && lines.TryRead(out var line))
        {
            if (lines.Number % Breath == 0) cancellation.ThrowIfCancellationRequested();
            evidence.Add(line.Span);
        }
        return evidence.Decide(clock.Written);
    }

    /// <summary>One pass over a log's lines.</summary>
    private sealed class Reading(ILogFormat format, LogClock clock)
    {
        private readonly ImmutableArray<BadLine>.Builder _bad = ImmutableArray.CreateBuilder<BadLine>();
        private readonly long[] _sources = new long[3];
        private long _lines, _events, _badCount;
        private DateTimeOffset _first = DateTimeOffset.MaxValue, _last = DateTimeOffset.MinValue;

        public LogEvent Event { get; } = new() { Format = format.Format };

        /// <returns>Whether the line is an event.</returns>
        public bool Take(long number, ReadOnlyMemory<byte> line)
        {
            if (line.Span.TrimStart(" \t\0"u8).IsEmpty) return false;
            _lines++;
            Event.Begin(line);
            Event.Number = number;
            if (format.Read(line.Span, Event) is { } reason)
            {
                if (reason.Length > 0) Note(number, line.Span, reason);
                return false;
            }
            _events++;
            _sources[(int)Event.Source]++;
            if (Event.Time is not { } time) return true;
            if (time < _first) _first = time;
            if (time > _last) _last = time;
            return true;
        }

        public LogSummary ToSummary(LogLines lines) => new()
        {
            Format = format.Format,
            Source = (LogSource)Array.IndexOf(_sources, _sources.Max()),
            Lines = _lines,
            Events = _events,
            Bad = _badCount,
            FirstBad = _bad.ToImmutable(),
            Cut = lines.Cut,
            First = _first == DateTimeOffset.MaxValue ? null : _first,
            Last = _last == DateTimeOffset.MinValue ? null : _last,
            Damage = lines.Damage,
            Guess = format is WindowsDnsFormat windows ? windows.Order.Words() : clock.Guess,
        };

        private void Note(long number, ReadOnlySpan<byte> line, string reason)
        {
            if (++_badCount > ShownBad) return;
            var other = FormatFinder.Recognise(line);
            _bad.Add(new(number, other is { } seen && seen != format.Format ? $"{reason}; it looks like {FormatFinder.NameOf(seen)}" : reason));
        }
    }
}
