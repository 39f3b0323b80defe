using System.Net;
using System.Text;

namespace Serjeant.Facts.Attachments;

/// <summary>Looks into an OOXML package (ECMA-376): macros, relationships that lead elsewhere (T1221), embedded files, DDE fields.</summary>
internal static class OfficePackage
{
    private const int PartBytes = 4 * 1024 * 1024;

    /// <summary>Parts unpacked of one package; the largest real presentations have some hundreds of .rels.</summary>
    private const int PartsOpened = 256;

    public static void Inspect(List<ZipEntry> entries, int depth, AttachmentFindings findings)
    {
        var opened = 0;
        foreach (var entry in entries)
        {
            var name = entry.Name.AsSpan();
            if (name.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase)
                || name.Contains("/macrosheets/", StringComparison.OrdinalIgnoreCase)
                || name.Contains("/dialogsheets/", StringComparison.OrdinalIgnoreCase))
                findings.Note(AttachmentTraits.Macros);
            var relations = name.EndsWith(".rels", StringComparison.OrdinalIgnoreCase);
            var embedded = name.Contains("/embeddings/", StringComparison.OrdinalIgnoreCase);
            var text = name.Equals("word/document.xml", StringComparison.OrdinalIgnoreCase);
            if (!relations && !embedded && !text) continue;
            if (opened++ == PartsOpened)
            {
                findings.Note(AttachmentTraits.BoundReached);
                break;
            }
            using var part = ZipInspector.Unpack(entry, PartBytes, findings);
            if (relations) Relations(part.Memory.Span, findings);
            else if (text) Fields(part.Memory.Span, findings);
            else FileInspector.InspectInner(part.Memory, entry.Name, depth + 1, findings);
        }
    }

    /// <summary>xlink:href attributes of an OpenDocument's content: links, and images and objects that are fetched from elsewhere.</summary>
    public static void AddReferences(ReadOnlySpan<byte> xml, AttachmentFindings findings)
    {
        for (var found = 0; found < findings.Limits.Links; found++)
        {
            var hit = xml.IndexOf("xlink:href=\""u8);
            if (hit < 0) return;
            var element = xml[..hit];
            element = element[(element.LastIndexOf((byte)'<') + 1)..];
            var shown = element.StartsWith("draw:"u8) && !element.StartsWith("draw:a"u8);
            xml = xml[(hit + 12)..];
            var end = xml.IndexOf((byte)'"');
            if (end < 0) return;
            var target = Text(xml[..end]);
            if (target.Contains(':', StringComparison.Ordinal) && findings.AddLink(target, LinkPlace.OfficeRelation, shown) && shown)
                findings.Note(AttachmentTraits.ExternalReference);
            xml = xml[end..];
        }
    }

    /// <summary>Each Relationship element with TargetMode="External". A hyperlink waits for a click; everything else is fetched when the file is opened.</summary>
    private static void Relations(ReadOnlySpan<byte> xml, AttachmentFindings findings)
    {
        if (AsciiText.IndexOf(xml, "External"u8) < 0) return;
        for (var found = 0; found < findings.Limits.Links; found++)
        {
            var hit = xml.IndexOf("<Relationship "u8);
            if (hit < 0) return;
            xml = xml[(hit + 13)..];
            var end = xml.IndexOf((byte)'>');
            if (end < 0) return;
            var element = xml[..end];
            xml = xml[end..];
            if (!Text(Attribute(element, " TargetMode="u8)).Equals("External", StringComparison.OrdinalIgnoreCase)) continue;
            var target = Text(Attribute(element, " Target="u8));
            var hyperlink = Attribute(element, " Type="u8).EndsWith("/hyperlink"u8);
            if (target.StartsWith("mhtml:", StringComparison.OrdinalIgnoreCase)) target = target[6..];
            if (findings.AddLink(target, LinkPlace.OfficeRelation) && !hyperlink) findings.Note(AttachmentTraits.ExternalReference);
        }
    }

    private static ReadOnlySpan<byte> Attribute(ReadOnlySpan<byte> element, ReadOnlySpan<byte> name)
    {
        var hit = element.IndexOf(name);
        if (hit < 0) return default;
        var rest = element[(hit + name.Length)..];
        if (rest.IsEmpty || rest[0] is not ((byte)'"' or (byte)'\'')) return default;
        var end = rest[1..].IndexOf(rest[0]);
        return end < 0 ? default : rest.Slice(1, end);
    }

    /// <summary>Fields of a document that fetch or start something: DDE (T1559.002) and INCLUDEPICTURE.</summary>
    private static void Fields(ReadOnlySpan<byte> xml, AttachmentFindings findings)
    {
        if (xml.IndexOf("DDEAUTO"u8) >= 0) findings.Note(AttachmentTraits.ExternalReference);
        var hit = AsciiText.IndexOf(xml, "INCLUDEPICTURE"u8);
        if (hit < 0) return;
        var field = Text(xml.Slice(hit, Math.Min(1024, xml.Length - hit)));
        if (TextUrls.Add(field, LinkPlace.OfficeRelation, findings)) findings.Note(AttachmentTraits.ExternalReference);
    }

    private static string Text(ReadOnlySpan<byte> value) => value.IsEmpty ? "" : WebUtility.HtmlDecode(Encoding.UTF8.GetString(value));
}
