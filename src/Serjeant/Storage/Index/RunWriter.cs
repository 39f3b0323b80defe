using System.Buffers.Binary;
using System.IO.Hashing;

namespace Serjeant.Storage.Index;

/// <summary>Writes a run from postings in order, in bounded memory. The file is flushed to the disk before it has a name that counts.</summary>
internal sealed class RunWriter : IDisposable
{
    /// <summary>The first byte of a list is its roles, and with this bit a count follows; without it, it is one message. Several without roles: each number has its own mark.</summary>
    public const byte Several = 0x80;

    /// <summary>Stand where the roles of one message would; a posting that really has these roles is written as several.</summary>
    public const byte LoneIdentity = 0, LoneFile = 0x7F;

    /// <summary>First key, place of the block in the file, postings in the block.</summary>
    public const int DirectoryEntry = 20;

    public const int ChecksumBytes = 8;

    /// <summary>A block is closed at the first list that ends beyond this. Half as much made no look-up faster that was measured, and the directory twice as large.</summary>
    private const int BlockBytes = 8_192;

    /// <summary>A longer list is cut into several, so that blocks, and what a reader must hold, stay small.</summary>
    private const int MostInList = 2_048;

    private const int FileBuffer = 1 << 18;

    private readonly RunFile _file;
    private readonly RunShape _shape;
    private readonly BloomFilter _filter;
    private readonly MemoryStream _directory = new();
    private readonly uint[] _numbers = new uint[MostInList];
    private readonly byte[] _marks = new byte[MostInList];
    private readonly byte[] _block = new byte[BlockBytes + (MostInList * 6) + 64];
    private readonly byte[] _out = new byte[FileBuffer];
    private int _held, _used, _blocks, _blockPostings, _unwritten;
    private long _at, _postings, _lists, _specials;
    private ulong _key, _last, _first;
    private uint _highest;
    private StoredPosting _pending;
    private bool _any;

    /// <param name="file">The name it will have.</param>
    /// <param name="shape">For the numbers that will come.</param>
    /// <param name="specials">At least as many as there will be.</param>
    public RunWriter(RunFile file, RunShape shape, long specials)
    {
        (_file, _shape) = (file, shape);
        _filter = new(specials);
    }

    /// <summary>The same posting again adds its roles to it.</summary>
    public void Add(StoredPosting posting)
    {
        if (_any && posting.IsSameAs(_pending))
        {
            _pending = _pending with { Mark = (byte)(_pending.Mark | posting.Mark) };
            return;
        }
        if (_any) Take();
        (_pending, _any) = (posting, true);
    }

    /// <summary>Writes what is left, and flushes all to the disk. Null where nothing was added: then there is no file.</summary>
    public RunInfo? Finish()
    {
        if (_any) Take();
        EndList();
        EndBlock();
        if (_postings == 0) return null;
        var directory = _at + _unwritten;
        var hash = new XxHash3();
        var entries = _directory.GetBuffer().AsSpan(0, (int)_directory.Length);
        hash.Append(entries);
        hash.Append(_filter.Bytes);
        var footer = new RunFooter
        {
            Shape = _shape,
            Highest = _highest,
            Postings = _postings,
            Lists = _lists,
            Specials = _specials,
            Blocks = _blocks,
            Directory = directory,
            FilterBytes = _filter.Bytes.Length,
            TailChecksum = hash.GetCurrentHashAsUInt64(),
        };
        Out(entries);
        Out(_filter.Bytes);
        var end = footer.Write(_file.Number);
        Out(end);
        Flush();
        _file.Settle();
        return new(_file.Number, footer.FileLength, _postings, RunFooter.ChecksumOf(end));
    }

    public void Dispose()
    {
        _file.Dispose();
        _directory.Dispose();
    }

    private void Take()
    {
        if (_held == MostInList || (_held > 0 && _pending.Key != _key)) EndList();
        _key = _pending.Key;
        (_numbers[_held], _marks[_held]) = (_pending.Number, _pending.Mark);
        _held++;
        _highest = Math.Max(_highest, _pending.Number);
        if (!Mark.IsSpecial(_pending.Mark)) return;
        _specials++;
        _filter.Add(_pending.Key);
    }

    private void EndList()
    {
        if (_held == 0) return;
        if (_used == 0) _first = _last = _key;
        Gap(_key - _last);
        _last = _key;
        var mark = _marks[0];
        if (_held == 1 && mark is not (0 or 0x7F)) EndLone(mark);
        else EndSeveral(mark is > 0 and < Several && !_marks.AsSpan(1, _held - 1).ContainsAnyExcept(mark) ? mark : (byte)0);
        _lists++;
        _postings += _held;
        _blockPostings += _held;
        _held = 0;
        if (_used >= BlockBytes) EndBlock();
    }

    private void EndLone(byte mark)
    {
        _block[_used++] = mark switch { Mark.Identity => LoneIdentity, Mark.File => LoneFile, _ => mark };
        Fixed(_numbers[0] - _shape.Lowest, _shape.NumberBytes);
    }

    private void EndSeveral(byte agreed)
    {
        _block[_used++] = (byte)(Several | agreed);
        var length = agreed == 0 ? _held : 0;
        var before = _shape.Lowest;
        foreach (var number in _numbers.AsSpan(0, _held))
        {
            length += Width(number - before);
            before = number;
        }
        Number((uint)_held);
        Number((uint)length);
        before = _shape.Lowest;
        for (var i = 0; i < _held; i++)
        {
            Number(_numbers[i] - before);
            before = _numbers[i];
            if (agreed == 0) _block[_used++] = _marks[i];
        }
    }

    private void EndBlock()
    {
        if (_used == 0) return;
        var length = _used;
        BinaryPrimitives.WriteUInt64LittleEndian(_block.AsSpan(length), XxHash3.HashToUInt64(_block.AsSpan(0, length), Seed(_file.Number, _blocks)));
        Span<byte> entry = stackalloc byte[DirectoryEntry];
        BinaryPrimitives.WriteUInt64LittleEndian(entry, _first);
        BinaryPrimitives.WriteInt64LittleEndian(entry[8..], _at + _unwritten);
        BinaryPrimitives.WriteInt32LittleEndian(entry[16..], _blockPostings);
        _directory.Write(entry);
        Out(_block.AsSpan(0, length + ChecksumBytes));
        _blocks++;
        (_used, _blockPostings) = (0, 0);
    }

    /// <summary>A block in another's place, or another run's, does not pass.</summary>
    public static long Seed(long run, int block) => (run << 32) | (uint)block;

    private void Gap(ulong gap)
    {
        Fixed(gap, _shape.GapBytes);
        Number(gap >> (8 * _shape.GapBytes));
    }

    private void Fixed(ulong value, int bytes)
    {
        for (var i = 0; i < bytes; i++, value >>= 8) _block[_used++] = (byte)value;
    }

    private void Number(ulong value)
    {
        for (; value >= 0x80; value >>= 7) _block[_used++] = (byte)(value | 0x80);
        _block[_used++] = (byte)value;
    }

    private static int Width(uint value) => (38 - System.Numerics.BitOperations.LeadingZeroCount(value | 1)) / 7;

    private void Out(ReadOnlySpan<byte> bytes)
    {
        while (bytes.Length > 0)
        {
            var part = Math.Min(bytes.Length, _out.Length - _unwritten);
            bytes[..part].CopyTo(_out.AsSpan(_unwritten));
            _unwritten += part;
            bytes = bytes[part..];
            if (_unwritten == _out.Length) Flush();
        }
    }

    private void Flush()
    {
        _file.Write(_out.AsSpan(0, _unwritten), _at);
        _at += _unwritten;
        _unwritten = 0;
    }
}
