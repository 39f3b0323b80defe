using System.Text;
using Serjeant.Facts;
using Xunit;
using static Serjeant.Tests.Facts.Attachments.AttachmentReading;
using static Serjeant.Tests.Facts.Attachments.SampleFiles;

namespace Serjeant.Tests.Facts.Attachments;

public class ArchiveTests
{
    [Fact]
    public void Entries_are_listed_and_a_program_among_them_is_noticed()
    {
        var (attachment, _) = Read(Zip(("readme.txt", Text("x")), ("folder/run.js", Text("x"))), "a.zip");

        Assert.Equal(["readme.txt", "folder/run.js"], attachment.Inside);
        Assert.Equal(AttachmentTraits.ArchiveHoldsProgram, attachment.Traits);
    }

    [Fact]
    public void A_program_is_noticed_by_content_too() =>
        Assert.Equal(AttachmentTraits.ArchiveHoldsProgram, Read(Zip(("readme.txt", Exe)), "a.zip").Attachment.Traits);

    [Fact]
    public void Harmless_archives_have_no_traits() =>
        Assert.Equal(AttachmentTraits.None, Read(Zip(("a.txt", Text("x")), ("b.png", Png)), "a.zip").Attachment.Traits);

    [Fact]
    public void Encryption_is_noticed_and_names_are_still_listed()
    {
        var (attachment, _) = Read(Encrypted(Zip(("invoice.exe", Exe))), "a.zip");

        Assert.Equal(["invoice.exe"], attachment.Inside);
        Assert.Equal(AttachmentTraits.EncryptedArchive | AttachmentTraits.ArchiveHoldsProgram, attachment.Traits);
    }

    [Fact]
    public void Archives_in_archives_are_opened_and_what_is_in_them_is_told()
    {
        var inner = Zip(("page.html", Text("<html><form><input type=password></form><a href='https://t.example/x'>x</a></html>")));

        var (attachment, links) = Read(Zip(("inner.zip", inner)), "a.zip");

        Assert.Equal(["inner.zip", "page.html"], attachment.Inside);
        Assert.Equal(AttachmentTraits.NestedArchive | AttachmentTraits.Html | AttachmentTraits.LoginForm, attachment.Traits);
        Assert.Equal("t.example", Assert.Single(links).Address.Host.Name);
    }

    [Fact]
    public void Nesting_without_end_meets_its_bound()
    {
        var file = Zip(("a.txt", Text("x")));
        for (var i = 0; i < 20; i++) file = Zip(("a.zip", file));

        Assert.Equal(AttachmentTraits.NestedArchive | AttachmentTraits.BoundReached, Read(file, "a.zip").Attachment.Traits);
    }

    [Fact]
    public void A_bomb_is_unpacked_to_its_bound_only()
    {
        var limits = FactsLimits.Default with { ArchiveBytes = 1024 * 1024 };

        var (attachment, _) = Read(Zip(("a.bin", new byte[50_000_000])), "a.zip", limits: limits);

        Assert.Equal(AttachmentTraits.BoundReached, attachment.Traits);
    }

    [Fact]
    public void More_entries_than_may_be_listed_meet_the_bound()
    {
        var file = Zip([.. Enumerable.Range(0, 30).Select(i => ($"{i}.txt", Text("x")))]);

        var (attachment, _) = Read(file, "a.zip", limits: FactsLimits.Default with { ArchiveEntries = 10 });

        Assert.Equal(10, attachment.Inside.Length);
        Assert.Equal(AttachmentTraits.BoundReached, attachment.Traits);
    }

    [Fact]
    public void A_zip_without_its_directory_is_read_by_its_local_headers()
    {
        var zip = Zip(("run.exe", Exe));

        var (attachment, _) = Read(zip[..zip.AsSpan().IndexOf("PK\x01\x02"u8)], "a.zip");

        Assert.Equal(["run.exe"], attachment.Inside);
    }

    [Fact]
    public void Bytes_before_a_zip_do_not_hide_its_entries() =>
        Assert.Equal(["run.exe"], Read([.. "PK\x03\x04junk"u8, .. Zip(("run.exe", Exe))], "a.zip").Attachment.Inside);

    [Fact]
    public void A_gzipped_tar_is_one_archive()
    {
        var (attachment, _) = Read(Gzip(Tar("x/run.vbs", Text("x"))), "a.tgz");

        Assert.Equal(["x/run.vbs"], attachment.Inside);
        Assert.Equal(AttachmentTraits.ArchiveHoldsProgram, attachment.Traits);
    }

    [Fact]
    public void A_gzipped_program_is_found() =>
        Assert.Equal(AttachmentTraits.ArchiveHoldsProgram, Read(Gzip(Exe), "statement.gz").Attachment.Traits);

    [Theory]
    [InlineData(true, AttachmentTraits.EncryptedArchive | AttachmentTraits.ArchiveHoldsProgram)]
    [InlineData(false, AttachmentTraits.ArchiveHoldsProgram)]
    public void Rar_headers_tell_names_and_passwords(bool encrypted, AttachmentTraits traits)
    {
        var (attachment, _) = Read(Rar("invoice.scr", encrypted), "a.rar");

        Assert.Equal(["invoice.scr"], attachment.Inside);
        Assert.Equal(traits, attachment.Traits);
    }

    [Fact]
    public void An_open_7z_header_tells_names_and_passwords()
    {
        var names = Encoding.Unicode.GetBytes("invoice.exe\0");
        byte[] header = [1, 4, 6, 0xf1, 7, 1, 0x11, (byte)(names.Length + 1), 0, .. names, 0, 0];
        byte[] file = [.. "7z"u8, 0xbc, 0xaf, 0x27, 0x1c, 0, 4, 0, 0, 0, 0, .. new byte[8], (byte)header.Length, .. new byte[7], 0, 0, 0, 0, .. header];

        var (attachment, _) = Read(file, "a.7z");

        Assert.Equal(["invoice.exe"], attachment.Inside);
        Assert.Equal(AttachmentTraits.EncryptedArchive | AttachmentTraits.ArchiveHoldsProgram, attachment.Traits);
    }

    [Fact]
    public void A_disk_image_shows_its_root_folder()
    {
        var (attachment, _) = Read(Iso("INVOICE.LNK;1"), "a.iso");

        Assert.Equal(["INVOICE.LNK"], attachment.Inside);
        Assert.Equal(AttachmentTraits.DiskImage | AttachmentTraits.ArchiveHoldsProgram, attachment.Traits);
    }

    [Fact]
    public void A_notebook_with_a_program_in_it_is_noticed() =>
        Assert.Equal(AttachmentTraits.OneNote | AttachmentTraits.ArchiveHoldsProgram, Read(OneNote(Exe), "a.one").Attachment.Traits);
}
