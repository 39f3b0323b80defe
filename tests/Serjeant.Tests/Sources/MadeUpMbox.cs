using Serjeant.Sources;

namespace Serjeant.Tests.Sources;

/// <summary>An mbox of any length that is made up while it is read, so that no disk is needed to show how much memory reading takes.</summary>
internal sealed class MadeUpMbox(byte[] message, long repeats) : ForwardStream
{
    private readonly long _length = message.Length * repeats;
    private long _at;

    public override int Read(Span<byte> buffer)
    {
        var written = 0;
        while (written < buffer.Length && _at < _length)
        {
            var within = (int)(_at % message.Length);
            var count = Math.Min(message.Length - within, buffer.Length - written);
            message.AsSpan(within, count).CopyTo(buffer[written..]);
            written += count;
            _at += count;
        }
        return written;
    }
}
