using System.Buffers.Binary;
using System.IO.Hashing;
using Microsoft.Win32.SafeHandles;

namespace Serjeant.Storage.Index;

/// <summary>
/// A run opened for reading: sorted postings in blocks that are checked when they are read, and in memory where each block begins. Held by
/// whoever reads it; closed when the last lets go, and deleted then if it has been replaced.
/// </summary>
internal sealed class Run
{
    private readonly string _path;
    private readonly SafeFileHandle _handle;
    private readonly ulong[] _firstKeys;
    private readonly long[] _offsets;
    private readonly int[] _postings;
    private readonly BloomFilter _filter;
    private int _holders = 1;
    private volatile bool _replaced;

    private Run(string path, SafeFileHandle handle, RunInfo info, RunFooter footer, byte[] tail)
    {
        (_path, _handle, Info, Footer) = (path, handle, info, footer);
        _firstKeys = new ulong[footer.Blocks];
        _offsets = new long[footer.Blocks + 1];
        _postings = new int[footer.Blocks];
        for (var i = 0; i < footer.Blocks; i++)
        {
            var entry = tail.AsSpan(i * RunWriter.DirectoryEntry);
            _firstKeys[i] = BinaryPrimitives.ReadUInt64LittleEndian(entry);
            _offsets[i] = BinaryPrimitives.ReadInt64LittleEndian(entry[8..]);
            _postings[i] = BinaryPrimitives.ReadInt32LittleEndian(entry[16..]);
        }
        _offsets[^1] = footer.Directory;
        _filter = new(tail[(footer.Blocks * RunWriter.DirectoryEntry)..]);
    }

    public RunInfo Info { get; }

    public RunFooter Footer { get; }

    public int Blocks => _firstKeys.Length;

    /// <exception cref="SerjeantException">The file is not what the manifest says.</exception>
    public static Run Open(string folder, RunInfo info)
    {
        var path = RunFile.PathOf(folder, info.Number);
        if (!File.Exists(path)) throw RunFile.Damaged(path, "the file is missing");
        var handle = RunFile.Guard(path, () => File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete));
        try
        {
            var length = RandomAccess.GetLength(handle);
            if (length != info.Length || length < RunFooter.Length) throw RunFile.Damaged(path, $"it has {length} bytes, not {info.Length}");
            var end = new byte[RunFooter.Length];
            Read(path, handle, end, length - end.Length);
            if (RunFooter.Read(end, info.Number) is not { } footer || RunFooter.ChecksumOf(end) != info.Checksum || footer.FileLength != length)
                throw RunFile.Damaged(path, "its end is not that of this run");
            var tail = new byte[length - RunFooter.Length - footer.Directory];
            Read(path, handle, tail, footer.Directory);
            if (XxHash3.HashToUInt64(tail) != footer.TailChecksum) throw RunFile.Damaged(path, "its directory fails its checksum");
            return new(path, handle, info, footer, tail);
        }
        catch
        {
            handle.Dispose();
            throw;
        }
    }

    public ulong FirstKey(int block) => _firstKeys[block];

    public int PostingsIn(int block) => _postings[block];

    /// <summary>Whether the run may hold a special posting of the key.</summary>
    public bool MayHaveSpecial(ulong key) => _filter.MayHave(key);

    /// <summary>The block in which a key's first posting stands, if it is anywhere.</summary>
    public int BlockOf(ulong key)
    {
        var at = Array.BinarySearch(_firstKeys, key);
        if (at < 0) at = ~at;
        // Several blocks may begin with it, and the first of its lists may end the block before those.
        while (at > 0 && at < Blocks && _firstKeys[at - 1] == key) at--;
        return Math.Max(0, at - 1);
    }

    /// <summary>Whether whole blocks are of this key alone.</summary>
    public bool IsLong(ulong key) => BlockOf(key) is var block && block + 2 < Blocks && _firstKeys[block + 1] == key && _firstKeys[block + 2] == key;

    /// <summary>Bytes from the beginning of one block to the end of another.</summary>
    public int BytesOf(int first, int last) => checked((int)(_offsets[last + 1] - _offsets[first]));

    /// <summary>How many blocks from this one on fit into so many bytes; at least one.</summary>
    public int BlocksWithin(int first, int bytes)
    {
        var last = first;
        while (last + 1 < Blocks && _offsets[last + 2] - _offsets[first] <= bytes) last++;
        return last - first + 1;
    }

    /// <summary>Reads blocks that lie one behind the other, and checks each.</summary>
    public void ReadBlocks(int first, int count, byte[] into)
    {
        var start = _offsets[first];
        Read(_path, _handle, into.AsSpan(0, BytesOf(first, first + count - 1)), start);
        for (var block = first; block < first + count; block++)
        {
            var bytes = into.AsSpan((int)(_offsets[block] - start), BytesOf(block, block) - RunWriter.ChecksumBytes);
            var sum = BinaryPrimitives.ReadUInt64LittleEndian(into.AsSpan((int)(_offsets[block + 1] - start) - RunWriter.ChecksumBytes));
            if (sum != XxHash3.HashToUInt64(bytes, RunWriter.Seed(Info.Number, block))) throw RunFile.Damaged(_path, $"block {block} fails its checksum");
        }
    }

    /// <summary>Where a block that was read with others stands among them.</summary>
    public int PlaceOf(int block, int first) => (int)(_offsets[block] - _offsets[first]);

    public SerjeantException Damaged(InvalidDataException problem) => RunFile.Damaged(_path, "a block holds impossible numbers", problem);

    public Run Hold()
    {
        Interlocked.Increment(ref _holders);
        return this;
    }

    public void Release()
    {
        if (Interlocked.Decrement(ref _holders) > 0) return;
        _handle.Dispose();
        if (_replaced) RunFile.Delete(_path);
    }

    /// <summary>No longer in the manifest: its file goes when the last holder lets go.</summary>
    public void Replace() => _replaced = true;

    private static void Read(string path, SafeFileHandle handle, Span<byte> into, long offset) => _ = Read(path, handle, into, offset, 0);

    private static int Read(string path, SafeFileHandle handle, Span<byte> into, long offset, int done)
    {
        try
        {
            while (done < into.Length)
            {
                var read = RandomAccess.Read(handle, into[done..], offset + done);
                if (read == 0) throw RunFile.Damaged(path, "it ends early");
                done += read;
            }
            return done;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw RunFile.Failed(path, problem);
        }
    }
}
