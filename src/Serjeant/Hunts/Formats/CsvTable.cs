using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using Serjeant.Hunts.Tips;

namespace Serjeant.Hunts.Formats;

/// <summary>A column that holds selectors.</summary>
/// <param name="Index">From 0.</param>
/// <param name="Kind">What its header says they are; empty where each says so itself.</param>
internal readonly record struct CsvColumn(int Index, string Kind);

/// <summary>How a table is written and what stands in which column; told by its header or, without one, by what its first rows hold.</summary>
/// <param name="Delimiter">What stands between fields.</param>
/// <param name="Header">Line of the header, from 1; 0 where there is none. Rows before it are comments.</param>
/// <param name="Columns">Those with selectors.</param>
internal sealed record CsvTable(char Delimiter, int Header, ImmutableArray<CsvColumn> Columns)
{
    private const int SampleRows = 30, SampleBytes = 64 * 1024;

    // Longer than any URL that is kept; a quotation that does not end would take the whole file else.
    private const int MaximumField = 64 * 1024;

    private static readonly FrozenDictionary<string, string> Values = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["indicator"] = "", ["indicatorvalue"] = "", ["value"] = "", ["ioc"] = "", ["iocvalue"] = "", ["observable"] = "", ["observablevalue"] = "", ["selector"] = "", ["artifact"] = "",
        ["domain"] = "host", ["domainname"] = "host", ["host"] = "host", ["hostname"] = "host", ["fqdn"] = "host", ["url"] = "url", ["uri"] = "url", ["ip"] = "ip", ["ipv4"] = "ip",
        ["ipv6"] = "ip", ["ipaddress"] = "ip", ["srcip"] = "ip", ["dstip"] = "ip", ["cidr"] = "ip", ["email"] = "address", ["emailaddress"] = "address", ["mail"] = "address",
        ["sender"] = "from", ["senderaddress"] = "from", ["from"] = "from", ["fromaddress"] = "from", ["replyto"] = "reply-to", ["subject"] = "subject", ["emailsubject"] = "subject",
        ["hash"] = "hash", ["filehash"] = "hash", ["md5"] = "hash", ["md5hash"] = "hash", ["sha1"] = "hash", ["sha1hash"] = "hash", ["sha256"] = "hash", ["sha256hash"] = "hash",
        ["filename"] = "filename", ["attachment"] = "filename", ["messageid"] = "message-id", ["xmailer"] = "software",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The column that says what the selectors of the others are; -1 where none.</summary>
    public int Type { get; init; } = -1;

    /// <summary>The column that says whether they are meant for detection, as MISP writes it; -1 where none.</summary>
    public int ToIds { get; init; } = -1;

    /// <summary>The column that says where they come from; -1 where none.</summary>
    public int Reference { get; init; } = -1;

    /// <summary>Null where the text is no table of selectors.</summary>
    public static CsvTable? Of(ReadOnlySpan<byte> bytes)
    {
        var head = Encoding.UTF8.GetString(bytes[..Math.Min(bytes.Length, SampleBytes)]);
        var lines = head.Split('\n').Select(static l => l.TrimEnd('\r')).ToList();
        // The last may be cut.
        if (bytes.Length > SampleBytes && lines.Count > 1) lines.RemoveAt(lines.Count - 1);
        foreach (var delimiter in (ReadOnlySpan<char>)[',', ';', '\t', '|'])
            if (WithHeader(lines, delimiter) is { } table) return table;
        var rows = lines.Where(static l => l.Trim().Length > 0 && l.TrimStart()[0] != '#').Take(SampleRows).ToList();
        // A list may have commas in its URLs and subjects.
        if (rows.Count == 0 || rows.Count(static l => SelectorText.Read(l).Reason is null) * 2 > rows.Count) return null;
        foreach (var delimiter in (ReadOnlySpan<char>)[',', ';', '\t', '|'])
            if (WithoutHeader(rows, delimiter) is { } table) return table;
        return null;
    }

    public static CsvParser Open(TextReader reader, char delimiter) => new(reader, new CsvConfiguration(CultureInfo.InvariantCulture)
    {
        Delimiter = delimiter.ToString(),
        MaxFieldSize = MaximumField,
        BadDataFound = null,
        IgnoreBlankLines = true,
        TrimOptions = TrimOptions.Trim,
        HasHeaderRecord = false,
    });

    /// <summary>The first line that is no comment, or the last comment before it: some feeds write their header as one.</summary>
    private static CsvTable? WithHeader(List<string> lines, char delimiter)
    {
        for (var i = 0; i < lines.Count && i < 200; i++)
        {
            var line = lines[i].Trim();
            if (line.Length == 0) continue;
            var names = Split(line.TrimStart('#', ' '), delimiter).Select(Plain).ToList();
            // A single word may be a host; a comment of one known word and a comma is a sentence.
            if (names.Count >= 2 && names.Count(n => Values.ContainsKey(n)) is > 0 and var known && (line[0] != '#' || known >= 2 || names.Count >= 4 && names.All(n => n.Length is > 0 and <= 24)))
                return Of(names, delimiter, i + 1);
            if (line[0] != '#') return null;
        }
        return null;
    }

    private static CsvTable Of(List<string> names, char delimiter, int line)
    {
        var generic = names.FindIndex(n => Values.TryGetValue(n, out var kind) && kind.Length == 0);
        var columns = names.Select(static (n, i) => (Name: n, Index: i)).Where(c => Values.ContainsKey(c.Name)).Select(c => new CsvColumn(c.Index, Values[c.Name]));
        return new(delimiter, line, generic >= 0 ? [new(generic, "")] : [.. columns])
        {
            Type = generic >= 0 ? names.FindIndex(static n => n is "type" or "indicatortype" or "ioctype" or "observabletype" or "kind") : -1,
            ToIds = names.IndexOf("toids"),
            Reference = names.FindIndex(static n => n is "reference" or "source" or "report" or "link"),
        };
    }

    private static CsvTable? WithoutHeader(List<string> lines, char delimiter)
    {
        var rows = lines.Select(l => Split(l, delimiter)).ToList();
        var width = rows[0].Length;
        if (width < 2 || rows.Any(r => r.Length != width)) return null;
        var columns = Enumerable.Range(0, width).Where(i => rows.Count(r => SelectorText.Read(r[i]).Reason is null) * 5 >= rows.Count * 3).Select(static i => new CsvColumn(i, "")).ToImmutableArray();
        return columns.IsEmpty ? null : new(delimiter, 0, columns);
    }

    private static string[] Split(string line, char delimiter)
    {
        using var reader = new StringReader(line);
        using var parser = Open(reader, delimiter);
        try
        {
            return parser.Read() && parser.Record is { } fields ? fields : [];
        }
        catch (CsvHelperException)
        {
            return [];
        }
    }

    /// <summary>"IP_Address" and "ip address" are one name.</summary>
    private static string Plain(string name)
    {
        var plain = new StringBuilder();
        foreach (var c in name.AsSpan(0, Math.Min(name.Length, 40)))
            if (char.IsAsciiLetterOrDigit(c)) plain.Append(char.ToLowerInvariant(c));
        return plain.ToString();
    }
}
