using System.Text.Json;
using Serjeant.Sources;
using Xunit;
using static Serjeant.Tests.Sources.Reading;

namespace Serjeant.Tests.Sources;

/// <summary>Real mail and a parser's own fixtures; skipped, with the reason, where ../shared is absent.</summary>
public sealed class SharedMailTests
{
    /// <summary>Two of the bounces are mboxes of two messages each, with envelope lines and all.</summary>
    private static readonly string[] Pairs = ["rfc3464-28.eml", "rhost-cox-01.eml"];

    [Theory]
    [InlineData("phish")]
    [InlineData("ham-lists")]
    [InlineData("ham-2007")]
    [InlineData("spam-2007")]
    [InlineData("ham-newsletters-2002")]
    [InlineData("newsletter-pairs")]
    [InlineData("bounces")]
    public async Task Each_file_of_real_mail_is_one_message(string folder)
    {
        var odd = new List<string>();
        foreach (var path in Directory.GetFiles(Shared(folder)).Order(StringComparer.Ordinal))
        {
            var items = await Read(path);
            if (items.Count != (Pairs.Contains(Path.GetFileName(path)) ? 2 : 1) || items.Exists(i => i is Unreadable))
                odd.Add($"{Path.GetFileName(path)}: {items.Count} {string.Join("; ", items.OfType<Unreadable>().Select(u => u.Reason))}");
            foreach (var message in items.OfType<RawMessage>())
                message.Dispose();
        }
        Assert.Empty(odd);
    }

    [Fact]
    public async Task Of_the_parsers_fixtures_messages_are_mail_and_the_rest_says_why_it_is_not()
    {
        var odd = new List<string>();
        foreach (var path in Directory.GetFiles(Shared("tricky")).Order(StringComparer.Ordinal))
        {
            var name = Path.GetFileName(path);
            var mail = name.StartsWith("messages__", StringComparison.Ordinal) || name.StartsWith("partial__", StringComparison.Ordinal)
                || name.EndsWith(".msg", StringComparison.Ordinal) || name.EndsWith(".mbox.txt", StringComparison.Ordinal) || name.EndsWith("-summary.txt", StringComparison.Ordinal);
            var items = await Read(path);
            if (items.OfType<RawMessage>().Any() != mail)
                odd.Add($"{name}: {items.Count} {string.Join("; ", items.OfType<Unreadable>().Select(u => u.Reason))}");
        }
        Assert.Empty(odd);
    }

    [Theory]
    [InlineData("mbox__issue1189.mbox.txt", "mbox__issue1189.unix-offsets.json")]
    public async Task Messages_stand_where_the_fixture_says(string mbox, string offsets)
    {
        var folder = Shared("tricky");
        using var json = JsonDocument.Parse(await System.IO.File.ReadAllTextAsync(Path.Combine(folder, offsets), TestContext.Current.CancellationToken));
        var expected = json.RootElement.EnumerateArray().Select(m => (m.GetProperty("beginOffset").GetInt64(), m.GetProperty("endOffset").GetInt64())).ToList();
        var items = await Read(Path.Combine(folder, mbox));
        Assert.Equal(expected, items.Select(i => (i.Place.Offset, i.Place.Offset + ((RawMessage)i).Bytes.Length)));
    }

    [Theory]
    [InlineData("mbox__simple.mbox.txt", 3)]
    [InlineData("mbox__unmunged.mbox.txt", 2)]
    public async Task Fixtures_without_offsets_are_parted_as_a_reader_would(string mbox, int messages) =>
        Assert.Equal(messages, (await Read(Path.Combine(Shared("tricky"), mbox))).OfType<RawMessage>().Count());
}
