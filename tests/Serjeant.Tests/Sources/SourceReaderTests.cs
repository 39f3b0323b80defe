using System.IO.Compression;
using System.Text;
using Serjeant.Sources;
using Xunit;
using static Serjeant.Tests.Sources.Reading;

namespace Serjeant.Tests.Sources;

public sealed class SourceReaderTests
{
    private const string First = "From: Ann Able <ann@house.example>\nTo: ben@house.example\nSubject: First\n\nThe committee meets on Tuesday.\n";
    private const string Second = "From: Ben Bold <ben@house.example>\nTo: ann@house.example\nSubject: Second\n\nAgreed.\n\nBen\n";
    private const string Third = "Return-Path: <cat@house.example>\nSubject: Third\nFrom: cat@house.example\n\nNo objection.\n";

    [Theory]
    [InlineData("single-lf.eml", 0)]
    [InlineData("single-behind-mark-and-empty-lines.eml", 6)]
    [InlineData("single-behind-envelope-line.eml", 48)]
    [InlineData("single.eml.gz", 0)]
    public async Task A_single_message_is_its_bytes_from_the_first_field_on(string sample, long offset)
    {
        var item = Assert.Single(await Read(Sample(sample)));
        Assert.Equal(First, Text(item));
        Assert.Equal(new MessagePlace(Sample(sample), 0, offset), item.Place);
    }

    [Fact]
    public async Task Line_ends_of_a_single_message_stay_as_they_are() =>
        Assert.Equal(First.ReplaceLineEndings("\r\n"), Text(Assert.Single(await Read(Sample("single-crlf.eml")))));

    [Fact]
    public async Task A_message_that_lost_its_first_letters_is_mail_still() =>
        Assert.EndsWith(First, Text(Assert.Single(await Read(Sample("single-that-lost-its-first-letters.eml")))), StringComparison.Ordinal);

    [Theory]
    [InlineData("three-lf.mbox")]
    [InlineData("three-crlf.mbox")]
    [InlineData("three-mixed-line-ends.mbox")]
    [InlineData("three-without-empty-lines-between.mbox")]
    [InlineData("three-undated-as-thunderbird.mbox")]
    [InlineData("three-with-odd-dates.mbox")]
    public async Task An_mbox_is_parted_into_its_messages(string sample)
    {
        var items = await Read(Sample(sample));
        Assert.Equal([First, Second, Third], items.Select(i => Text(i).ReplaceLineEndings("\n")));
        Assert.Equal([0, 1, 2], items.Select(i => i.Place.Ordinal));
        var bytes = await System.IO.File.ReadAllBytesAsync(Sample(sample), TestContext.Current.CancellationToken);
        Assert.All(items, i => Assert.True(bytes.AsSpan((int)i.Place.Offset).StartsWith(((RawMessage)i).Bytes.Span)));
        Assert.Equal(bytes.Length, items[^1].End);
    }

    [Fact]
    public async Task The_last_message_needs_no_final_newline() =>
        Assert.Equal([First, Second, Third.TrimEnd('\n')], (await Read(Sample("three-without-final-newline.mbox"))).Select(Text));

    [Fact]
    public async Task Sentences_that_begin_with_From_part_nothing()
    {
        var items = await Read(Sample("unquoted-sentences.mbox"));
        Assert.Equal(2, items.Count);
        Assert.Contains("\nFrom Russia with love\nYear: 1963\n", Text(items[0]), StringComparison.Ordinal);
        Assert.Equal(Second, Text(items[1]));
    }

    [Fact]
    public async Task One_quote_mark_is_taken_off_lines_of_a_body_that_begin_with_From()
    {
        var items = await Read(Sample("quoted-mboxrd.mbox"));
        Assert.Equal("From: ann@house.example\nSubject: Quoted\n\nFrom here on\n>From there\n> From a reply\nNot >From this\n", Text(items[0]));
        Assert.Equal(2, items.Count);
    }

    [Fact]
    public async Task Where_the_first_message_is_counted_right_lengths_are_believed_and_nothing_is_unquoted()
    {
        var items = await Read(Sample("counted-mboxcl2.mbox"));
        Assert.Equal(3, items.Count);
        Assert.EndsWith("Subject: not a message of its own\n\n>From as it stands\n", Text(items[0]), StringComparison.Ordinal);
        Assert.EndsWith("\n\nYes", Text(items[1]), StringComparison.Ordinal);
        Assert.Equal(Third, Text(items[2]));
    }

    [Fact]
    public async Task A_sender_cannot_hide_the_next_message_by_a_length_of_his_own()
    {
        var items = await Read(Sample("length-that-lies-in-an-mboxrd.mbox"));
        Assert.Equal(4, items.Count);
        Assert.Equal(Second, Text(items[2]));
    }

    [Fact]
    public async Task A_second_envelope_line_is_no_part_of_the_message() =>
        Assert.Equal(First, Text(Assert.Single(await Read(Sample("delivered-twice.mbox")))));

    [Fact]
    public async Task All_members_of_a_gzip_are_read() =>
        Assert.Equal([First, Second], (await Read(Sample("two-members.mbox.gz"))).Select(Text));

    [Theory]
    [InlineData(0, 9000)]
    [InlineData('x', 1)]
    public async Task Padding_behind_a_gzip_is_left_alone(int padding, int count)
    {
        var bytes = await System.IO.File.ReadAllBytesAsync(Sample("two-members.mbox.gz"), TestContext.Current.CancellationToken);
        Assert.Equal([First, Second], (await Read([.. bytes, .. Enumerable.Repeat((byte)padding, count)])).Select(Text));
    }

    [Fact]
    public async Task A_gzip_cut_anywhere_gives_no_message_that_is_not_whole()
    {
        var bytes = await System.IO.File.ReadAllBytesAsync(Sample("single.eml.gz"), TestContext.Current.CancellationToken);
        for (var length = 3; length < bytes.Length; length++)
            Assert.StartsWith("the gzip is damaged or cut short", Reason(Assert.Single(await Read(bytes[..length]))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_gzip_that_is_cut_short_gives_what_is_whole_and_lists_the_rest()
    {
        var items = await Read(Sample("cut-short.mbox.gz"));
        Assert.Equal([First, Second, Third], items.SkipLast(1).Select(Text));
        Assert.Equal("the gzip is damaged or cut short; the message that begins here is not whole", Reason(items[^1]));
        Assert.Equal(3, items[^1].Place.Ordinal);
    }

    [Theory]
    [InlineData("twice-packed.gz", "a gzip inside a gzip, which is not opened")]
    [InlineData("page.html", "not mail: begins like an HTML or XML page")]
    [InlineData("data.json", "not mail: begins like JSON")]
    [InlineData("notes.txt", "not mail: text without the header fields that mail begins with")]
    [InlineData("settings.txt", "not mail: text without the header fields that mail begins with")]
    public async Task What_is_no_mail_is_one_line_that_says_why(string sample, string reason) =>
        Assert.Equal(reason, Reason(Assert.Single(await Read(Sample(sample)))));

    [Theory]
    [InlineData("%PDF-1.7\n", "not mail: begins like a PDF")]
    [InlineData("PK\u0003\u0004....", "a ZIP archive or an Office file, not opened: unpack it first")]
    [InlineData("!BDN....", "an Outlook folder file (.pst, .ost), not opened: export its messages as .eml or mbox")]
    [InlineData("\u0000\u0000\u0000", "not mail: nothing but zero bytes, as a crash leaves behind")]
    [InlineData("---\ntitle: A page\ndate: 2026-03-03\n---\n\nText\n", "not mail: text without the header fields that mail begins with")]
    [InlineData("status: done\npriority: high\n", "not mail: text without the header fields that mail begins with")]
    [InlineData("\n\n \n", "not mail: nothing but blanks and line ends")]
    [InlineData("From here to there\nis a long way\n", "not mail: begins with \"From \", but no header field follows")]
    [InlineData("1234\nReceived: from here\n", "an Apple Mail message (.emlx), not opened: export its messages as .eml or mbox")]
    public async Task Other_kinds_of_files_are_named(string bytes, string reason) =>
        Assert.Equal(reason, Reason(Assert.Single(await Read(Encoding.Latin1.GetBytes(bytes)))));

    [Fact]
    public async Task A_file_of_no_bytes_is_an_mbox_without_messages() => Assert.Empty(await Read(Array.Empty<byte>()));

    [Fact]
    public async Task A_file_that_is_gone_is_listed()
    {
        var items = new List<SourceItem>();
        await foreach (var item in new SourceReader(SourceLimits.Default).ReadAsync(new SourceFile(Sample("none"), 1, default), null, TestContext.Current.CancellationToken))
            items.Add(item);
        Assert.Equal("no longer there", Reason(Assert.Single(items)));
    }

    [Fact]
    public async Task A_message_above_the_bound_is_passed_over_and_the_next_is_read()
    {
        var limits = new SourceLimits { MessageBytes = 2000 };
        var great = "Subject: great\n\n" + string.Concat(Enumerable.Repeat("All work and no play\n", 60_000));
        var mbox = $"From a@b.example Tue Mar  3 10:11:00 2026\n{First}\nFrom a@b.example Tue Mar  3 10:11:00 2026\n{great}\nFrom a@b.example Tue Mar  3 10:11:00 2026\n{Third}\n";
        var items = await Read(Encoding.ASCII.GetBytes(mbox), limits: limits);
        Assert.Equal(3, items.Count);
        Assert.Equal($"a message of {great.Length} bytes, above the bound of 2000", Reason(items[1]));
        Assert.Equal(Third, Text(items[2]));
        Assert.Equal(2, items[2].Place.Ordinal);

        var single = Assert.Single(await Read(Encoding.ASCII.GetBytes(great), limits: limits));
        Assert.Equal($"a message of {great.Length} bytes, above the bound of 2000", Reason(single));
    }

    [Fact]
    public async Task A_gzip_that_unpacks_beyond_the_ratio_is_refused()
    {
        var packed = new MemoryStream();
        await using (var gzip = new GZipStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            gzip.Write("Subject: bomb\n\n"u8);
            for (var i = 0; i < 64; i++)
                gzip.Write(new byte[1024 * 1024]);
        }
        var item = Assert.Single(await Read(packed.ToArray()));
        Assert.StartsWith("the gzip unpacks to more than 200 times its size", Reason(item), StringComparison.Ordinal);
        Assert.True(item.End < 32 * 1024 * 1024);
    }

    [Fact]
    public async Task A_disk_that_fails_in_the_middle_gives_what_came_before()
    {
        var bytes = await System.IO.File.ReadAllBytesAsync(Sample("three-lf.mbox"), TestContext.Current.CancellationToken);
        var items = await Read(() => new FailingStream(bytes, bytes.Length - 20));
        Assert.Equal([First, Second], items.SkipLast(1).Select(Text));
        Assert.Equal("the disk is on fire; the message that begins here is not whole", Reason(items[^1]));

        Assert.Equal("the disk is on fire", Reason(Assert.Single(await Read(() => new FailingStream(bytes, 0)))));
    }

    [Fact]
    public async Task Cancellation_is_obeyed()
    {
        using var stop = new CancellationTokenSource();
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var _ in new SourceReader(SourceLimits.Default).ReadAsync(Reading.File(Sample("three-lf.mbox")), null, stop.Token)) { }
        });
    }
}
