using System.Text;

namespace Serjeant.Samples.Mime;

/// <summary>Writes a part: its Content- fields, an empty line, its body in its transfer encoding.</summary>
internal static class PartWriter
{
    private const int LineWidth = 75;

    public static void Write(Part part, StringBuilder text)
    {
        switch (part)
        {
            case TextPart plain:
                WriteText(plain, text);
                break;
            case FilePart file:
                WriteFile(file, text);
                break;
            case VerbatimPart verbatim:
                if (verbatim.Description is { } description)
                    text.Append("Content-Description: ").Append(description).Append('\n');
                text.Append("Content-Type: ").Append(verbatim.Type).Append("\n\n").Append(verbatim.Text);
                break;
            case MultiPart multi:
                WriteMulti(multi, text);
                break;
        }
    }

    private static void WriteMulti(MultiPart multi, StringBuilder text)
    {
        text.Append("Content-Type: multipart/").Append(multi.Subtype).Append(multi.Parameters)
            .Append(";\n\tboundary=\"").Append(multi.Boundary).Append("\"\n\n");
        foreach (var part in multi.Parts)
        {
            text.Append("--").Append(multi.Boundary).Append('\n');
            Write(part, text);
            text.Append('\n');
        }
        text.Append("--").Append(multi.Boundary).Append("--\n");
    }

    private static void WriteText(TextPart part, StringBuilder text)
    {
        var ascii = part.Text.All(c => c < 128);
        var encoding = part.Encoding == "7bit" && !ascii ? "quoted-printable" : part.Encoding;
        text.Append("Content-Type: ").Append(part.Type).Append("; charset=").Append(ascii && part.Encoding == "7bit" ? "us-ascii" : "\"utf-8\"")
            .Append(part.Parameters).Append("\nContent-Transfer-Encoding: ").Append(encoding).Append("\n\n");
        var body = part.Text.EndsWith('\n') || part.Text.Length == 0 ? part.Text : part.Text + "\n";
        switch (encoding)
        {
            case "quoted-printable":
                QuotedPrintable(body, text);
                break;
            case "base64":
                Base64(Encoding.UTF8.GetBytes(body.Replace("\n", "\r\n", StringComparison.Ordinal)), text);
                break;
            default:
                text.Append(body);
                break;
        }
    }

    private static void WriteFile(FilePart file, StringBuilder text)
    {
        text.Append("Content-Type: ").Append(file.Type).Append(";\n\tname=\"").Append(file.Name).Append("\"\nContent-Disposition: ")
            .Append(file.ContentId is null ? "attachment" : "inline").Append(";\n\tfilename=\"").Append(file.Name).Append("\"\n");
        if (file.ContentId is { } id)
            text.Append("Content-ID: <").Append(id).Append(">\n");
        text.Append("Content-Transfer-Encoding: base64\n\n");
        Base64(file.Bytes, text);
    }

    private static void Base64(byte[] bytes, StringBuilder text)
    {
        var all = Convert.ToBase64String(bytes);
        for (var at = 0; at < all.Length; at += 76)
            text.Append(all.AsSpan(at, Math.Min(76, all.Length - at))).Append('\n');
    }

    /// <summary>RFC 2045, 6.7.</summary>
    private static void QuotedPrintable(string body, StringBuilder text)
    {
        foreach (var line in body[..^(body.EndsWith('\n') ? 1 : 0)].Split('\n'))
        {
            var column = 0;
            var bytes = Encoding.UTF8.GetBytes(line);
            for (var i = 0; i < bytes.Length; i++)
            {
                var one = bytes[i];
                var plain = one is >= 33 and <= 126 and not (byte)'=' || (one is (byte)' ' or (byte)'\t' && i < bytes.Length - 1);
                var width = plain ? 1 : 3;
                if (column + width > LineWidth)
                {
                    text.Append("=\n");
                    column = 0;
                }
                if (plain)
                    text.Append((char)one);
                else
                    text.Append('=').Append(one.ToString("X2", System.Globalization.CultureInfo.InvariantCulture));
                column += width;
            }
            text.Append('\n');
        }
    }
}
