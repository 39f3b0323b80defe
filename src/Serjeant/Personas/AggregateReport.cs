using System.Collections.Immutable;
using System.Globalization;
using System.Net;
using System.Xml;
using MimeKit;
using Serjeant.Facts;
using Serjeant.Facts.Attachments;
using Serjeant.Facts.Headers;
using Serjeant.Registers;
using Serjeant.Values;

namespace Serjeant.Personas;

/// <summary>DMARC aggregate reports out of one mail or file.</summary>
/// <param name="Rows">Those that failed for domains of ours.</param>
/// <param name="Reports">How many reports there were, with or without such rows.</param>
/// <param name="Fault">What was broken, or cut by a bound, so that rows may be missing; null where all was read.</param>
public readonly record struct FoundReports(ImmutableArray<SpoofedRow> Rows, int Reports, string? Fault);

/// <summary>
/// Reads DMARC aggregate reports (RFC 7489 appendix C, and its successor's form): the rows that failed for our own domains. Plain XML, or packed with gzip or zip,
/// within bounds; no document type is read and nothing outside the file.
/// </summary>
internal sealed class AggregateReport(Roster roster, long maximumXml = AggregateReport.MaximumXml)
{
    // The largest real reports have some ten thousand rows.
    private const int MaximumRows = 20_000, MaximumFiles = 20, MaximumParts = 200, MaximumText = 300, MaximumDepth = 32;
    private const long MaximumXml = 16 * 1024 * 1024;

    private readonly XmlReaderSettings _settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersInDocument = maximumXml, MaxCharactersFromEntities = 1024, CloseInput = false, IgnoreWhitespace = true, IgnoreComments = true, CheckCharacters = false,
    };

    /// <summary>Whether a mail may bring such a report, by its subject and files: only then is it taken apart.</summary>
    public static bool MayBring(MessageFacts facts)
    {
        foreach (var attachment in facts.Attachments)
        {
            var packed = attachment.DeclaredType is "application/gzip" or "application/x-gzip" or "application/zip" or "application/x-zip-compressed" or "text/xml" or "application/xml"
                || attachment.RealType is "zip" or "gz" or "gzip" or "xml";
            if (packed && (attachment.Name.Contains('!', StringComparison.Ordinal) || facts.Subject.Text.Contains("report domain", StringComparison.OrdinalIgnoreCase)
                || facts.Subject.Text.Contains("dmarc", StringComparison.OrdinalIgnoreCase))) return true;
        }
        return false;
    }

    /// <summary>Reports in the files of a mail. Never throws.</summary>
    public FoundReports OfMail(ReadOnlyMemory<byte> mail, Sha256 carrier)
    {
        var reading = new Reading(carrier);
        // A file that is no report is nobody's fault, unless it is named as one.
        var promised = false;
        try
        {
            using var stream = new MemoryStream(LongFields.Cut(mail, out _).ToArray(), writable: false);
            using var message = new MimeParser(stream, MimeFormat.Entity, persistent: true).ParseMessage();
            var (parts, waiting) = (0, new Queue<MimeEntity>());
            if (message.Body is not null) waiting.Enqueue(message.Body);
            while (waiting.TryDequeue(out var entity) && parts++ < MaximumParts)
            {
                if (entity is Multipart multipart)
                    foreach (var part in multipart.Take(MaximumParts)) waiting.Enqueue(part);
                else if (entity is MimePart file && (entity is not TextPart || entity.ContentType.IsMimeType("text", "xml")))
                {
                    using var content = PartContent.Decode(file);
                    var before = reading.Reports;
                    Read(content.Memory, reading);
                    if (reading.Reports > before || !IsNamedAsReport(file.FileName)) continue;
                    promised = true;
                    reading.Fault ??= "a DMARC aggregate report by its name, in which none can be read";
                }
            }
            if (waiting.Count > 0) reading.Fault ??= $"a DMARC aggregate report in a mail of more than {MaximumParts} parts; the others are not read";
        }
        catch (Exception problem) when (problem is not OutOfMemoryException)
        {
            // What was read before the break stands.
            reading.Fault ??= "a DMARC aggregate report in a broken mail; only what stands before the break is read";
        }
        return reading.Found(promised);
    }

    /// <summary>A report as a file of its own. Never throws.</summary>
    public FoundReports OfFile(ReadOnlyMemory<byte> file)
    {
        var reading = new Reading(Sha256.Of(file.Span));
        Read(file, reading);
        return reading.Found(promised: false);
    }

    /// <summary>receiver!domain!begin!end.xml.gz (RFC 7489 section 7.2.1.1).</summary>
    private static bool IsNamedAsReport(string? name) => name is not null && name.AsSpan().Count('!') >= 3
        && (name.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".zip", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".xml", StringComparison.OrdinalIgnoreCase));

    private void Read(ReadOnlyMemory<byte> file, Reading reading)
    {
        if (file.Span.StartsWith((ReadOnlySpan<byte>)[0x1F, 0x8B])) Unpack(file, Packing.Gzip, reading);
        else if (!file.Span.StartsWith("PK\x03\x04"u8)) ReadXml(file, reading);
        else
        {
            var entries = ZipDirectory.Read(file, MaximumFiles + 1);
            if (entries.Count > MaximumFiles) reading.Fault ??= $"a DMARC aggregate report packed with more than {MaximumFiles} files; the others are not read";
            foreach (var entry in entries.Take(MaximumFiles))
            {
                if (entry.Encrypted || entry.Method is not (0 or 8)) reading.Fault ??= "a DMARC aggregate report packed in a way that cannot be read (encrypted, or neither stored nor deflated)";
                else if (entry.Method == 0) ReadXml(entry.Data, reading);
                else Unpack(entry.Data, Packing.Deflate, reading);
            }
        }
    }

    private void Unpack(ReadOnlyMemory<byte> packed, Packing packing, Reading reading)
    {
        using var inner = Inflation.Run(packed, packing, maximumXml, reading.Budget);
        if (inner.Cut) reading.Fault ??= $"a DMARC aggregate report that unpacks to more than the bound of {maximumXml} bytes; only the rows before it are read";
        ReadXml(inner.Memory, reading);
    }

    private void ReadXml(ReadOnlyMemory<byte> xml, Reading reading)
    {
        var start = xml.Span.IndexOf((byte)'<');
        if (start is < 0 or > 16) return;
        var report = new Report();
        var depth = 0;
        string? fault = null;
        // The reader would refuse all of what is too long, not only its end.
        if (xml.Length > maximumXml)
        {
            fault = $"a DMARC aggregate report of more than {maximumXml} bytes; only the rows before the bound are read";
            xml = xml[..(int)maximumXml];
        }
        try
        {
            using var stream = new MemoryStream(xml.ToArray(), writable: false);
            using var reader = XmlReader.Create(stream, _settings);
            var path = new Stack<string>();
            while (reader.Read())
            {
                if (reader.NodeType == XmlNodeType.Element)
                {
                    if (depth++ == 0 && reader.LocalName != "feedback") return;
                    if (depth > MaximumDepth)
                    {
                        fault = $"a DMARC aggregate report with elements more than {MaximumDepth} deep; only the rows before them are read";
                        break;
                    }
                    if (reader.LocalName == "record")
                    {
                        if (reading.Rows.Count >= MaximumRows)
                        {
                            fault = $"a DMARC aggregate report with more than {MaximumRows} failed rows; the others are not read";
                            break;
                        }
                        report.Begin();
                    }
                    if (reader.IsEmptyElement) depth--;
                    else path.Push(reader.LocalName);
                }
                else if (reader.NodeType == XmlNodeType.EndElement)
                {
                    depth--;
                    if (path.Count > 0) path.Pop();
                    if (reader.LocalName == "record" && report.Row(roster, reading.Carrier) is { } row) reading.Rows.Add(row);
                }
                else if (reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA && path.TryPop(out var name))
                {
                    report.Take(path.TryPeek(out var parent) ? parent : "", name, reader.Value);
                    path.Push(name);
                }
            }
        }
        catch (Exception problem) when (problem is XmlException or InvalidOperationException or IOException or ArgumentException or System.Text.DecoderFallbackException)
        {
            // Broken off: the rows before the break stand.
            fault ??= problem is XmlException { LineNumber: > 0 } broken ? $"a DMARC aggregate report whose XML is broken at line {broken.LineNumber}; only the rows before it are read"
                : "a DMARC aggregate report whose XML is broken; only the rows before the break are read";
        }
        if (depth <= 0 && !report.Seen) return;
        reading.Reports++;
        reading.Fault ??= fault;
    }

    /// <summary>What one mail or file gave so far, and what it may still unpack.</summary>
    private sealed class Reading(Sha256 carrier)
    {
        public Sha256 Carrier => carrier;

        public AttachmentBudget Budget { get; } = new(FactsLimits.Default);

        public ImmutableArray<SpoofedRow>.Builder Rows { get; } = ImmutableArray.CreateBuilder<SpoofedRow>();

        public int Reports { get; set; }

        /// <summary>The first thing that was wrong.</summary>
        public string? Fault { get; set; }

        public FoundReports Found(bool promised) => new(Rows.ToImmutable(), Reports, Reports > 0 || promised ? Fault : null);
    }

    /// <summary>The report as far as it was read, and its present row.</summary>
    private sealed class Report
    {
        private string _reporter = "", _id = "", _domain = "", _source = "", _disposition = "", _dkim = "", _spf = "", _reason = "";
        private DateTimeOffset? _begin, _end;
        private long _count;

        public bool Seen { get; private set; }

        public void Begin() => (_domain, _source, _disposition, _dkim, _spf, _reason, _count) = ("", "", "", "", "", "", 0);

        public void Take(string parent, string name, string value)
        {
            var text = value.Trim();
            if (text.Length > MaximumText) text = text[..MaximumText];
            switch (parent, name)
            {
                case ("report_metadata", "org_name"): (_reporter, Seen) = (text, true); break;
                case ("report_metadata", "report_id"): (_id, Seen) = (text, true); break;
                case ("date_range", "begin"): _begin = Time(text); break;
                case ("date_range", "end"): _end = Time(text); break;
                case ("row", "source_ip"): _source = text; break;
                case ("row", "count"): _count = Messages(text); break;
                case ("policy_evaluated", "disposition"): _disposition = text.ToLowerInvariant(); break;
                case ("policy_evaluated", "dkim"): _dkim = text.ToLowerInvariant(); break;
                case ("policy_evaluated", "spf"): _spf = text.ToLowerInvariant(); break;
                case ("reason", "type"): _reason = _reason.Length == 0 ? text : $"{_reason}, {text}"; break;
                case ("identifiers", "header_from"): _domain = text; break;
            }
        }

        /// <summary>DMARC fails where neither of its two proofs holds (RFC 7489 section 4.2).</summary>
        public SpoofedRow? Row(Roster roster, Sha256 carrier)
        {
            if (_dkim != "fail" || _spf != "fail" || _count <= 0 || !DomainName.TryParse(_domain, out var domain) || !roster.IsOwn(domain)) return null;
            _ = IPAddress.TryParse(_source, out var source);
            return new(_reporter, _id, domain, source, _count, _disposition, _reason, _begin, _end, carrier);
        }

        /// <summary>Digits beyond what a number holds are many, not none.</summary>
        private static long Messages(string text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count
            : text.Length > 0 && text.All(char.IsAsciiDigit) ? SpoofedRow.MostMessages : 0;

        private static DateTimeOffset? Time(string text) =>
            long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds is > 0 and < 253_402_300_799 ? DateTimeOffset.FromUnixTimeSeconds(seconds) : null;
    }
}
