using System.Globalization;
using System.Text;
using Serjeant.Samples.Mime;
using Serjeant.Samples.People;

namespace Serjeant.Samples.Mail;

/// <summary>Small attachments that are what their names say.</summary>
internal static class Files
{
    // A grey picture of 1 x 1 (baseline JPEG), cut in two so that a comment segment can stand between.
    private const string JpegHead = "/9j/4AAQSkZJRgABAQEASABIAAA=";
    private const string JpegTail = "/9sAQwADAgICAgIDAgICAwMDAwQGBAQEBAQIBgYFBgkICgoJCAkJCgwPDAoLDgsJCQ0RDQ4PEBAREAoMEhMSEBMPEBAQ/8kACwgAAQABAQERAP/MAAYAEBAF/9oACAEBAAA/ANIgAf/Z";

    public static FilePart Attachment(Dice dice, string kind, string about)
    {
        var stem = NameMaker.LocalPart(about.Length > 18 ? about[..18] : about);
        var name = $"{(stem.Length > 2 ? stem : "paper")}-{dice.Between(1, 999)}.{kind}";
        return kind switch
        {
            "pdf" => new FilePart("application/pdf", name, Pdf(about, dice)),
            "docx" => new FilePart("application/vnd.openxmlformats-officedocument.wordprocessingml.document", name, Docx(about, dice)),
            _ => new FilePart("image/jpeg", $"IMG_{dice.Digits(4)}.jpg", Jpeg(dice)),
        };
    }

    /// <summary>One page with one line (ISO 32000).</summary>
    private static byte[] Pdf(string about, Dice dice)
    {
        var line = new string([.. about.Where(c => c < 128 && c is not '(' and not ')' and not '\\')]);
        var content = $"BT /F1 12 Tf 72 760 Td ({line} {dice.Digits(6)}) Tj ET";
        string[] objects =
        [
            "<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
            $"<< /Length {content.Length} >>\nstream\n{content}\nendstream", "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        ];
        var text = new StringBuilder("%PDF-1.4\n");
        var offsets = new List<int>();
        for (var i = 0; i < objects.Length; i++)
        {
            offsets.Add(text.Length);
            text.Append(CultureInfo.InvariantCulture, $"{i + 1} 0 obj\n{objects[i]}\nendobj\n");
        }
        var start = text.Length;
        text.Append(CultureInfo.InvariantCulture, $"xref\n0 {objects.Length + 1}\n0000000000 65535 f \n");
        foreach (var offset in offsets)
            text.Append(CultureInfo.InvariantCulture, $"{offset:D10} 00000 n \n");
        text.Append(CultureInfo.InvariantCulture, $"trailer\n<< /Size {objects.Length + 1} /Root 1 0 R /ID [<{dice.Hex(32)}> <{dice.Hex(32)}>] >>\nstartxref\n{start}\n%%EOF\n");
        return Encoding.Latin1.GetBytes(text.ToString());
    }

    private static byte[] Docx(string about, Dice dice) => Writing.StoredZip.Write(
    [
        ("[Content_Types].xml", "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Override PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/></Types>"),
        ("_rels/.rels", "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"word/document.xml\"/></Relationships>"),
        ("word/document.xml", $"<?xml version=\"1.0\" encoding=\"UTF-8\"?><w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body><w:p><w:r><w:t>{Html.Escape(about)} {dice.Digits(6)}</w:t></w:r></w:p></w:body></w:document>"),
    ]);

    private static byte[] Jpeg(Dice dice)
    {
        var comment = dice.Bytes(dice.Between(600, 2400));
        for (var i = 0; i < comment.Length; i++)
            comment[i] &= 0x7F;
        byte[] segment = [0xFF, 0xFE, (byte)((comment.Length + 2) >> 8), (byte)(comment.Length + 2), .. comment];
        return [.. Convert.FromBase64String(JpegHead), .. segment, .. Convert.FromBase64String(JpegTail)];
    }
}
