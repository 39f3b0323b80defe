using System.Buffers;

namespace Serjeant.Facts.Attachments;

/// <summary>Bytes in a rented array; given back on disposal, after which nothing may keep the memory.</summary>
internal readonly struct PooledBytes(byte[]? rented, int length, bool cut) : IDisposable
{
    public ReadOnlyMemory<byte> Memory => rented is null ? default : rented.AsMemory(0, length);

    public int Length => length;

    /// <summary>Whether a bound ended the bytes before their own end.</summary>
    public bool Cut => cut;

    public void Dispose()
    {
        if (rented is not null) ArrayPool<byte>.Shared.Return(rented);
    }
}
