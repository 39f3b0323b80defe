using System.Text;
using Serjeant.Facts;
using Xunit;
using static Serjeant.Tests.Facts.Attachments.AttachmentReading;
using static Serjeant.Tests.Facts.Attachments.SampleFiles;

namespace Serjeant.Tests.Facts.Attachments;

public class DocumentTests
{
    [Theory]
    [InlineData("attachedTemplate", AttachmentTraits.ExternalReference)]
    [InlineData("oleObject", AttachmentTraits.ExternalReference)]
    [InlineData("image", AttachmentTraits.ExternalReference)]
    [InlineData("frame", AttachmentTraits.ExternalReference)]
    [InlineData("hyperlink", AttachmentTraits.None)]
    public void A_relation_to_elsewhere_is_a_link_and_all_but_hyperlinks_fetch(string kind, AttachmentTraits traits)
    {
        var (attachment, links) = Read(Office(("word/document.xml", "<w/>"), ("word/_rels/document.xml.rels", Relation(kind, "https://t.example/x.dotm?a=1&amp;b=2"))), "a.docx");

        Assert.Equal(traits, attachment.Traits);
        var link = Assert.Single(links);
        Assert.Equal(("https://t.example/x.dotm?a=1&b=2", LinkPlace.OfficeRelation, LinkFire.Clicking), (link.Address.Text, link.Place, link.Fires));
    }

    [Fact]
    public void A_relation_to_this_machine_fetches_nothing_from_elsewhere() =>
        Assert.Equal(AttachmentTraits.None, Read(Office(("xl/_rels/x.rels", Relation("externalLinkPath", "file:///C:\\Users\\a\\b.xlsx"))), "a.xlsx").Attachment.Traits);

    [Theory]
    [InlineData("word/vbaProject.bin")]
    [InlineData("xl/macrosheets/sheet1.xml")]
    public void Macros_are_noticed_by_their_part(string part) =>
        Assert.Equal(AttachmentTraits.Macros, Read(Office(("word/document.xml", "<w/>"), (part, "x")), "a.docm").Attachment.Traits);

    [Fact]
    public void Macros_and_encryption_of_old_documents_are_noticed()
    {
        var encrypted = new byte[600];
        encrypted[11] = 1;

        Assert.Equal(AttachmentTraits.Macros, Read(Ole(("WordDocument", new byte[600]), ("_VBA_PROJECT", new byte[10])), "a.doc").Attachment.Traits);
        Assert.Equal(AttachmentTraits.PasswordProtected, Read(Ole(("WordDocument", encrypted)), "a.doc").Attachment.Traits);
        Assert.Equal(AttachmentTraits.PasswordProtected, Read(Ole(("EncryptedPackage", new byte[10]), ("EncryptionInfo", new byte[10])), "a.docx").Attachment.Traits);
    }

    [Fact]
    public void Excel_4_macros_and_passwords_stand_in_the_records()
    {
        byte[] begin = [0x09, 0x08, 2, 0, 0, 6];
        byte[] macroSheet = [.. begin, 0x85, 0, 8, 0, 0, 0, 0, 0, 0, 1, 1, 0, 0x0a, 0, 0, 0];
        byte[] password = [.. begin, 0x2f, 0, 2, 0, 0, 0];

        Assert.Equal(AttachmentTraits.Macros, Read(Ole(("Workbook", macroSheet)), "a.xls").Attachment.Traits);
        Assert.Equal(AttachmentTraits.PasswordProtected, Read(Ole(("Workbook", password)), "a.xls").Attachment.Traits);
    }

    [Fact]
    public void A_file_packed_into_a_document_is_named_and_looked_into()
    {
        byte[] native = [0, 0, 0, 0, 2, 0, .. "readme.txt\0"u8, .. "c:\\x\0"u8, 0, 0, 3, 0, 2, 0, 0, 0, .. "x\0"u8, 0, 1, 0, 0, .. Exe];

        var (attachment, _) = Read(Ole(("WordDocument", new byte[64]), ("\u0001Ole10Native", native)), "a.doc");

        Assert.Equal(["readme.txt"], attachment.Inside);
        Assert.Equal(AttachmentTraits.ArchiveHoldsProgram, attachment.Traits);
    }

    [Fact]
    public void An_outlook_item_tells_what_is_attached_to_it()
    {
        var (attachment, _) = Read(Ole(("__properties_version1.0", new byte[64]), ("__substg1.0_3707001F", Encoding.Unicode.GetBytes("run.hta")), ("__substg1.0_37010102", Text("x"))), "a.msg");

        Assert.Equal(["run.hta"], attachment.Inside);
        Assert.Equal(AttachmentTraits.ArchiveHoldsProgram, attachment.Traits);
    }

    [Theory]
    [InlineData("/A << /S /URI /URI (https://t.example/a\\(b\\)) >>", "https://t.example/a(b)", AttachmentTraits.None)]
    [InlineData("/A << /S /URI /URI <68747470733a2f2f742e6578616d706c652f> >>", "https://t.example/", AttachmentTraits.None)]
    [InlineData("/A << /S /URI /#55RI (https://t.example/\\141) >>", "https://t.example/a", AttachmentTraits.None)]
    [InlineData("/OpenAction << /S /URI /URI (https://t.example/) >>", "https://t.example/", AttachmentTraits.ExternalReference)]
    [InlineData("/A << /S /GoToR /F (\\\\\\\\t.example\\\\share) >>", "\\\\t.example\\share", AttachmentTraits.ExternalReference)]
    [InlineData("/A << /S /SubmitForm /F << /FS /URL /F (https://t.example/s) >> >>", "https://t.example/s", AttachmentTraits.ExternalReference)]
    public void Actions_of_a_pdf_are_links(string body, string url, AttachmentTraits traits)
    {
        foreach (var file in (byte[][])[Pdf($"1 0 obj << {body} >> endobj"), PackedPdf($"<< {body} >>")])
        {
            var (attachment, links) = Read(file, "a.pdf");

            Assert.Equal(traits, attachment.Traits);
            var link = Assert.Single(links);
            Assert.Equal((url, LinkPlace.Pdf, LinkFire.Clicking), (link.Address.Text, link.Place, link.Fires));
        }
    }

    [Theory]
    [InlineData("/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >>", AttachmentTraits.Script)]
    [InlineData("/A << /S /Launch /F (cmd.exe) >>", AttachmentTraits.ExternalReference | AttachmentTraits.ArchiveHoldsProgram)]
    [InlineData("/Encrypt 5 0 R", AttachmentTraits.PasswordProtected)]
    [InlineData("/EF << >> /UF (run.js)", AttachmentTraits.ArchiveHoldsProgram)]
    [InlineData("/Type /Page /URI 5 0 R", AttachmentTraits.None)]
    public void What_acts_in_a_pdf_is_noticed(string body, AttachmentTraits traits) =>
        Assert.Equal(traits, Read(Pdf($"1 0 obj << {body} >> endobj"), "a.pdf").Attachment.Traits);

    [Fact]
    public void Bytes_inside_other_streams_are_not_taken_for_actions() =>
        Assert.Equal(AttachmentTraits.None, Read(Pdf("1 0 obj << /Length 40 >>\nstream\n/JavaScript /Launch /URI (http://t.example)\nendstream endobj"), "a.pdf").Attachment.Traits);

    [Theory]
    [InlineData("{\\rtf1{\\*\\template https://t.example/x.dotm}}", AttachmentTraits.ExternalReference)]
    [InlineData("{\\rtf1{\\*\\template \\'68ttps://t.example/x.dotm}}", AttachmentTraits.ExternalReference)]
    [InlineData("{\\rtf1{\\field{\\*\\fldinst{INCLUDEPICTURE \"https://t.example/x.dotm\"}}}}", AttachmentTraits.ExternalReference)]
    [InlineData("{\\rtf1{\\field{\\*\\fldinst{HYPERLINK \"https://t.example/x.dotm\"}}}}", AttachmentTraits.None)]
    [InlineData("{\\rtf1{\\object\\objautlink{\\*\\objdata 680074007400700073003a002f002f0074002e006500780061006d0070006c0065002f0078002e0064006f0074006d000000}}}", AttachmentTraits.ExternalReference)]
    public void Rich_text_that_leads_elsewhere_is_read(string text, AttachmentTraits traits)
    {
        var (attachment, links) = Read(Text(text), "a.rtf");

        Assert.Equal(traits, attachment.Traits);
        Assert.Equal(("https://t.example/x.dotm", LinkPlace.RichText), (Assert.Single(links).Address.Text, links[0].Place));
    }

    [Fact]
    public void Calendars_give_their_links_across_folded_lines()
    {
        var (_, links) = Read(Text("BEGIN:VCALENDAR\r\nURL:https://t.example/a\r\n bc\r\nDESCRIPTION:Join https://u.example/x\\, or\\nhttps://v.example/\r\nEND:VCALENDAR"), "a.ics", "text/calendar");

        Assert.Equal(["https://t.example/abc", "https://u.example/x", "https://v.example/"], links.Select(link => link.Address.Text));
        Assert.All(links, link => Assert.Equal(LinkPlace.Calendar, link.Place));
    }

    [Theory]
    [InlineData("[InternetShortcut]\r\nURL=file://t.example/share/x.exe\r\n", "a.url")]
    [InlineData("<?xml version=\"1.0\"?><libraryDescription><url>https://t.example/dav</url></libraryDescription>", "a.library-ms")]
    public void Shortcuts_lead_somewhere(string text, string name)
    {
        var (attachment, links) = Read(Text(text), name);

        Assert.Equal(AttachmentTraits.Shortcut | AttachmentTraits.ExternalReference, attachment.Traits);
        Assert.Equal("t.example", Assert.Single(links).Address.Host.Name);
    }
}
