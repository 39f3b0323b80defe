using Serjeant.Sources;

namespace Serjeant.Traces;

/// <summary>A log file's text: unpacked where it is gzipped, all members one after the other.</summary>
internal sealed class LogStream : ForwardStream
{
    /// <summary>gzip itself packs no better than about 1,030 to one, and logs of one line repeated come close; memory is bounded by lines.</summary>
    private const int GzipRatio = 2_000;

    private readonly Stream _file;
    private readonly ByteWindow? _window;
    private readonly Stream _text;

    /// <param name="file">Can seek; closed with this.</param>
    public LogStream(Stream file)
    {
        Span<byte> head = stackalloc byte[2];
        _text = _file = file;
        var gzipped = file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false) == head.Length && head is [0x1F, 0x8B];
        file.Position = 0;
        if (!gzipped) return;
        _window = new(file, blocking: true, expected: 0);
        _text = new GzipUnpacking(_window, GzipRatio);
    }

    public override int Read(Span<byte> buffer) => _text.Read(buffer);

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _text.Dispose();
            _window?.Dispose();
            _file.Dispose();
        }
        base.Dispose(disposing);
    }
}
