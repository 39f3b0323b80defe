using System.Buffers.Binary;
using System.Security.Cryptography;
using Serjeant.Hunts;
using Serjeant.Signals;
using Serjeant.Traces.Sifting;
using Serjeant.Values;

namespace Serjeant.Traces;

/// <summary>
/// Reads a log once and keeps of it what concerns mail: who of ours called hosts that mail names, or fetched URLs that stand in mail, and which
/// people's clients it holds at all. One maker for many logs: the index's hosts are read when it is made.
/// </summary>
public sealed class TraceMaker
{
    private const int HeadBytes = 64 * 1024;

    private readonly House _house;
    private readonly IIndexStore _index;
    private readonly TraceOptions _options;
    private readonly HostWatch _watch;
    private readonly Agents _agents = Agents.Load();
    private readonly uint _known;

    /// <param name="house">Whom we protect, and what is common knowledge.</param>
    /// <param name="index">What mail names.</param>
    /// <param name="options">How logs are read, and bounds.</param>
    public TraceMaker(House house, IIndexStore index, TraceOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(house);
        ArgumentNullException.ThrowIfNull(index);
        (_house, _index, _options) = (house, index, options ?? new());
        _known = index.LastNumber;
        _watch = new(house, index);
    }

    /// <summary>Hosts that are watched for.</summary>
    public int Hosts => _watch.Count;

    /// <summary>Names a file by its head, length and time of last change.</summary>
    /// <exception cref="SerjeantException">It cannot be read, or is not there.</exception>
    public static Sha256 DigestOf(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            var head = new byte[HeadBytes];
            var length = file.ReadAtLeast(head, HeadBytes, throwOnEndOfStream: false);
            Span<byte> tail = stackalloc byte[16];
            BinaryPrimitives.WriteInt64LittleEndian(tail, file.Length);
            BinaryPrimitives.WriteInt64LittleEndian(tail[8..], File.GetLastWriteTimeUtc(path).Ticks);
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            hash.AppendData(head, 0, length);
            hash.AppendData(tail);
            return new(hash.GetHashAndReset());
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

    /// <summary>Reads one log.</summary>
    /// <returns>What is kept, and what reading gave: bad lines, damage, guesses.</returns>
    /// <exception cref="SerjeantException">It cannot be read, or is no log that is known, or most of its lines are bad.</exception>
    public (TracedFile Traced, LogSummary Summary) Make(string path, CancellationToken cancellation)
    {
        var digest = DigestOf(path);
        var sifting = new TraceSifting(_house, _index, _watch, _agents, _options);
        var summary = new LogReader(_options.Reading).Read(path, sifting.Take, cancellation);
        if (summary.Bad * 2 > summary.Lines)
            throw new SerjeantException($"{path}: {summary.Bad} of {summary.Lines} lines are none of {Formats.FormatFinder.NameOf(summary.Format)}; first {summary.FirstBad[0]}. Nothing of it was kept.", retryHelps: false) { Place = path };
        sifting.Finish();
        var file = new TraceFile
        {
            Digest = digest,
            Path = Path.GetFullPath(path),
            Format = summary.Format,
            Source = summary.Source,
            First = summary.First,
            Last = summary.Last,
            Times = sifting.ReadTimes(),
            Lines = summary.Lines,
            Events = summary.Events,
            Bad = summary.Bad,
            Dropped = sifting.Dropped,
            Read = _options.Reading.Time.GetUtcNow(),
            Known = _known,
            Host = _options.Host,
            Zone = _options.Reading.Zone.Id,
            Year = _options.Reading.Year ?? 0,
        };
        return (new(file, sifting.ReadPeople(), sifting.ReadTraces()) { Untried = sifting.Untried }, summary);
    }
}
