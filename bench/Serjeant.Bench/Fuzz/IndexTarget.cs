using Serjeant.Storage.Index;
using Serjeant.Storage.Runs;

namespace Serjeant.Bench.Fuzz;

/// <summary>
/// A run of the index and a row of it, as a disk may give them back: a whole run is refused or read as it was, a block whose checksum is
/// right by malice ends, and a row is read or refused.
/// </summary>
internal static class IndexTarget
{
    public static FuzzTarget Target { get; } = new("index", Seeds, Run, "\0", "\u007f", "\u0080", "\u0081", "SerjRun1");

    private static RunInfo info = new(0, 0, 0, 0);

    private static readonly byte[] Whole = WriteRun();

    private static IEnumerable<byte[]> Seeds()
    {
        yield return Whole;
        var row = new Serjeant.Storage.Records.BlobWriter();
        new EntryRecord { Id = default, IsIndexed = true, Place = new(7, 2, 900), Date = DateTimeOffset.UnixEpoch, Targets = [1, 2], Recipients = 9 }.Write(row, 5);
        yield return row.Written.ToArray();
    }

    private static void Run(byte[] bytes)
    {
        ReadRun(bytes);
        Refused(() => EntryRecord.Read(bytes, 5));
        if (bytes.Length < 3) return;
        var cursor = new BlockCursor(new(1, 1 + (bytes[0] % 4), bytes[1] % 7));
        cursor.Load(bytes, 2, bytes.Length - 2, bytes[0]);
        var postings = 0;
        Refused(() =>
        {
            while (cursor.NextList())
                while (cursor.NextPosting()) postings++;
            return postings;
        });
        if (postings > bytes.Length) throw new FuzzException($"{postings} postings of {bytes.Length} bytes");
    }

    private static void ReadRun(byte[] bytes)
    {
        var folder = Directory.CreateTempSubdirectory("serjeant-fuzz-");
        try
        {
            File.WriteAllBytes(RunFile.PathOf(folder.FullName, 1), bytes);
            var run = Serjeant.Storage.Runs.Run.Open(folder.FullName, info);
            using var reader = new RunReader(run);
            while (reader.Next()) { }
            run.Release();
            if (!bytes.AsSpan().SequenceEqual(Whole)) throw new FuzzException("a changed run is read as if it were whole");
        }
        catch (SerjeantException)
        {
            // as it should be
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static void Refused<T>(Func<T> read)
    {
        try
        {
            read();
        }
        catch (InvalidDataException)
        {
            // as it should be
        }
    }

    private static byte[] WriteRun()
    {
        var folder = Directory.CreateTempSubdirectory("serjeant-fuzz-");
        try
        {
            var buffer = new PostingBuffer();
            for (var i = 1U; i < 600; i++) buffer.Add(new(i % 90 * 104_729, i, (byte)(i % 130)));
            info = buffer.Write(folder.FullName, 1)!;
            return File.ReadAllBytes(RunFile.PathOf(folder.FullName, 1));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
