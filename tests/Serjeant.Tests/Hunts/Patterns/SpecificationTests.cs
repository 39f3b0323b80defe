using System.Text;
using System.Text.Json;
using Serjeant.Hunts.Patterns;
using Serjeant.Hunts.Tips;
using Xunit;

namespace Serjeant.Tests.Hunts.Patterns;

/// <summary>Patterns of the kinds that STIX 2.1, section 9.8, gives as examples, and what an index of mail can do with each.</summary>
public sealed class SpecificationTests
{
    private const string Sha = "aec070645fe53ee3b3763059376134f058cc337247c978add178b6ccdfb0019f", Md5 = "79054025255fb1a26e4bc422aef54eb4";

    [Theory]
    [InlineData($"[file:hashes.'SHA-256' = '{Sha}']", "File: " + Sha)]
    [InlineData($"[file:hashes.'SHA-256' = '{Sha}' AND file:mime_type = 'application/x-pdf']", "pattern, wider: File: " + Sha)]
    [InlineData($"[file:hashes.'SHA-256' = '{Sha}' OR file:hashes.MD5 = '{Md5}'] OR [file:hashes.MD5 = '{Md5}']", $"File: {Sha} | File: {Md5} | File: {Md5}")]
    [InlineData($"([file:hashes.MD5 = '{Md5}'] FOLLOWEDBY [windows-registry-key:key = 'HKEY_LOCAL_MACHINE\\\\foo\\\\bar']) WITHIN 300 SECONDS", $"pattern, wider: File: {Md5}")]
    [InlineData("[file:name = 'foo.dll' AND file:parent_directory_ref.path = 'C:\\\\Windows\\\\System32']", "pattern, wider: FileName: foo.dll")]
    [InlineData("[network-traffic:dst_ref.type = 'ipv4-addr' AND network-traffic:dst_ref.value = '203.0.113.33/32']", "pattern, wider: NetworkAddress: 203.0.113.33")]
    [InlineData("[network-traffic:dst_ref.type = 'domain-name' AND network-traffic:dst_ref.value = 'example.com'] REPEATS 5 TIMES WITHIN 1800 SECONDS", "pattern, wider: Host: example.com")]
    [InlineData("[domain-name:value = 'www.5z8.info' AND domain-name:resolves_to_refs[*].value = '198.51.100.1/32']", "pattern: Host: www.5z8.info | NetworkAddress: 198.51.100.1")]
    [InlineData("[url:value = 'http://example.com/foo' OR url:value = 'http://example.com/bar']", "Url: example.com/foo | Url: example.com/bar")]
    [InlineData("[email-message:sender_ref.value = 'jdoe@example.com' AND email-message:subject = 'Conference Info']", "pattern: Address: jdoe@example.com | Subject: conference info")]
    [InlineData("[email-message:from_ref.value MATCHES '.+\\\\@example\\\\.com$' AND email-message:body_multipart[*].body_raw_ref.name MATCHES '^Final Report.+\\\\.exe$']", "pattern, wider: Host: example.com")]
    [InlineData("[network-traffic:dst_ref.value ISSUBSET '2001:0db8:dead:beef:0000:0000:0000:0000/64']", "Network: 20010db8dead/48")]
    [InlineData("([file:name = 'foo.dll'] AND [windows-registry-key:key = 'HKEY_LOCAL_MACHINE\\\\foo\\\\bar']) OR [process:name = 'fooproc' OR process:name = 'procfoo']", "pattern, wider: FileName: foo.dll")]
    [InlineData("[(file:name = 'pdf.exe' OR file:size = '371712') AND file:created = t'2014-01-13T07:03:17Z']", "pattern, wider: FileName: pdf.exe")]
    [InlineData("[file:mime_type = 'image/bmp' AND file:magic_number_hex = h'ffd8']", "refused: mail does not show")]
    [InlineData("[user-account:account_type = 'unix' AND user-account:user_id = '1007'] AND [user-account:account_login = 'Peter']", "refused: \"user-account\" is seen on a machine")]
    [InlineData("[artifact:mime_type = 'application/vnd.tcpdump.pcap' AND artifact:payload_bin MATCHES '\\\\xd4\\\\xc3\\\\xb2\\\\xa1\\\\x02\\\\x00\\\\x04\\\\x00']", "refused: mail does not show")]
    [InlineData("[file:extensions.'windows-pebinary-ext'.sections[*].entropy > 7.0]", "refused: an index looks up values")]
    [InlineData("[x509-certificate:issuer = 'CN=WEBMAIL' AND x509-certificate:serial_number = '4c:0b:1d']", "refused: certificates")]
    [InlineData("[windows-registry-key:key = 'HKEY_CURRENT_USER\\\\Software\\\\CryptoLocker\\\\Files']", "refused: \"windows-registry-key\"")]
    [InlineData("[x-usb-device:usbdrive.serial_number = '575833314133343231313937']", "refused: \"x-usb-device\"")]
    [InlineData("[process:command_line MATCHES '^.+>-add GlobalSign.cer$'] FOLLOWEDBY [process:command_line MATCHES '^.+>-add x$'] WITHIN 300 SECONDS", "refused: \"process\"")]
    public void An_example_is_sought_or_refused(string pattern, string expected) => Check(pattern, expected);

    [Theory]
    [InlineData("[email-addr:value IN ('a@evil.example', 'b@evil.example')]", "Address: a@evil.example | Address: b@evil.example")]
    [InlineData("[email-message:to_refs[0].value = 'a@evil.example']", "Address: a@evil.example")]
    [InlineData("[email-message:additional_header_fields.'Reply-To' = 'a@evil.example']", "Address: a@evil.example")]
    [InlineData("[email-message:additional_header_fields.'reply-to'[*] = 'a@evil.example']", "Address: a@evil.example")]
    [InlineData("[email-message:additional_header_fields.'X-Mailer' = 'Foxmail 7.2']", "Software: foxmail")]
    [InlineData("[email-message:received_lines[*] LIKE '%mail.evil.example%']", "Host: mail.evil.example")]
    [InlineData("[email-message:received_lines[*] LIKE '%[203.0.113.5]%']", "NetworkAddress: 203.0.113.5")]
    [InlineData("[email-message:body LIKE '%https://evil.example/t/%']", "Host: evil.example")]
    [InlineData("[email-message:body LIKE '%password%']", "refused: texts are not kept")]
    [InlineData("[email-message:body_multipart[*].body_raw_ref.hashes.'SHA-1' = 'da39a3ee5e6b4b0d3255bfef95601890afd80700']", "File: da39a3ee5e6b4b0d3255bfef95601890afd80700")]
    [InlineData("[domain-name:value LIKE '%.evil.example']", "pattern Host: *.evil.example")]
    [InlineData("[domain-name:value MATCHES '^mail-.*\\\\.evil\\\\.example$']", "pattern Host: mail-*.evil.example")]
    [InlineData("[domain-name:value LIKE '%']", "refused: it asks for every host")]
    [InlineData("[url:value LIKE 'http://evil.example/t/%']", "Host: evil.example and pattern UrlShape: /t/*")]
    [InlineData("[ipv4-addr:value LIKE '203.0.113.%']", "Network: 203.0.113.0/24")]
    [InlineData("[ipv4-addr:value = '58.246.0.0/23']", "Network: 58.246.0.0/24")]
    [InlineData("[ipv4-addr:value ISSUPERSET '203.0.113.5']", "NetworkAddress: 203.0.113.5")]
    [InlineData("[ipv4-addr:value ISSUPERSET '203.0.113.0/24']", "refused: the index holds single addresses")]
    [InlineData("[email-message:subject LIKE '%figures%']", "refused: subjects are kept as keyed hashes")]
    [InlineData("[NOT]", "refused: no STIX pattern")]
    [InlineData("[domain-name:value NOT = 'evil.example']", "refused: what is not there")]
    [InlineData("[EXISTS domain-name:value]", "refused: that a property exists")]
    [InlineData("[file:hashes.'SHA-512' = 'ab']", "refused: a hash of another kind")]
    [InlineData("[file:hashes.SSDEEP = '3:a:b']", "refused: a hash of another kind")]
    [InlineData("[email-message:date > t'2026-01-01T00:00:00Z' AND email-message:from_ref.value = 'a@evil.example']", "pattern, wider: Address: a@evil.example")]
    [InlineData("([url:value = 'http://e.example/a'] FOLLOWEDBY [url:value = 'http://e.example/b']) REPEATS 2 TIMES", "refused: REPEATS over several observations")]
    [InlineData("[url:value = 'http://e.example/a'] FOLLOWEDBY [url:value = 'http://e.example/a'] FOLLOWEDBY [url:value = 'http://e.example/a'] FOLLOWEDBY [url:value = 'http://e.example/a'] FOLLOWEDBY [url:value = 'http://e.example/a'] FOLLOWEDBY [url:value = 'http://e.example/a']", "refused: more than 4 FOLLOWEDBY")]
    public void Properties_of_mail_are_known_by_their_own_names(string pattern, string expected) => Check(pattern, expected);

    private static void Check(string pattern, string expected)
    {
        var json = JsonSerializer.Serialize(new { type = "bundle", id = "bundle--1", objects = new[] { new { type = "indicator", id = "indicator--1", pattern } } });
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(json));
        var tip = new TipReader().ReadAsync(stream, "memory", TestContext.Current.CancellationToken).GetAwaiter().GetResult();
        Assert.Equal((1L, tip.Taken + tip.Refused), (tip.Entries, tip.Entries));
        var found = tip switch
        {
            { Taken: 0 } => "refused: " + tip.Refusals[0].Reason,
            { Patterns: [{ } one] } => $"pattern{(one.Wider ? ", wider" : "")}: {string.Join(" | ", one.Leaves.Select(Show))}",
            _ => string.Join(" | ", tip.Sought.Select(Show)),
        };
        Assert.StartsWith(expected, found, StringComparison.Ordinal);
        if (!expected.StartsWith("refused", StringComparison.Ordinal)) Assert.Equal(expected, found);
    }

    private static string Show(Sought sought) =>
        (sought.Any.IsEmpty ? "" : sought.Any[0].ToString()) + (sought.Any.IsEmpty || sought.All.IsEmpty ? "" : " and ") + string.Join(" and ", sought.All.Select(w => $"pattern {w}"));
}
