namespace Serjeant.Storage.Index;

/// <summary>Goes through one block of a run, list by list. Whatever the bytes are, it ends, and reads nothing beyond them.</summary>
/// <exception cref="InvalidDataException">From any method: the bytes are no block.</exception>
internal sealed class BlockCursor(RunShape shape)
{
    private byte[] _bytes = [];
    private int _at, _end, _next, _left;
    private byte _tag;
    private uint _before;

    public ulong Key { get; private set; }

    /// <summary>Postings in the list; a long list is several with the same key.</summary>
    public int Count { get; private set; }

    public uint Number { get; private set; }

    public byte Mark { get; private set; }

    public void Load(byte[] bytes, int start, int length, ulong firstKey)
    {
        (_bytes, _at, _next, _end) = (bytes, start, start, start + length);
        (Key, _left) = (firstKey, 0);
    }

    /// <summary>Goes to the next list, whether or not all of this one was read.</summary>
    public bool NextList()
    {
        _at = _next;
        if (_at == _end) return false;
        Key += Gap();
        _tag = Byte();
        if (_tag < RunWriter.Several)
        {
            (Count, _next) = (1, _at + shape.NumberBytes);
        }
        else
        {
            var count = Number32();
            var length = Number32();
            if (count == 0 || count > length || length > _end - _at) throw Damaged();
            (Count, _next) = ((int)count, _at + (int)length);
        }
        if (_next > _end) throw Damaged();
        (_left, _before) = (Count, shape.Lowest);
        return true;
    }

    public bool NextPosting()
    {
        if (_left == 0) return false;
        _left--;
        if (_tag < RunWriter.Several)
        {
            Number = shape.Lowest + (uint)Fixed(shape.NumberBytes);
            Mark = _tag switch { RunWriter.LoneIdentity => Index.Mark.Identity, RunWriter.LoneFile => Index.Mark.File, _ => _tag };
            return true;
        }
        Number = _before += Number32();
        Mark = _tag == RunWriter.Several ? Byte() : (byte)(_tag & 0x7F);
        if (_at > _next) throw Damaged();
        return true;
    }

    private ulong Gap()
    {
        var low = Fixed(shape.GapBytes);
        return low | (Varying(Index.Mark.KeyBits - (8 * shape.GapBytes)) << (8 * shape.GapBytes));
    }

    private ulong Fixed(int bytes)
    {
        if (_end - _at < bytes) throw Damaged();
        var value = 0UL;
        for (var i = 0; i < bytes; i++) value |= (ulong)_bytes[_at + i] << (8 * i);
        _at += bytes;
        return value;
    }

    private uint Number32() => (uint)Varying(32);

    private ulong Varying(int bits)
    {
        var value = 0UL;
        for (var shift = 0; shift < 63; shift += 7)
        {
            var part = Byte();
            value |= (ulong)(part & 0x7F) << shift;
            if (part < 0x80) return value >> bits == 0 ? value : throw Damaged();
        }
        throw Damaged();
    }

    private byte Byte() => _at < _end ? _bytes[_at++] : throw Damaged();

    private static InvalidDataException Damaged() => new("A block of the index ends early or holds impossible numbers.");
}
