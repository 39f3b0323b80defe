using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.InteropServices;
using System.Text.Unicode;

namespace Serjeant.Storage.Records;

/// <summary>Writes numbers and texts into one growing buffer, which is used again for the next message.</summary>
internal sealed class BlobWriter
{
    /// <summary>A buffer that one huge message made grow is let go of afterwards.</summary>
    private const int KeptCapacity = 1 << 20;

    private byte[] _buffer = new byte[4096];
    private int _length;

    public ReadOnlySpan<byte> Written => _buffer.AsSpan(0, _length);

    public void Clear()
    {
        _length = 0;
        if (_buffer.Length > KeptCapacity) _buffer = new byte[4096];
    }

    public void Byte(byte value)
    {
        Reserve(1);
        _buffer[_length++] = value;
    }

    public void Bytes(ReadOnlySpan<byte> value)
    {
        Reserve(value.Length);
        value.CopyTo(_buffer.AsSpan(_length));
        _length += value.Length;
    }

    public void Fixed32(uint value)
    {
        Reserve(4);
        BinaryPrimitives.WriteUInt32LittleEndian(_buffer.AsSpan(_length), value);
        _length += 4;
    }

    public void Fixed64(long value)
    {
        Reserve(8);
        BinaryPrimitives.WriteInt64LittleEndian(_buffer.AsSpan(_length), value);
        _length += 8;
    }

    /// <summary>Seven bits a byte, the lowest first (LEB128).</summary>
    public void Number(ulong value)
    {
        Reserve(10);
        while (value >= 0x80)
        {
            _buffer[_length++] = (byte)(value | 0x80);
            value >>= 7;
        }
        _buffer[_length++] = (byte)value;
    }

    public void Number(int value) => Number((uint)value);

    /// <summary>Small numbers of either sign stay short (zigzag).</summary>
    public void Signed(long value) => Number((ulong)((value << 1) ^ (value >> 63)));

    /// <summary>UTF-8, or UTF-16 where there is a half surrogate pair, which UTF-8 cannot hold: twice the bytes, plus 1 for UTF-16, then the bytes.</summary>
    public void Text(ReadOnlySpan<char> value)
    {
        // Nearly all texts are short: one byte is left for the length, and moved only where that was too little.
        Reserve(value.Length * 3 + 10);
        if (Utf8.FromUtf16(value, _buffer.AsSpan(_length + 1), out _, out var bytes, replaceInvalidSequences: false) != System.Buffers.OperationStatus.Done)
        {
            var halves = MemoryMarshal.AsBytes(value);
            Number(((ulong)halves.Length << 1) | 1);
            if (BitConverter.IsLittleEndian) Bytes(halves);
            else foreach (var c in value) Bytes([(byte)c, (byte)(c >> 8)]);
            return;
        }
        var header = (uint)bytes << 1;
        var width = (38 - BitOperations.LeadingZeroCount(header | 1)) / 7;
        if (width > 1) _buffer.AsSpan(_length + 1, bytes).CopyTo(_buffer.AsSpan(_length + width));
        Number((ulong)header);
        _length += bytes;
    }

    private void Reserve(int more)
    {
        if (_buffer.Length - _length < more)
            Array.Resize(ref _buffer, Math.Max(_buffer.Length * 2, _length + more));
    }
}
