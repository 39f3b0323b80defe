using CsCheck;
using MimeKit;
using Serjeant.Facts;
using Serjeant.Facts.Attachments;
using Serjeant.Values;
using Xunit;
using static Serjeant.Tests.Facts.Attachments.AttachmentReading;
using static Serjeant.Tests.Facts.Attachments.SampleFiles;

namespace Serjeant.Tests.Facts.Attachments;

public class AttachmentReaderTests
{
    [Theory]
    [InlineData(ContentEncoding.Base64)]
    [InlineData(ContentEncoding.QuotedPrintable)]
    [InlineData(ContentEncoding.UUEncode)]
    public void The_hash_is_of_the_decoded_bytes(ContentEncoding encoding)
    {
        var content = new byte[5000];
        for (var i = 0; i < content.Length; i++) content[i] = (byte)(i * 7);

        var (attachment, _) = Read(content, "x.bin", encoding: encoding);

        Assert.Equal(Sha256.Of(content), attachment.Sha256);
        Assert.Equal(content.Length, attachment.Size);
    }

    [Fact]
    public void Broken_base64_is_read_as_far_as_it_goes()
    {
        using var stream = new MemoryStream(Text("Content-Type: text/html; name=a.html\r\nContent-Transfer-Encoding: base64\r\n\r\nPGh0bWw+!!!!\r\nPHNjcmlwdD4=\r\n"));
        using var part = (MimePart)MimeEntity.Load(stream, TestContext.Current.CancellationToken);

        var attachment = new AttachmentReader(new()).Read(part, FactsLimits.Default, new(FactsLimits.Default), []);

        Assert.Equal("html", attachment.RealType);
    }

    [Theory]
    [InlineData("invoice.pdf.exe", true)]
    [InlineData("invoice.pdf.html", true)]
    [InlineData("photo.jpg          .scr", true)]
    [InlineData("annexe\u202efdp.exe", true)]
    [InlineData("scan.PDF.Lnk", true)]
    [InlineData("report.final.pdf", false)]
    [InlineData("archive.tar.gz", false)]
    [InlineData("page.html", false)]
    [InlineData("letter to example.com", false)]
    [InlineData("setup.exe", false)]
    public void A_name_that_hides_its_last_extension_is_noticed(string name, bool deceives) =>
        Assert.Equal(deceives, Read(Text("x"), name).Attachment.Traits.HasFlag(AttachmentTraits.DoubleExtension));

    [Fact]
    public void The_name_is_decoded_as_the_reader_sees_it()
    {
        using var stream = new MemoryStream(Text("Content-Type: application/pdf\r\nContent-Disposition: attachment;\r\n filename*0*=utf-8''r%C3%A9sum;\r\n filename*1*=%C3%A9.pdf\r\n\r\nx"));
        using var part = (MimePart)MimeEntity.Load(stream, TestContext.Current.CancellationToken);

        Assert.Equal("résumé.pdf", new AttachmentReader(new()).Read(part, FactsLimits.Default, new(FactsLimits.Default), []).Name);
    }

    [Fact]
    public void A_program_called_a_picture_is_a_mismatch()
    {
        var (attachment, _) = Read(Exe, "photo.jpg", "image/jpeg");

        Assert.Equal("exe", attachment.RealType);
        Assert.Equal(AttachmentTraits.TypeMismatch | AttachmentTraits.Program, attachment.Traits);
    }

    [Theory]
    [InlineData("table.xls")]
    [InlineData("letter.doc")]
    [InlineData("page.htm")]
    public void Trifling_differences_are_no_mismatch(string name) =>
        Assert.False(Read(Text("<html><table></table></html>"), name).Attachment.Traits.HasFlag(AttachmentTraits.TypeMismatch));

    [Fact]
    public void Kinds_are_told_by_content_whatever_the_name()
    {
        (byte[], string)[] files =
        [
            (Png, "png"), (Exe, "exe"), (Dll, "dll"), (Pdf("1 0 obj << >> endobj"), "pdf"), (Text("junk\n%PDF-1.4\n"), "pdf"), (Text("{\\rtf1 x}"), "rtf"),
            (Zip(("a.txt", Text("x"))), "zip"), (Office(("word/document.xml", "<w/>")), "ooxml"), (Zip(("mimetype", Text("application/vnd.oasis.opendocument.text"))), "odf"),
            (Zip(("META-INF/MANIFEST.MF", Text("x")), ("A.class", Text("x"))), "jar"), (Zip(("AndroidManifest.xml", Text("x"))), "apk"),
            (Ole(("WordDocument", new byte[64])), "doc"), (Ole(("Workbook", new byte[64])), "xls"), (Ole(("PowerPoint Document", new byte[64])), "ppt"), (Ole(("__properties_version1.0", new byte[64])), "msg"),
            (Gzip(Text("x")), "gz"), (Tar("a.txt", Text("x")), "tar"), (Iso("A.TXT;1"), "iso"), (OneNote(Text("x")), "one"), (Rar("a.txt", false), "rar"),
            ([.. "7z"u8, 0xbc, 0xaf, 0x27, 0x1c, .. new byte[32]], "7z"), ([0x4c, 0, 0, 0, 1, 0x14, 2, 0, .. new byte[80]], "lnk"), ([.. "ITSF"u8, .. new byte[60]], "chm"),
            (Text("\r\n <!DOCTYPE HTML><html>"), "html"), ([0xff, 0xfe, .. System.Text.Encoding.Unicode.GetBytes("<html><body>")], "html"), (Text("<?xml version='1.0'?><svg/>"), "svg"), (Text("<svg xmlns=''>"), "svg"),
            (Text("<?xml version='1.0'?><a/>"), "xml"), (Text("BEGIN:VCALENDAR\r\n"), "ics"), (Text("From: a@b.example\r\nSubject: x\r\n\r\n"), "eml"), (Text("[InternetShortcut]\r\nURL=x"), "url"),
            (Text("@echo off\r\n"), "bat"), (Text("var s = new ActiveXObject('x');"), "js"), (Text("#@~^AAA="), "vbe"), (Text("<html><HTA:APPLICATION></html>"), "hta"), (Text("plain words"), ""), ([], ""), ([1], ""),
            ([0x7f, .. "ELF"u8, 2], "elf"), ([.. "MSCF"u8, .. new byte[40]], "cab"), ([0xfd, .. "7zXZ\0"u8], "xz"), ([.. "BZh9"u8, 1], "bz2"), ([.. "RIFF"u8, 0, 0, 0, 0, .. "WEBP"u8], "webp"), ([.. "conectix"u8, 0], "vhd"),
        ];
        foreach (var (content, kind) in files)
            Assert.Equal(kind, Read(content, "file").Attachment.RealType);
    }

    [Theory]
    [InlineData("Content-Type: application/pdf\r\nContent-Disposition: attachment; filename=a.pdf", true)]
    [InlineData("Content-Type: application/octet-stream", true)]
    [InlineData("Content-Type: text/calendar", true)]
    [InlineData("Content-Type: text/html; name=a.html", true)]
    [InlineData("Content-Type: text/html\r\nContent-Disposition: attachment", true)]
    [InlineData("Content-Type: image/png; name=a.png\r\nContent-Disposition: attachment\r\nContent-Id: <a@b>", true)]
    [InlineData("Content-Type: image/png; name=a.html\r\nContent-Id: <a@b>", true)]
    [InlineData("Content-Type: image/png; name=a.png", true)]
    [InlineData("Content-Type: image/png; name=a.png\r\nContent-Disposition: inline\r\nContent-Id: <a@b>", false)]
    [InlineData("Content-Type: text/html", false)]
    [InlineData("Content-Type: text/plain\r\nContent-Disposition: inline", false)]
    [InlineData("Content-Type: message/rfc822", false)]
    [InlineData("Content-Type: message/delivery-status", false)]
    [InlineData("Content-Type: multipart/mixed; boundary=x", false)]
    public void What_counts_as_an_attachment(string header, bool expected)
    {
        using var stream = new MemoryStream(Text(header + "\r\n\r\nx"));
        using var entity = MimeEntity.Load(stream, TestContext.Current.CancellationToken);

        Assert.Equal(expected, AttachmentReader.IsAttachment(entity));
    }

    [Theory]
    [InlineData("%PDF-1.7 ", "/F(/URI(")]
    [InlineData("%PDF-1.7 ", "stream>>stream ")]
    [InlineData("%PDF-1.7 ", "1 0 obj/ObjStm/Fl>>stream\nendstream")]
    [InlineData("{\\rtf1 ", "HYPERLINK \\*\\template \\objdata INCLUDEPICTURE ")]
    [InlineData("[InternetShortcut]", @"\\a")]
    [InlineData("<html><script>", "eval(atob(type=password://http://%3C")]
    [InlineData("<html>", "<a <script <iframe srcdoc='<a ")]
    [InlineData("<html>", "<a href='x://a' onclick='atob(' ")]
    [InlineData("PK\x03\x04", "PK\x03\x04aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")]
    [InlineData("BEGIN:VCALENDAR", "http://a.example/b\r\n ")]
    public void Hostile_repetition_takes_linear_time(string start, string piece)
    {
        var content = new System.Text.StringBuilder(start);
        while (content.Length < 3_000_000) content.Append(piece);
        var watch = System.Diagnostics.Stopwatch.StartNew();

        Read(Text(content.ToString()), "a", encoding: ContentEncoding.Binary);

        // Some tenths of a second alone; the bound leaves room for a machine at work. What is quadratic takes hours.
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(30), watch.Elapsed.ToString());
    }

    [Fact]
    public void A_7z_header_full_of_false_lists_takes_linear_time()
    {
        var header = new byte[3_000_000];
        for (var i = 1; i + 4 < header.Length; i += 4) ((ReadOnlySpan<byte>)[0x11, 0xdf, 0xff, 0xff]).CopyTo(header.AsSpan(i));
        header[0] = 1;
        byte[] file = [.. "7z"u8, 0xbc, 0xaf, 0x27, 0x1c, 0, 4, 0, 0, 0, 0, .. new byte[8], .. BitConverter.GetBytes((long)header.Length), 0, 0, 0, 0, .. header];
        var watch = System.Diagnostics.Stopwatch.StartNew();

        Assert.Equal("7z", Read(file, "a.7z", encoding: ContentEncoding.Binary).Attachment.RealType);

        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(30), watch.Elapsed.ToString());
    }

    [Fact]
    public void No_bytes_make_it_fail()
    {
        byte[][] seeds =
        [
            Zip(("a.exe", Exe), ("b/c.html", Text("<a href=x>"))), Office(("word/_rels/settings.xml.rels", Relation("attachedTemplate", "http://t.example/x"))), Ole(("WordDocument", new byte[600]), ("\u0001Ole10Native", new byte[700])),
            Ole(("Workbook", new byte[600])), Ole(("__properties_version1.0", new byte[60]), ("__substg1.0_37010102", Exe)), Pdf("1 0 obj << /URI (http://t.example) /OpenAction << /S /URI /URI <6874> >> >> stream\nx\nendstream"), PackedPdf("<< /URI (http://t.example/) >>"),
            Text("{\\rtf1 \\objdata d0cf11e0a1b1 {\\*\\template http://t.example} \\u104 \\'68}"), Gzip(Tar("a.js", Text("x"))), Tar("a.js", Text("x")), Iso("A.LNK;1"), OneNote(Exe), Rar("a.exe", true), Rar("a.exe", false),
            [.. "Rar!\x1a\x07\x00"u8, 0, 0, 0x74, 4, 0, 40, 0, .. new byte[40]], [.. "7z"u8, 0xbc, 0xaf, 0x27, 0x1c, .. new byte[6], 1, 0, 0, 0, 0, 0, 0, 0, 20, .. new byte[40]], [.. "MSCF"u8, .. new byte[100]],
            Text("<html><script>eval(atob('aGVsbG8gd29ybGQgaGVsbG8gd29ybGQgaGVsbG8gd29ybGQ='));String.fromCharCode(1,2,3)</script><iframe srcdoc='<a href=data:text/html,%3Ca>'>"),
            Text("BEGIN:VCALENDAR\r\nURL:http://t.example\r\n x"), Text("[InternetShortcut]\r\nURL=http://t.example"), Exe, [0x4c, 0, 0, 0, 1, 0x14, 2, 0, .. "\\\\t.example\\x"u8],
        ];
        var mutated = Gen.Select(Gen.Int[0, seeds.Length - 1], Gen.Select(Gen.Int[0, 100_000], Gen.Byte).Array[0, 12], Gen.Int[0, 100_000])
            .Select((seed, changes, cut) =>
            {
                var bytes = (byte[])seeds[seed].Clone();
                foreach (var (at, value) in changes) bytes[at % bytes.Length] = value;
                return cut % 3 == 0 ? bytes[..(cut % bytes.Length)] : bytes;
            });
        var names = Gen.OneOf("", "a", "a.html", "a.svg", "a.lnk", "a.ics", "a.gz", ".", "..", "a.pdf.exe", "\u202e");
        Gen.Select(Gen.OneOf(mutated, Gen.Byte.Array[0, 300]), names).Sample((bytes, name) =>
        {
            var (attachment, _) = Read(bytes, name, encoding: ContentEncoding.Binary);
            Assert.Equal(bytes.Length, attachment.Size);
        }, iter: 20_000);
    }
}
