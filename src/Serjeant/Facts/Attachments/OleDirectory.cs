using System.Buffers.Binary;
using System.Text;

namespace Serjeant.Facts.Attachments;

/// <param name="Type">1 storage, 2 stream, 5 root.</param>
internal readonly record struct OleEntry(string Name, byte Type, uint Start, long Size);

/// <summary>
/// Reads names and streams of a compound file ([MS-CFB]) from memory. Every chain of sectors is bounded by the number of sectors
/// that the file can hold, so a chain that runs in a circle ends.
/// </summary>
internal sealed class OleDirectory
{
    private const uint EndOfChain = 0xfffffffe;
    private const int EntryBytes = 128;

    private readonly ReadOnlyMemory<byte> _file;
    private readonly int _sectorBytes;
    private readonly int _smallBytes;
    private readonly uint _smallBelow;
    private readonly List<uint> _fat = [];
    private readonly byte[] _smallFat = [];
    private readonly byte[] _smallStream = [];

    /// <param name="atMost">Entries read at most.</param>
    /// <param name="streamBytes">Bytes of the container of small streams kept at most.</param>
    public OleDirectory(ReadOnlyMemory<byte> file, int atMost, int streamBytes)
    {
        _file = file;
        var head = file.Span;
        if (head.Length < 512) return;
        var shift = BinaryPrimitives.ReadUInt16LittleEndian(head[30..]);
        var smallShift = BinaryPrimitives.ReadUInt16LittleEndian(head[32..]);
        if (shift is not (9 or 12) || smallShift is < 4 or > 8) return;
        _sectorBytes = 1 << shift;
        _smallBytes = 1 << smallShift;
        _smallBelow = BinaryPrimitives.ReadUInt32LittleEndian(head[56..]);
        ReadFat(head);
        var directory = Chain(BinaryPrimitives.ReadUInt32LittleEndian(head[48..]), (long)atMost * EntryBytes);
        for (var at = 0; at + EntryBytes <= directory.Length; at += EntryBytes)
        {
            var entry = directory.AsSpan(at, EntryBytes);
            var nameBytes = BinaryPrimitives.ReadUInt16LittleEndian(entry[64..]);
            if (entry[66] == 0 || nameBytes is < 2 or > 64) continue;
            if (Entries.Count == 0) RootClass = new Guid(entry.Slice(80, 16));
            Entries.Add(new(Encoding.Unicode.GetString(entry[..(nameBytes - 2)]), entry[66],
                BinaryPrimitives.ReadUInt32LittleEndian(entry[116..]), BinaryPrimitives.ReadUInt32LittleEndian(entry[120..])));
        }
        if (Entries.Count == 0) return;
        _smallFat = Chain(BinaryPrimitives.ReadUInt32LittleEndian(head[60..]), streamBytes);
        _smallStream = Chain(Entries[0].Start, Math.Min(Entries[0].Size, streamBytes));
    }

    public List<OleEntry> Entries { get; } = [];

    public Guid RootClass { get; }

    public bool Has(string name)
    {
        foreach (var entry in Entries)
            if (entry.Name.Equals(name, StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }

    /// <summary>The first bytes of a stream; empty where it is not there or broken.</summary>
    public byte[] Read(string name, int atMost)
    {
        foreach (var entry in Entries)
            if (entry.Type == 2 && entry.Name.Equals(name, StringComparison.OrdinalIgnoreCase)) return Read(entry, atMost);
        return [];
    }

    public byte[] Read(in OleEntry entry, int atMost)
    {
        var length = Math.Min(entry.Size, atMost);
        return entry.Size < _smallBelow ? SmallChain(entry.Start, (int)length) : Chain(entry.Start, length);
    }

    private void ReadFat(ReadOnlySpan<byte> head)
    {
        var sectors = _file.Length / _sectorBytes;
        for (var i = 0; i < 109; i++)
            AddFatSector(BinaryPrimitives.ReadUInt32LittleEndian(head[(76 + (4 * i))..]), sectors);
        var next = BinaryPrimitives.ReadUInt32LittleEndian(head[68..]);
        for (var i = 0; i < sectors && Sector(next) is { IsEmpty: false } more; i++)
        {
            for (var at = 0; at < more.Length - 4; at += 4)
                AddFatSector(BinaryPrimitives.ReadUInt32LittleEndian(more[at..]), sectors);
            next = BinaryPrimitives.ReadUInt32LittleEndian(more[^4..]);
        }
    }

    private void AddFatSector(uint sector, int sectors)
    {
        var table = Sector(sector);
        for (var at = 0; at + 4 <= table.Length && _fat.Count <= sectors; at += 4)
            _fat.Add(BinaryPrimitives.ReadUInt32LittleEndian(table[at..]));
    }

    /// <summary>A sector's bytes, short at the end of a cut file; empty where there is no such sector.</summary>
    private ReadOnlySpan<byte> Sector(uint number)
    {
        var at = (number + 1L) * _sectorBytes;
        if (number >= EndOfChain - 4 || at >= _file.Length) return default;
        var bytes = _file.Span[(int)at..];
        return bytes[..Math.Min(_sectorBytes, bytes.Length)];
    }

    private byte[] Chain(uint start, long length)
    {
        if (length <= 0) return [];
        var bytes = new byte[(int)Math.Min(length, _file.Length)];
        var filled = 0;
        for (var steps = 0; filled < bytes.Length && steps <= _fat.Count; steps++)
        {
            var sector = Sector(start);
            if (sector.IsEmpty) break;
            var taken = Math.Min(sector.Length, bytes.Length - filled);
            sector[..taken].CopyTo(bytes.AsSpan(filled));
            filled += taken;
            if (start >= _fat.Count) break;
            start = _fat[(int)start];
        }
        return filled == bytes.Length ? bytes : bytes[..filled];
    }

    private byte[] SmallChain(uint start, int length)
    {
        var bytes = new byte[Math.Min(length, _smallStream.Length)];
        var filled = 0;
        for (var steps = 0; filled < bytes.Length && steps <= _smallFat.Length / 4; steps++)
        {
            var at = (long)start * _smallBytes;
            if (at >= _smallStream.Length) break;
            var taken = Math.Min(Math.Min(_smallBytes, bytes.Length - filled), _smallStream.Length - (int)at);
            _smallStream.AsSpan((int)at, taken).CopyTo(bytes.AsSpan(filled));
            filled += taken;
            if ((start + 1L) * 4 > _smallFat.Length) break;
            start = BinaryPrimitives.ReadUInt32LittleEndian(_smallFat.AsSpan((int)start * 4));
        }
        return filled == bytes.Length ? bytes : bytes[..filled];
    }
}
