using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using MimeKit;
using Serjeant.Samples;
using Xunit;

namespace Serjeant.Tests.Samples;

public sealed partial class HouseGeneratorTests
{
    [Fact]
    public void The_same_seed_gives_the_same_bytes()
    {
        var (first, second) = (SampleHouses.Of(7), HouseGenerator.Generate(new HouseOptions { Seed = 7 }));
        Assert.Equal(Fingerprint(first), Fingerprint(second));
    }

    [Fact]
    public void Another_seed_gives_another_house() => Assert.NotEqual(SampleHouses.Of(7).RosterYaml, SampleHouses.Of(8).RosterYaml);

    [Theory]
    [InlineData("de-DE")]
    [InlineData("ar-SA")]
    [InlineData("sv-SE")]
    public void No_culture_changes_a_byte(string culture)
    {
        var before = Thread.CurrentThread.CurrentCulture;
        try
        {
            Thread.CurrentThread.CurrentCulture = new System.Globalization.CultureInfo(culture);
            Assert.Equal(Fingerprint(SampleHouses.Of(7)), Fingerprint(HouseGenerator.Generate(new HouseOptions { Seed = 7 })));
        }
        finally
        {
            Thread.CurrentThread.CurrentCulture = before;
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2021)]
    public void Every_kind_of_mail_is_there_in_its_number(int seed)
    {
        var house = SampleHouses.Of(seed);
        int Count(string kind) => house.OfKind(kind).Count();
        Assert.Equal(600, house.Mails.Count);
        Assert.Equal(90, Count("reconnaissance"));
        Assert.InRange(Count("impersonation"), 7, 11);
        Assert.Equal(3, Count("returned"));
        Assert.Equal(2, house.Reports.Count);
        Assert.Equal([2, 1, 2], new[] { "delegate", "namesake", "share" }.Select(Count));
        Assert.InRange(Count("credentials"), 12, 20);
        Assert.Equal(98, Count("alliance-newsletter"));
        Assert.InRange(Count("newsletter"), 85, 99);
        Assert.InRange(Count("petition"), 28, 33);
        foreach (var kind in new[] { "correspondence", "casework", "press", "list", "bounce", "autoreply", "calendar", "notification", "junk", "sent" })
            Assert.InRange(Count(kind), 8, 110);
        foreach (var mail in house.Mails)
            Assert.Equal(mail.Truth.Kind switch { "reconnaissance" or "impersonation" or "credentials" => "hostile", "junk" => "any", "returned" => "suspect", _ => "ordinary" }, mail.Truth.Expected);
    }

    [Fact]
    public void Every_mail_parses_and_names_itself()
    {
        foreach (var mail in SampleHouses.Of(2021).Mails)
        {
            var message = mail.Parsed();
            Assert.Equal(mail.Truth.MessageId, message.MessageId);
            Assert.NotEmpty(message.From);
            Assert.NotNull(message.Subject);
            Assert.InRange((mail.Received - message.Date).TotalHours, -24, 40);
            Assert.All(message.BodyParts, part => Assert.NotNull(part.ContentType));
            Assert.False(string.IsNullOrEmpty(message.TextBody ?? message.HtmlBody));
            Assert.True(mail.Truth.Kind == "sent" || message.Headers.Contains(HeaderId.Received));
        }
    }

    [Fact]
    public void Message_ids_are_unique_but_for_copies_of_one_message()
    {
        var twice = SampleHouses.Of(2021).Mails.Where(m => m.Truth.Kind is not ("sent" or "list" or "correspondence")).GroupBy(m => m.Truth.MessageId).Where(g => g.Count() > 1);
        Assert.Empty(twice);
    }

    [Fact]
    public void Nobody_outside_bears_a_protected_name_but_the_impersonators_and_one_namesake()
    {
        var house = SampleHouses.Of(11, 5000, 25);
        var people = house.RosterYaml.Split("  - id: ").Skip(1).ToList();
        var names = people.Select(p => p.Split('\n')[1].Replace("name:", "", StringComparison.Ordinal).Replace("Rt Hon ", "", StringComparison.Ordinal).Replace("Dr ", "", StringComparison.Ordinal).Trim(' ', '"')).ToHashSet();
        var addresses = people.SelectMany(p => Addresses().Matches(p)).Select(m => m.Value).ToList();
        Assert.Equal(addresses.Count, addresses.Distinct().Count());
        foreach (var mail in house.Mails.Where(m => m.Truth.Expected == "ordinary"))
        {
            var from = mail.Parsed().From.Mailboxes.Single();
            Assert.True(!names.Contains(from.Name ?? "") || addresses.Contains(from.Address) || mail.Truth.Kind == "namesake", $"{from} in {mail.Path}");
        }
    }

    [Theory]
    [InlineData(3)]
    [InlineData(2021)]
    public void Every_host_is_a_reserved_one(int seed)
    {
        foreach (var mail in SampleHouses.Of(seed).Mails.Concat(SampleHouses.Of(seed).Reports))
        {
            var message = mail.Parsed();
            var text = $"{message.Headers.Select(h => h.Value).Aggregate("", (a, b) => a + "\n" + b)}\n{message.TextBody}\n{message.HtmlBody}";
            foreach (Match match in Hosts().Matches(text))
            {
                var host = match.Groups[1].Value;
                // XML namespaces of a mail program; nobody connects to them.
                if (host is "www.w3.org")
                    continue;
                Assert.True(host.EndsWith(".example", StringComparison.Ordinal) || host.EndsWith(".test", StringComparison.Ordinal), $"{host} in {mail.Path}");
            }
        }
    }

    [Fact]
    public void Attachments_are_what_they_say()
    {
        var attachments = SampleHouses.Of(2021).Mails.SelectMany(m => m.Parsed().Attachments).OfType<MimePart>().ToList();
        Assert.True(attachments.Count > 10);
        foreach (var attachment in attachments)
        {
            using var content = new MemoryStream();
            attachment.Content!.DecodeTo(content, TestContext.Current.CancellationToken);
            var bytes = content.ToArray();
            switch (Path.GetExtension(attachment.FileName))
            {
                case ".pdf":
                    Assert.StartsWith("%PDF-1.4", Encoding.Latin1.GetString(bytes), StringComparison.Ordinal);
                    break;
                case ".docx":
                    using (var zip = new ZipArchive(content))
                    using (var reader = new StreamReader(zip.GetEntry("word/document.xml")!.Open()))
                        Assert.Contains("<w:document", reader.ReadToEnd(), StringComparison.Ordinal);
                    break;
                case ".jpg":
                    Assert.Equal([0xFF, 0xD8, 0xFF], bytes[..3]);
                    break;
                default:
                    Assert.EndsWith(".html", attachment.FileName, StringComparison.Ordinal);
                    break;
            }
        }
    }

    [Fact]
    public void A_thin_campaign_hides_in_five_thousand_mails()
    {
        var house = SampleHouses.Of(11, 5000, 25);
        Assert.Equal(5000, house.Mails.Count);
        Assert.Equal(25, house.OfKind("reconnaissance").Count());
        Assert.Equal(10, house.OfKind("reconnaissance").Select(m => m.Parsed().From.Mailboxes.Single().Address).Distinct().Count());
    }

    private static string Fingerprint(GeneratedHouse house)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var (path, bytes) in HouseWriter.Files(house))
        {
            hash.AppendData(Encoding.UTF8.GetBytes(path));
            hash.AppendData(bytes);
        }
        foreach (var report in house.Reports) hash.AppendData(report.Bytes);
        hash.AppendData(HouseWriter.TruthLines([.. house.Mails, .. house.Reports]));
        return Convert.ToHexString(hash.GetHashAndReset());
    }

    [GeneratedRegex(@"(?:@|//)([A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*\.[A-Za-z]{2,})", RegexOptions.NonBacktracking)]
    private static partial Regex Hosts();

    [GeneratedRegex(@"[a-z0-9.-]+@[a-z.-]+", RegexOptions.NonBacktracking)]
    private static partial Regex Addresses();
}
