namespace Serjeant.Tests.Sources;

/// <summary>Gives its bytes seven at a time, as a slow pipe may.</summary>
internal sealed class DrippingStream(byte[] bytes) : MemoryStream(bytes, writable: false)
{
    public override int Read(Span<byte> buffer) => base.Read(buffer[..Math.Min(buffer.Length, 7)]);
}
