using System.Buffers.Binary;
using Serjeant.Storage;

namespace Serjeant.Bench.Index;

/// <summary>
/// How many bytes each table and index of an SQLite database takes, by walking its trees (www.sqlite.org/fileformat2.html): the build that is
/// used has no dbstat. Overflow pages are not counted; only working records have any.
/// </summary>
internal sealed class TreePages(FileStream file, int pageSize)
{
    private const int FileHeader = 100, InteriorIndex = 2, InteriorTable = 5, Children = 12;

    public static Dictionary<string, long> Bytes(string path)
    {
        var roots = new List<(string Name, long Root)>();
        int pageSize;
        using (var database = Database.OpenToRead(path))
        {
            pageSize = (int)database.Ask("PRAGMA page_size");
            using var schema = database.Prepare("SELECT name, rootpage FROM sqlite_schema WHERE rootpage>0");
            while (schema.Step()) roots.Add((schema.Text(0), schema.Number(1)));
        }
        using var file = File.OpenRead(path);
        var pages = new TreePages(file, pageSize);
        return roots.ToDictionary(root => root.Name, root => pages.Count(root.Root) * pageSize, StringComparer.Ordinal);
    }

    private long Count(long number)
    {
        var page = new byte[pageSize];
        file.Position = (number - 1) * pageSize;
        file.ReadExactly(page);
        var header = number == 1 ? FileHeader : 0;
        if (page[header] is not (InteriorIndex or InteriorTable)) return 1;
        var cells = BinaryPrimitives.ReadUInt16BigEndian(page.AsSpan(header + 3));
        var first = Count(Child(0));
        // All leaves lie equally deep.
        if (first == 1) return cells + 2;
        var sum = 1 + first + Count(BinaryPrimitives.ReadUInt32BigEndian(page.AsSpan(header + 8)));
        for (var i = 1; i < cells; i++) sum += Count(Child(i));
        return sum;

        uint Child(int cell) => BinaryPrimitives.ReadUInt32BigEndian(page.AsSpan(BinaryPrimitives.ReadUInt16BigEndian(page.AsSpan(header + Children + (2 * cell)))));
    }
}
