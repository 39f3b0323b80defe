using System.Text;

namespace Serjeant.Facts.Attachments;

/// <summary>Looks through RTF for objects and fields that fetch or start something (template injection T1221, OLE links).</summary>
internal static class RichTextInspector
{
    private const int ObjectBytes = 1024 * 1024;
    private const int Objects = 32;

    public static void Inspect(ReadOnlySpan<byte> bytes, int depth, AttachmentFindings findings)
    {
        if (bytes.IndexOf("\\objautlink"u8) >= 0 || bytes.IndexOf("\\objupdate"u8) >= 0 || bytes.IndexOf("\\objlink"u8) >= 0)
            findings.Note(AttachmentTraits.ExternalReference);
        Destination(bytes, "\\*\\template"u8, fetched: true, findings);
        Destination(bytes, "\\*\\attachedtemplate"u8, fetched: true, findings);
        Field(bytes, "INCLUDEPICTURE"u8, fetched: true, findings);
        Field(bytes, "INCLUDETEXT"u8, fetched: true, findings);
        Field(bytes, "HYPERLINK"u8, fetched: false, findings);
        if (AsciiText.IndexOf(bytes, "DDEAUTO"u8) >= 0) findings.Note(AttachmentTraits.ExternalReference);
        EmbeddedObjects(bytes, depth, findings);
    }

    private static void Destination(ReadOnlySpan<byte> bytes, ReadOnlySpan<byte> word, bool fetched, AttachmentFindings findings)
    {
        for (var found = 0; found < findings.Limits.Links; found++)
        {
            var hit = bytes.IndexOf(word);
            if (hit < 0) return;
            bytes = bytes[(hit + word.Length)..];
            var end = bytes.IndexOf((byte)'}');
            Add(bytes[..(end < 0 ? Math.Min(2048, bytes.Length) : Math.Min(end, 8192))], fetched, findings);
        }
    }

    private static void Field(ReadOnlySpan<byte> bytes, ReadOnlySpan<byte> word, bool fetched, AttachmentFindings findings)
    {
        for (var found = 0; found < findings.Limits.Links; found++)
        {
            var hit = AsciiText.IndexOf(bytes, word);
            if (hit < 0) return;
            bytes = bytes[(hit + word.Length)..];
            var end = bytes.IndexOf((byte)'}');
            Add(bytes[..(end < 0 ? Math.Min(2048, bytes.Length) : Math.Min(end, 8192))], fetched, findings);
        }
    }

    private static void Add(ReadOnlySpan<byte> text, bool fetched, AttachmentFindings findings)
    {
        var plain = Plain(text);
        var remote = TextUrls.Add(plain, LinkPlace.RichText, findings);
        // A UNC path is written with each backslash doubled, so four of them stand before the host; one level is gone by now.
        if (plain.IndexOf(@"\\", StringComparison.Ordinal) is >= 0 and var unc)
            remote |= findings.AddLink(plain[unc..].Split(' ', '"')[0].Replace(@"\\\\", @"\\", StringComparison.Ordinal), LinkPlace.RichText);
        if (remote && fetched) findings.Note(AttachmentTraits.ExternalReference);
    }

    /// <summary>\'xx and \uN are decoded, for URLs are hidden in them.</summary>
    private static string Plain(ReadOnlySpan<byte> text)
    {
        var plain = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != '\\' || i + 1 == text.Length)
            {
                if (text[i] is not ((byte)'\r' or (byte)'\n' or (byte)'{')) plain.Append((char)text[i]);
                continue;
            }
            var next = text[i + 1];
            if (next == '\'' && i + 3 < text.Length && char.IsAsciiHexDigit((char)text[i + 2]) && char.IsAsciiHexDigit((char)text[i + 3]))
            {
                plain.Append((char)((Digit(text[i + 2]) << 4) | Digit(text[i + 3])));
                i += 3;
            }
            else if (next == 'u' && i + 2 < text.Length && char.IsAsciiDigit((char)text[i + 2]))
            {
                var code = 0;
                for (i += 2; i < text.Length && char.IsAsciiDigit((char)text[i]) && code < 100_000; i++) code = (code * 10) + text[i] - '0';
                plain.Append((char)code);
                // What stands next is the substitute for readers without Unicode.
                if (i < text.Length && text[i] is (byte)' ' or (byte)'\\') i--;
            }
            else if (next is (byte)'\\' or (byte)'{' or (byte)'}')
            {
                plain.Append((char)next);
                i++;
            }
            else
            {
                while (i + 1 < text.Length && char.IsAsciiLetterOrDigit((char)text[i + 1])) i++;
                if (i + 1 < text.Length && text[i + 1] == ' ') i++;
            }
        }
        return plain.ToString();
    }

    private static void EmbeddedObjects(ReadOnlySpan<byte> bytes, int depth, AttachmentFindings findings)
    {
        for (var found = 0; found < Objects; found++)
        {
            var hit = bytes.IndexOf("\\objdata"u8);
            if (hit < 0) return;
            bytes = bytes[(hit + 8)..];
            var room = (int)Math.Min(ObjectBytes, findings.Budget.Bytes);
            var data = Hexadecimal(bytes, room);
            findings.Budget.TakeBytes(data.Length);
            var text = Encoding.Latin1.GetString(data).Replace("\0", "", StringComparison.Ordinal); // narrow and wide strings alike
            if (TextUrls.Add(text, LinkPlace.RichText, findings) || text.Contains("OLE2Link", StringComparison.OrdinalIgnoreCase))
                findings.Note(AttachmentTraits.ExternalReference);
            // Objects of the equation editor have no other use today than its overflow (CVE-2017-11882).
            if (text.Contains("Equation.", StringComparison.OrdinalIgnoreCase)) findings.Note(AttachmentTraits.ArchiveHoldsProgram);
            var storage = data.AsSpan().IndexOf((ReadOnlySpan<byte>)[0xd0, 0xcf, 0x11, 0xe0]);
            if (storage >= 0) FileInspector.InspectInner(data.AsMemory(storage), "", depth + 1, findings);
            else if (data.AsSpan().IndexOf("Package\0"u8) >= 0) Package(data, findings);
        }
    }

    /// <summary>A file in an object of the old Packager: its name is the first string that looks like one.</summary>
    private static void Package(ReadOnlySpan<byte> data, AttachmentFindings findings)
    {
        data = data[(data.IndexOf("Package\0"u8) + 8)..];
        foreach (var range in data[..Math.Min(1024, data.Length)].Split((byte)0))
        {
            var piece = data[range];
            if (piece.Length is < 5 or > 260 || !piece.Contains((byte)'.')) continue;
            findings.AddEntry(AttachmentName.Clean(Encoding.Latin1.GetString(piece)));
            return;
        }
    }

    private static byte[] Hexadecimal(ReadOnlySpan<byte> text, int atMost)
    {
        var limit = Math.Min(text.Length / 2, atMost);
        var data = new byte[Math.Max(0, limit)];
        var length = 0;
        var high = -1;
        foreach (var c in text)
        {
            if (length == data.Length || c == '}') break;
            if (!char.IsAsciiHexDigit((char)c)) continue;
            if (high < 0) high = Digit(c);
            else
            {
                data[length++] = (byte)((high << 4) | Digit(c));
                high = -1;
            }
        }
        return data[..length];
    }

    private static int Digit(byte c) => c <= '9' ? c - '0' : (c | 0x20) - 'a' + 10;
}
