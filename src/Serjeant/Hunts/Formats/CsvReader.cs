using System.Text;
using CsvHelper;
using Serjeant.Hunts.Tips;

namespace Serjeant.Hunts.Formats;

/// <summary>Tables of selectors (RFC 4180, and what spreadsheets make of it: semicolons, tabs, bars).</summary>
internal static class CsvReader
{
    // Reports that rows name; a file with more gives them one by one.
    private const int MostOrigins = 10_000;

    public static void Read(ReadOnlyMemory<byte> bytes, TipDraft draft, CancellationToken cancellation)
    {
        if (CsvTable.Of(bytes.Span) is not { } table) return;
        using var stream = new MemoryStream(bytes.ToArray(), writable: false);
        using var reader = new StreamReader(stream, Encoding.UTF8);
        using var parser = CsvTable.Open(reader, table.Delimiter);
        var origins = new Dictionary<string, Origin>(StringComparer.Ordinal);
        try
        {
            while (parser.Read())
            {
                if (parser.RawRow <= table.Header || parser.Record is not { } row || row.Length == 0 || row[0].StartsWith('#')) continue;
                var place = $"line {parser.RawRow}";
                if (draft.IsFull)
                {
                    draft.Refuse(place, "", $"from here on: more than {draft.Limits.Entries} entries");
                    return;
                }
                if ((parser.Row & 0xfff) == 0) cancellation.ThrowIfCancellationRequested();
                Add(row, table, place, draft, origins);
            }
        }
        catch (CsvHelperException)
        {
            draft.Refuse($"line {parser.RawRow}", "", "from here on: a quotation that does not end");
        }
    }

    private static void Add(string[] row, CsvTable table, string place, TipDraft draft, Dictionary<string, Origin> origins)
    {
        var text = string.Join(table.Delimiter, row);
        if (Field(row, table.ToIds) is "0" or "false" or "False" && !draft.Limits.Observed)
        {
            draft.Refuse(place, text, "not for detection: its to_ids is not set");
            return;
        }
        var reference = Field(row, table.Reference);
        if (!origins.TryGetValue(reference, out var origin))
        {
            origin = reference.Length == 0 ? Origin.Unknown : new() { Reference = Asked.Bound(reference) };
            if (origins.Count < MostOrigins) origins.Add(reference, origin);
        }
        var parts = new List<(Asked, string)>();
        foreach (var column in table.Columns)
        {
            var value = Field(row, column.Index);
            if (value.Length == 0) continue;
            var type = Field(row, table.Type);
            if (table.ToIds >= 0 && type.Length > 0) parts.AddRange(MispType.Read(type, value));
            else parts.Add((NamedKinds.Read(column.Kind.Length > 0 ? column.Kind : type, value) ?? SelectorText.Read(value), value));
        }
        if (parts.Count == 0) draft.Refuse(place, text, "nothing stands in the columns that hold selectors");
        else draft.Add(parts, text, place, origin);
    }

    private static string Field(string[] row, int index) => index >= 0 && index < row.Length ? row[index] : "";
}
