using CsCheck;
using MimeKit;
using Serjeant.Facts;
using Serjeant.Facts.Bulk;
using Serjeant.Tests.Facts.Route;
using Xunit;

namespace Serjeant.Tests.Facts.Bulk;

public sealed class BulkReaderTests
{
    private static BulkFacts Read(MimeMessage message, bool nullReturnPath = false) => new BulkReader().Read(message.Headers, message.Body, nullReturnPath);

    private static BulkFacts Headers(string text, bool nullReturnPath = false) => new BulkReader().Read(FactsMaterial.Headers(text), null, nullReturnPath);

    [Theory]
    [InlineData("delivery-status.eml", MessageKind.Bounce)]
    [InlineData("bounce-of-old.eml", MessageKind.Bounce)]
    [InlineData("invitation.eml", MessageKind.Calendar)]
    [InlineData("google-writes-below.eml", MessageKind.Ordinary)]
    public void A_sample_is_of_its_kind(string sample, MessageKind kind) => Assert.Equal(kind, Read(FactsMaterial.Sample(sample)).Kind);

    [Theory]
    [InlineData("Auto-Submitted: auto-replied (vacation)\nSubject: Re: x", MessageKind.AutoReply)]
    [InlineData("Auto-Submitted: no\nSubject: x", MessageKind.Ordinary)]
    [InlineData("Auto-Submitted: auto-generated\nSubject: Ticket", MessageKind.Automatic)]
    [InlineData("X-Autoreply: yes\nSubject: x", MessageKind.AutoReply)]
    [InlineData("X-Auto-Response-Suppress: All\nSubject: =?utf-8?q?R=C3=A9ponse_automatique?=", MessageKind.AutoReply)]
    [InlineData("X-Auto-Response-Suppress: All\nSubject: Minutes", MessageKind.Ordinary)]
    [InlineData("Subject: Out of office", MessageKind.Ordinary)]
    [InlineData("From: Mailer-Daemon@x.example\nSubject: Your parcel", MessageKind.Ordinary)]
    [InlineData("X-Failed-Recipients: a@b.example\nSubject: x", MessageKind.Bounce)]
    [InlineData("Content-Class: urn:content-classes:calendarmessage", MessageKind.Calendar)]
    public void A_header_tells_the_kind_only_together_with_what_belongs_to_it(string headers, MessageKind kind) => Assert.Equal(kind, Headers(headers).Kind);

    [Theory]
    [InlineData("feedback-report", MessageKind.FeedbackReport)]
    [InlineData("disposition-notification", MessageKind.ReadReceipt)]
    [InlineData("delivery-status", MessageKind.Bounce)]
    public void A_report_says_what_it_reports(string type, MessageKind kind)
    {
        var report = new Multipart("report");
        report.ContentType.Parameters["report-type"] = type;
        Assert.Equal(kind, new BulkReader().Read(new HeaderList(), report, false).Kind);
    }

    [Fact]
    public void A_newsletter_declares_itself()
    {
        var facts = Headers("""
            List-Id: The paper <News.Paper.example>
            List-Unsubscribe: <https://paper.example/u>
            List-Unsubscribe-Post: List-Unsubscribe=One-Click
            Feedback-ID: 1:2:3:service
            Precedence: Bulk
            List-Post: NO
            """);
        Assert.Equal(("news.paper.example", "1:2:3:service", "bulk"), (facts.ListId, facts.FeedbackId, facts.Precedence));
        Assert.True(facts.ListUnsubscribe && facts.OneClickUnsubscribe && facts.Declared);
        Assert.False(facts.DiscussionList);
    }

    [Fact]
    public void A_discussion_list_takes_mail() =>
        Assert.True(Headers("List-Id: <a.forum.example>\nList-Post: <mailto:a@forum.example>").DiscussionList);

    [Theory]
    [InlineData("Disposition-Notification-To: Watcher <w@eye.example>")]
    [InlineData("Return-Receipt-To: w@eye.example")]
    [InlineData("X-Confirm-Reading-To: <w@eye.example>")]
    public void A_receipt_asked_for_names_who_gets_it(string header) => Assert.Equal("w@eye.example", Headers(header).ReceiptTo?.ToString());

    [Theory]
    [InlineData("X-Priority: 1 (Highest)", true)]
    [InlineData("X-Priority: 3", false)]
    [InlineData("Importance: High", true)]
    [InlineData("Priority: urgent", true)]
    public void Urgency_is_what_the_sender_says(string header, bool urgent) => Assert.Equal(urgent, Headers(header).MarkedUrgent);

    [Fact]
    public void No_bytes_whatsoever_make_a_reader_throw()
    {
        string[] names = ["From", "Subject", "Return-Path", "List-Id", "List-Post", "Precedence", "Auto-Submitted", "Disposition-Notification-To", "X-Priority", "Feedback-ID", "X-Failed-Recipients", "X-", "X-A", "Content-Class"];
        Gen.Select(FactsMaterial.OneOf(names), Gen.Byte.Array[0, 60]).Array[0, 10].Sample(fields =>
        {
            var headers = new HeaderList();
            foreach (var (name, raw) in fields) headers.Add(FactsMaterial.RawHeader(name, raw));
            new BulkReader().Read(headers, null, fields.Length % 2 == 0);
        }, iter: 3000);
        Gen.Byte.Array[0, 400].Sample(raw =>
        {
            var body = FactsMaterial.Entity(([.. "Content-Type: multipart/report; boundary=b\r\n\r\n--b\r\nContent-Type: text/calendar\r\nContent-Transfer-Encoding: base64\r\n\r\n"u8, .. raw]));
            new BulkReader().Read(new HeaderList(), body, false);
        }, iter: 500);
    }

    [Fact]
    public void Nearly_all_real_bounces_are_recognised()
    {
        var (messages, found) = (0, 0);
        foreach (var file in Directory.GetFiles(FactsMaterial.Shared("corpora/bounces")))
        {
            messages++;
            if (Read(FactsMaterial.Message(file)).Kind != MessageKind.Ordinary) found++;
        }
        Assert.True(found >= messages * 0.97, $"{found} of {messages}");
    }

    [Theory]
    [InlineData("ham-lists")]
    [InlineData("ham-2007")]
    [InlineData("phish")]
    public void Other_mail_is_not_taken_for_a_bounce_or_an_answer(string corpus)
    {
        foreach (var file in Directory.GetFiles(FactsMaterial.Shared("corpora/" + corpus)))
        {
            var kind = Read(FactsMaterial.Message(file)).Kind;
            Assert.False(kind is MessageKind.Bounce or MessageKind.AutoReply or MessageKind.FeedbackReport or MessageKind.ReadReceipt, $"{file}: {kind}");
        }
    }
}
