using System.Text;
using Serjeant.Hunts.Formats;
using Serjeant.Sources;

namespace Serjeant.Hunts.Tips;

/// <summary>
/// Reads tips. What a file is its content tells, never its name: selectors line by line, CSV, a STIX 2 bundle, an event of MISP; any of them gzipped.
/// Nothing a file holds makes this throw: what cannot be used is listed with place and reason.
/// </summary>
public sealed class TipReader(TipLimits? limits = null)
{
    // What a tip of the largest size allowed may be packed to.
    private const int GzipRatio = 1_000;

    private readonly TipLimits _limits = limits ?? TipLimits.Default;

    /// <summary>Selectors given one by one.</summary>
    public Tip Read(IReadOnlyList<string> arguments)
    {
        ArgumentNullException.ThrowIfNull(arguments);
        var draft = new TipDraft(_limits);
        for (var i = 0; i < arguments.Count; i++) draft.Add(SelectorText.Read(arguments[i]), arguments[i], $"argument {i + 1}", Origin.Unknown);
        return draft.ToTip("arguments", TipKind.Lines);
    }

    /// <exception cref="SerjeantException">The file is not there, or may not be read.</exception>
    public async Task<Tip> ReadAsync(string path, CancellationToken cancellation = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        try
        {
            var stream = path == SourceFile.StandardInput ? Console.OpenStandardInput() : File.OpenRead(path);
            await using var opened = stream.ConfigureAwait(false);
            return await ReadAsync(stream, path, cancellation).ConfigureAwait(false);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            throw new SerjeantException($"{path}: the tip cannot be read: {e.Message}", retryHelps: e is IOException and not FileNotFoundException and not DirectoryNotFoundException, e) { Place = path };
        }
    }

    /// <param name="stream">Read from where it stands to its end, or to the bound.</param>
    /// <param name="source">What to call it.</param>
    /// <param name="cancellation">Ends the reading.</param>
    /// <exception cref="IOException">The stream fails; a damaged gzip is no such failure but listed.</exception>
    public async Task<Tip> ReadAsync(Stream stream, string source, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        var draft = new TipDraft(_limits);
        using var window = new ByteWindow(stream, stream.CanSeek, 0);
        await window.HoldAsync(2, cancellation).ConfigureAwait(false);
        MemoryStream bytes;
        if (window.Bytes.StartsWith((ReadOnlySpan<byte>)[0x1f, 0x8b]))
        {
            var unpacking = new GzipUnpacking(window, GzipRatio);
            await using var unpacked = unpacking.ConfigureAwait(false);
            using var inner = new ByteWindow(unpacking, stream.CanSeek, 0);
            bytes = await DrainAsync(inner, draft, cancellation).ConfigureAwait(false);
        }
        else
        {
            bytes = await DrainAsync(window, draft, cancellation).ConfigureAwait(false);
        }
        using (bytes) return Read(bytes.GetBuffer().AsMemory(0, (int)bytes.Length), source, draft, cancellation);
    }

    private static Tip Read(ReadOnlyMemory<byte> bytes, string source, TipDraft draft, CancellationToken cancellation)
    {
        bytes = ToUtf8(bytes);
        var kind = TipLikeness.Of(bytes.Span);
        switch (kind)
        {
            case TipKind.Stix:
                new StixReader(draft).Read(bytes, cancellation);
                break;
            case TipKind.Misp:
                new MispReader(draft).Read(bytes, cancellation);
                break;
            case TipKind.Csv:
                CsvReader.Read(bytes, draft, cancellation);
                break;
            case TipKind.Message:
                draft.Refuse("line 1", "", "a message: it is hunted with --like");
                break;
            default:
                LinesReader.Read(bytes.Span, draft, cancellation);
                break;
        }
        if (draft.IsEmpty) draft.Refuse("", "", bytes.IsEmpty ? "the file is empty" : "nothing stands in it that could be looked for");
        return draft.ToTip(source, kind);
    }

    private async Task<MemoryStream> DrainAsync(ByteWindow window, TipDraft draft, CancellationToken cancellation)
    {
        var bytes = new MemoryStream();
        do
        {
            var taken = Math.Min(window.Length, _limits.Bytes - (int)bytes.Length);
            bytes.Write(window.Bytes[..taken]);
            window.Consume(taken);
            if (window.Length > 0)
            {
                draft.Refuse($"byte {bytes.Length}", "", $"from here on: more than {_limits.Bytes} bytes");
                return bytes;
            }
        }
        while (await window.FillAsync(cancellation).ConfigureAwait(false));
        if (window.Failure is { } failure) draft.Refuse($"byte {bytes.Length}", "", $"from here on: {failure}");
        return bytes;
    }

    /// <summary>Windows programs write UTF-16 with a mark before it.</summary>
    private static ReadOnlyMemory<byte> ToUtf8(ReadOnlyMemory<byte> bytes) => bytes.Span switch
    {
        [0xef, 0xbb, 0xbf, ..] => bytes[3..],
        [0xff, 0xfe, ..] => Encoding.UTF8.GetBytes(Encoding.Unicode.GetString(bytes.Span[2..])),
        [0xfe, 0xff, ..] => Encoding.UTF8.GetBytes(Encoding.BigEndianUnicode.GetString(bytes.Span[2..])),
        _ => bytes,
    };
}
