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

/// <summary>
/// Reads DMARC aggregate reports (RFC 7489 appendix C, and its successor's form): the rows that failed for our own domains. Plain XML, or packed with gzip or zip,
/// within bounds; no document type is read and nothing outside the file.
/// </summary>
internal sealed class AggregateReport(Roster roster)
{
    // The largest real reports have some ten thousand rows.
    private const int MaximumRows = 20_000, MaximumFiles = 20, MaximumParts = 200, MaximumText = 300;
    private const long MaximumXml = 16 * 1024 * 1024;

    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersInDocument = MaximumXml, MaxCharactersFromEntities = 1024, CloseInput = false, IgnoreWhitespace = true, IgnoreComments = true, CheckCharacters = false,
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
    /// <param name="reports">How many reports there were, with or without rows that matter.</param>
    public ImmutableArray<SpoofedRow> OfMail(ReadOnlyMemory<byte> mail, Sha256 carrier, out int reports)
    {
        var rows = ImmutableArray.CreateBuilder<SpoofedRow>();
        reports = 0;
        try
        {
            using var stream = new MemoryStream(LongFields.Cut(mail, out _).ToArray(), writable: false);
            using var message = new MimeParser(stream, MimeFormat.Entity, persistent: true).ParseMessage();
            var budget = new AttachmentBudget(FactsLimits.Default);
            var (parts, waiting) = (0, new Queue<MimeEntity>());
            if (message.Body is not null) waiting.Enqueue(message.Body);
            while (waiting.TryDequeue(out var entity) && parts++ < MaximumParts)
            {
                if (entity is Multipart multipart)
                    foreach (var part in multipart.Take(MaximumParts)) waiting.Enqueue(part);
                else if (entity is MimePart file && (entity is not TextPart || entity.ContentType.IsMimeType("text", "xml")))
                {
                    using var content = PartContent.Decode(file);
                    reports += Read(content.Memory, carrier, budget, rows);
                }
            }
        }
        catch (Exception problem) when (problem is not OutOfMemoryException)
        {
            // What was read before the break stands.
        }
        return rows.ToImmutable();
    }

    /// <summary>A report as a file of its own. Never throws.</summary>
    public ImmutableArray<SpoofedRow> OfFile(ReadOnlyMemory<byte> file, out int reports)
    {
        var rows = ImmutableArray.CreateBuilder<SpoofedRow>();
        reports = Read(file, Sha256.Of(file.Span), new(FactsLimits.Default), rows);
        return rows.ToImmutable();
    }

    private int Read(ReadOnlyMemory<byte> file, Sha256 carrier, AttachmentBudget budget, ImmutableArray<SpoofedRow>.Builder rows)
    {
        if (file.Span.StartsWith((ReadOnlySpan<byte>)[0x1F, 0x8B]))
        {
            using var inner = Inflation.Run(file, Packing.Gzip, MaximumXml, budget);
            return ReadXml(inner.Memory, carrier, rows);
        }
        if (!file.Span.StartsWith("PK\x03\x04"u8)) return ReadXml(file, carrier, rows);
        var reports = 0;
        foreach (var entry in ZipDirectory.Read(file, MaximumFiles))
        {
            if (entry.Encrypted || entry.Method is not (0 or 8)) continue;
            if (entry.Method == 0)
            {
                reports += ReadXml(entry.Data, carrier, rows);
                continue;
            }
            using var inner = Inflation.Run(entry.Data, Packing.Deflate, MaximumXml, budget);
            reports += ReadXml(inner.Memory, carrier, rows);
        }
        return reports;
    }

    /// <returns>1 where it is a report, as far as it could be read.</returns>
    private int ReadXml(ReadOnlyMemory<byte> xml, Sha256 carrier, ImmutableArray<SpoofedRow>.Builder rows)
    {
        var start = xml.Span.IndexOf((byte)'<');
        if (start is < 0 or > 16) return 0;
        var report = new Report();
        var depth = 0;
        try
        {
            using var stream = new MemoryStream(xml.ToArray(), writable: false);
            using var reader = XmlReader.Create(stream, Settings);
            var path = new Stack<string>();
            while (reader.Read() && rows.Count < MaximumRows)
            {
                if (reader.NodeType == XmlNodeType.Element)
                {
                    if (depth++ == 0 && reader.LocalName != "feedback") return 0;
                    if (reader.LocalName == "record") report.Begin();
                    if (reader.IsEmptyElement) depth--;
                    else path.Push(reader.LocalName);
                    if (depth > 32) break;
                }
                else if (reader.NodeType == XmlNodeType.EndElement)
                {
                    depth--;
                    if (path.Count > 0) path.Pop();
                    if (reader.LocalName == "record" && report.Row(roster, carrier) is { } row) rows.Add(row);
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
        }
        return depth > 0 || report.Seen ? 1 : 0;
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
