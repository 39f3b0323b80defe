namespace Serjeant.Tests.Sources;

/// <summary>Gives some bytes, seven at a time, and then fails as a disk does.</summary>
internal sealed class FailingStream(byte[] bytes, int good) : MemoryStream(bytes, writable: false)
{
    public override int Read(Span<byte> buffer)
    {
        if (Position >= good)
            throw new IOException("the disk is on fire");
        return base.Read(buffer[..Math.Min(buffer.Length, Math.Min(7, good - (int)Position))]);
    }
}
