using System.Buffers.Binary;
using System.Text;

namespace Serjeant.Storage.Records;

/// <summary>Reads what <see cref="BlobWriter"/> wrote.</summary>
/// <remarks>Every failure is an <see cref="InvalidDataException"/>: damaged bytes never read past the end, nor ask for memory they do not fill.</remarks>
internal ref struct BlobReader(ReadOnlySpan<byte> bytes)
{
    private ReadOnlySpan<byte> _rest = bytes;

    public readonly bool AtEnd => _rest.IsEmpty;

    public byte Byte() => Bytes(1)[0];

    public ReadOnlySpan<byte> Bytes(int count)
    {
        if ((uint)count > (uint)_rest.Length) throw Damaged();
        var taken = _rest[..count];
        _rest = _rest[count..];
        return taken;
    }

    public uint Fixed32() => BinaryPrimitives.ReadUInt32LittleEndian(Bytes(4));

    public long Fixed64() => BinaryPrimitives.ReadInt64LittleEndian(Bytes(8));

    public ulong Number()
    {
        var value = 0UL;
        for (var i = 0; i < _rest.Length && i < 10; i++)
        {
            value |= (ulong)(_rest[i] & 0x7F) << (7 * i);
            if (_rest[i] >= 0x80) continue;
            _rest = _rest[(i + 1)..];
            return value;
        }
        throw Damaged();
    }

    public int Small() => Number() is <= int.MaxValue and var value ? (int)value : throw Damaged();

    /// <summary>How many things follow, each of at least <paramref name="least"/> bytes.</summary>
    public int Count(int least) => Small() is var count && count <= _rest.Length / least ? count : throw Damaged();

    public long Signed()
    {
        var value = Number();
        return (long)(value >> 1) ^ -(long)(value & 1);
    }

    public string Text()
    {
        var bytes = TextBytes(out var halves);
        if (bytes.IsEmpty) return "";
        if (!halves) return Encoding.UTF8.GetString(bytes);
        // .NET's decoder would replace the very half pairs for whose sake this is UTF-16.
        var text = new char[bytes.Length / 2];
        for (var i = 0; i < text.Length; i++) text[i] = (char)BinaryPrimitives.ReadUInt16LittleEndian(bytes[(2 * i)..]);
        return new(text);
    }

    private ReadOnlySpan<byte> TextBytes(out bool halves)
    {
        var header = Number();
        halves = (header & 1) == 1;
        return header >> 1 <= (ulong)_rest.Length ? Bytes((int)(header >> 1)) : throw Damaged();
    }

    private static InvalidDataException Damaged() => new("A stored record ends early or holds impossible numbers.");
}
