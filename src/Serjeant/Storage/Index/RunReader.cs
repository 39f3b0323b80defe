using System.Buffers;

namespace Serjeant.Storage.Index;

/// <summary>Reads a run's postings: from the beginning, or from a key on, forwards only. One thread at a time.</summary>
internal sealed class RunReader(Run run, int ahead = RunReader.Little) : IDisposable
{
    /// <summary>Bytes read at once where most blocks are wanted, where some are, and where one is.</summary>
    public const int Much = 1 << 18, Little = 1;

    private readonly BlockCursor _cursor = new(run.Footer.Shape);
    private byte[] _bytes = [];
    private int _first, _count, _block = -1;
    private bool _onList, _ended;

    public Run Run => run;

    public StoredPosting Current => new(_cursor.Key, _cursor.Number, _cursor.Mark);

    /// <summary>The next posting, whatever its key.</summary>
    public bool Next()
    {
        try
        {
            while (true)
            {
                if (_onList && _cursor.NextPosting()) return true;
                if (!NextList()) return false;
            }
        }
        catch (InvalidDataException problem)
        {
            throw run.Damaged(problem);
        }
    }

    /// <summary>Keys may be asked for from the first again; the block read last is still there.</summary>
    public void Restart() => (_block, _onList, _ended) = (-1, false, false);

    /// <summary>Goes forwards to the first list of a key. Keys must be asked for in ascending order.</summary>
    public bool Seek(ulong key)
    {
        try
        {
            if (_onList && _cursor.Key >= key) return _cursor.Key == key;
            if (_ended) return false;
            var block = run.BlockOf(key);
            if (block > _block) Load(block);
            while (true)
            {
                if (_onList = _cursor.NextList())
                {
                    if (_cursor.Key >= key) return _cursor.Key == key;
                    continue;
                }
                _ended = _block + 1 == run.Blocks;
                // The next block is not read only to learn that it begins later.
                if (_ended || run.FirstKey(_block + 1) > key) return false;
                Load(_block + 1);
            }
        }
        catch (InvalidDataException problem)
        {
            throw run.Damaged(problem);
        }
    }

    /// <summary>The next posting of the key that was sought; false at its end.</summary>
    public bool NextOf(ulong key)
    {
        try
        {
            while (_onList && _cursor.Key == key)
            {
                if (_cursor.NextPosting()) return true;
                if (!NextList()) return false;
            }
            return false;
        }
        catch (InvalidDataException problem)
        {
            throw run.Damaged(problem);
        }
    }

    /// <summary>How many postings the sought key has from here on: whole blocks of it are not read.</summary>
    public long CountOf(ulong key)
    {
        var count = 0L;
        try
        {
            while (_onList && _cursor.Key == key)
            {
                count += _cursor.Count;
                if (_cursor.NextList()) continue;
                var next = _block + 1;
                for (; next + 1 < run.Blocks && run.FirstKey(next) == key && run.FirstKey(next + 1) == key; next++) count += run.PostingsIn(next);
                if (next >= run.Blocks || run.FirstKey(next) > key) break;
                Load(next);
                _onList = _cursor.NextList();
            }
        }
        catch (InvalidDataException problem)
        {
            throw run.Damaged(problem);
        }
        return count;
    }

    /// <summary>Gives its memory back; a reader that is not disposed of loses nothing else.</summary>
    public void Dispose()
    {
        (_first, _count) = (0, 0);
        if (_bytes.Length > 0) ArrayPool<byte>.Shared.Return(_bytes);
        _bytes = [];
    }

    private bool NextList()
    {
        while (_block < 0 || !_cursor.NextList())
        {
            if (_block + 1 >= run.Blocks)
            {
                _ended = true;
                return _onList = false;
            }
            Load(_block + 1);
        }
        return _onList = true;
    }

    private void Load(int block)
    {
        if (block < _first || block >= _first + _count)
        {
            var count = run.BlocksWithin(block, ahead);
            var bytes = run.BytesOf(block, block + count - 1);
            if (_bytes.Length < bytes)
            {
                Dispose();
                _bytes = ArrayPool<byte>.Shared.Rent(Math.Max(bytes, ahead));
            }
            run.ReadBlocks(block, count, _bytes);
            (_first, _count) = (block, count);
        }
        _cursor.Load(_bytes, run.PlaceOf(block, _first), run.BytesOf(block, block) - RunWriter.ChecksumBytes, run.FirstKey(block));
        (_block, _onList) = (block, false);
    }
}
