using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace Serjeant.Facts.Attachments;

/// <summary>
/// Looks through a PDF (ISO 32000-2) for what acts: URIs, actions, scripts, encryption. Not a reader of the format: it goes from
/// name to name over everything outside streams, and inside the object streams it can unpack, which finds the same in broken files.
/// </summary>
internal static class PdfInspector
{
    private const int ObjectStreams = 128;
    private const int ObjectStreamBytes = 4 * 1024 * 1024;

    /// <summary>Bytes of one string; URLs are far shorter.</summary>
    private const int MaximumString = 16 * 1024;

    public static void Inspect(ReadOnlyMemory<byte> file, AttachmentFindings findings)
    {
        var bytes = file.Span;
        var at = 0;
        var opened = 0;
        while (at < bytes.Length)
        {
            var stream = NextStream(bytes, at);
            var end = stream < 0 ? bytes.Length : stream;
            var plain = bytes[at..end];
            Names(plain, findings);
            if (stream < 0) break;
            var dictionary = plain[Math.Max(0, plain.LastIndexOf(" obj"u8))..];
            var data = stream + 6;
            if (data < bytes.Length && bytes[data] == '\r') data++;
            if (data < bytes.Length && bytes[data] == '\n') data++;
            var length = StreamLength(bytes, data, dictionary);
            if (dictionary.IndexOf("/ObjStm"u8) >= 0 && dictionary.IndexOf("/Fl"u8) >= 0)
            {
                if (opened++ < ObjectStreams) Packed(file.Slice(data, length), findings);
                else findings.Note(AttachmentTraits.BoundReached);
            }
            at = data + length;
        }
    }

    /// <summary>The keyword "stream" after a dictionary, not the end of "endstream".</summary>
    private static int NextStream(ReadOnlySpan<byte> bytes, int from)
    {
        while (true)
        {
            var hit = bytes[from..].IndexOf("stream"u8);
            if (hit < 0) return -1;
            hit += from;
            var before = hit - 1;
            while (before > 0 && bytes[before] is (byte)' ' or (byte)'\r' or (byte)'\n' or (byte)'\t') before--;
            if (before > 0 && bytes[before] == '>') return hit;
            from = hit + 6;
        }
    }

    /// <summary>/Length where it is written there and true; else up to the next "endstream".</summary>
    private static int StreamLength(ReadOnlySpan<byte> bytes, int data, ReadOnlySpan<byte> dictionary)
    {
        var rest = bytes[data..];
        var key = dictionary.IndexOf("/Length "u8);
        if (key >= 0 && Utf8Parser.TryParse(dictionary[(key + 8)..], out int length, out var used) && length > 0 && length < rest.Length
            && !IsReference(dictionary[(key + 8 + used)..]))
        {
            var after = rest.Slice(length, Math.Min(16, rest.Length - length));
            if (after.IndexOf("endstream"u8) >= 0) return length;
        }
        var end = rest.IndexOf("endstream"u8);
        return end < 0 ? rest.Length : end;
    }

    private static bool IsReference(ReadOnlySpan<byte> after) => after.Length > 3 && after[0] == ' ' && after[1] is >= (byte)'0' and <= (byte)'9';

    private static void Packed(ReadOnlyMemory<byte> data, AttachmentFindings findings)
    {
        using var unpacked = Inflation.Run(data, Packing.Zlib, ObjectStreamBytes, findings.Budget);
        if (unpacked.Cut) findings.Note(AttachmentTraits.BoundReached);
        Names(unpacked.Memory.Span, findings);
    }

    private static void Names(ReadOnlySpan<byte> text, AttachmentFindings findings)
    {
        Span<byte> name = stackalloc byte[16];
        var opening = false;
        while (true)
        {
            var slash = text.IndexOf((byte)'/');
            if (slash < 0) return;
            text = text[(slash + 1)..];
            var length = Name(text, name, out var used);
            text = text[used..];
            switch (length)
            {
                case 1 when name[0] == 'F':
                    File(ref text, findings);
                    break;
                case 2 when name[..2].SequenceEqual("UF"u8):
                    File(ref text, findings);
                    break;
                case 2 when name[..2].SequenceEqual("JS"u8):
                    findings.Note(AttachmentTraits.Script);
                    break;
                case 3 when name[..3].SequenceEqual("URI"u8):
                    if (String(ref text) is { Length: > 0 } uri && Remote(uri, findings) && opening) findings.Note(AttachmentTraits.ExternalReference);
                    break;
                case 6 when name[..6].SequenceEqual("Launch"u8):
                    findings.Note(AttachmentTraits.ExternalReference);
                    break;
                case 7 when name[..7].SequenceEqual("Encrypt"u8):
                    findings.Note(AttachmentTraits.PasswordProtected);
                    break;
                case 10 when name[..10].SequenceEqual("JavaScript"u8):
                    findings.Note(AttachmentTraits.Script);
                    break;
                case 10 when name[..10].SequenceEqual("OpenAction"u8):
                    // An action written out here belongs to it up to the end of its dictionary; one in another object is not followed.
                    opening = text.TrimStart(" \r\n\t"u8).StartsWith("<<"u8);
                    continue;
            }
            if (opening && text.IndexOf((byte)'/') is var next && (next < 0 || text[..next].IndexOf(">>"u8) >= 0)) opening = false;
        }
    }

    /// <summary>A name's bytes with #xx decoded, as far as they fit; longer names give a length beyond every known one.</summary>
    private static int Name(ReadOnlySpan<byte> text, Span<byte> name, out int used)
    {
        var length = 0;
        used = 0;
        while (used < text.Length && text[used] is > (byte)' ' and not ((byte)'/' or (byte)'(' or (byte)')' or (byte)'<' or (byte)'>' or (byte)'[' or (byte)']' or (byte)'{' or (byte)'}' or (byte)'%'))
        {
            var value = text[used];
            if (value == '#' && used + 2 < text.Length && byte.TryParse(text.Slice(used + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var coded))
            {
                value = coded;
                used += 2;
            }
            used++;
            if (length < name.Length) name[length] = value;
            length++;
        }
        return length;
    }

    /// <summary>A file specification: one elsewhere is fetched (GoToR, SubmitForm, ImportData ...), one embedded may be a program.</summary>
    private static void File(ref ReadOnlySpan<byte> text, AttachmentFindings findings)
    {
        var file = String(ref text);
        if (file.Length == 0) return;
        if (file.StartsWith(@"\\", StringComparison.Ordinal) || file.Contains("://", StringComparison.Ordinal))
        {
            if (Remote(file, findings)) findings.Note(AttachmentTraits.ExternalReference);
        }
        else if (FileClasses.Runs(FileClasses.Of(AttachmentName.Extension(file)))) findings.Note(AttachmentTraits.ArchiveHoldsProgram);
    }

    private static bool Remote(string target, AttachmentFindings findings)
    {
        if (target.StartsWith("www.", StringComparison.OrdinalIgnoreCase)) target = "http://" + target;
        // In an encrypted file strings are noise: only what looks like an address counts.
        foreach (var c in target)
            if (c is < ' ' or > '~' and < '\u00a0') return false;
        return target.AsSpan().IndexOfAny(":\\") >= 0 && findings.AddLink(target, LinkPlace.Pdf);
    }

    /// <summary>
    /// The string that follows, literal or hexadecimal; empty where none does. The text moves behind it: strings that never end
    /// would otherwise be read again and again.
    /// </summary>
    private static string String(ref ReadOnlySpan<byte> text)
    {
        text = text.TrimStart(" \r\n\t\0"u8);
        if (text.Length < 2) return "";
        if (text[0] is not ((byte)'(' or (byte)'<')) return "";
        var taken = text[..Math.Min(text.Length, MaximumString)];
        Span<byte> decoded = taken.Length <= 1024 ? stackalloc byte[taken.Length] : new byte[taken.Length];
        var used = 0;
        var length = taken[0] switch
        {
            (byte)'(' => Literal(taken[1..], decoded, out used),
            (byte)'<' when taken[1] != '<' => Hexadecimal(taken[1..], decoded, out used),
            _ => 0,
        };
        text = text[used..];
        decoded = decoded[..length];
        return decoded.StartsWith((ReadOnlySpan<byte>)[0xfe, 0xff]) ? Encoding.BigEndianUnicode.GetString(decoded[2..]) : Encoding.UTF8.GetString(decoded);
    }

    private static int Literal(ReadOnlySpan<byte> text, Span<byte> decoded, out int used)
    {
        used = text.Length;
        var depth = 1;
        var length = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c == '\\' && i + 1 < text.Length)
            {
                c = text[++i];
                if (c is >= (byte)'0' and <= (byte)'7')
                {
                    var value = c - '0';
                    for (var digits = 1; digits < 3 && i + 1 < text.Length && text[i + 1] is >= (byte)'0' and <= (byte)'7'; digits++)
                        value = (value * 8) + text[++i] - '0';
                    c = (byte)value;
                }
                else if (c is (byte)'\r' or (byte)'\n')
                {
                    if (c == '\r' && i + 1 < text.Length && text[i + 1] == '\n') i++;
                    continue;
                }
            }
            else if (c == '(') depth++;
            else if (c == ')' && --depth == 0)
            {
                used = i + 1;
                return length;
            }
            decoded[length++] = c;
        }
        return length;
    }

    private static int Hexadecimal(ReadOnlySpan<byte> text, Span<byte> decoded, out int used)
    {
        used = text.IndexOf((byte)'>');
        if (used < 0) used = text.Length;
        text = text[..used];
        var length = 0;
        var high = -1;
        foreach (var c in text)
        {
            if (!char.IsAsciiHexDigit((char)c)) continue;
            var digit = c <= '9' ? c - '0' : (c | 0x20) - 'a' + 10;
            if (high < 0) high = digit;
            else
            {
                decoded[length++] = (byte)((high << 4) | digit);
                high = -1;
            }
        }
        return length;
    }
}
