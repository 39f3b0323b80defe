using System.Diagnostics;
using MimeKit;
using Serjeant.Facts;
using Serjeant.Facts.Attachments;
using Serjeant.Facts.Unwrapping;
using Xunit;

namespace Serjeant.Tests.Facts.Attachments;

/// <summary>Alone on the machine, as far as this run of tests goes: it measures.</summary>
[CollectionDefinition("Cost of attachments", DisableParallelization = true)]
public class AttachmentCost;

/// <summary>What looking into attachments costs on real mail; prints figures, holds only that nothing fails.</summary>
[Collection("Cost of attachments")]
public class AttachmentCostTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("phish")]
    [InlineData("ham-lists")]
    [InlineData("ham-2007")]
    [InlineData("spam-2007")]
    [InlineData("tricky")]
    public void Real_mail_is_read_at_little_cost(string corpus)
    {
        var folder = Shared(Path.Combine("corpora", corpus));
        if (folder is null) Assert.Skip($"../shared/corpora/{corpus} is not here: nothing to measure on.");
        var messages = new List<MimeMessage>();
        foreach (var file in Directory.EnumerateFiles(folder).Order(StringComparer.Ordinal))
        {
            try
            {
                messages.Add(MimeMessage.Load(file, TestContext.Current.CancellationToken));
            }
            catch (FormatException)
            {
                // no message: another maker's matter
            }
        }
        var reader = new AttachmentReader(new LinkUnwrapper());
        var kinds = new SortedDictionary<string, int>(StringComparer.Ordinal);
        for (var round = 0; round < 3; round++) Run(null);
        var before = Process.GetCurrentProcess().TotalProcessorTime;
        var bytes = 0L;
        for (var round = 0; round < 5; round++) bytes = Run(round == 0 ? kinds : null);
        var spent = (Process.GetCurrentProcess().TotalProcessorTime - before) / 5;
        output.WriteLine($"{corpus}: {messages.Count} messages, {bytes} bytes of attachments, {spent.TotalMicroseconds / Math.Max(1, messages.Count):F1} microseconds of CPU a message");
        foreach (var (kind, count) in kinds) output.WriteLine($"{count,6} {kind}");

        long Run(SortedDictionary<string, int>? tally)
        {
            var total = 0L;
            foreach (var message in messages)
            {
                var budget = new AttachmentBudget(FactsLimits.Default);
                var links = new List<Link>();
                foreach (var part in message.BodyParts)
                {
                    if (!AttachmentReader.IsAttachment(part)) continue;
                    var attachment = reader.Read((MimePart)part, FactsLimits.Default, budget, links);
                    total += attachment.Size;
                    if (tally is null) continue;
                    var line = $"{attachment.RealType} [{attachment.Traits}]";
                    tally[line] = tally.GetValueOrDefault(line) + 1;
                }
            }
            return total;
        }
    }

    private static string? Shared(string path)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (Directory.Exists(Path.Combine(folder.FullName, "..", "shared", path)) && File.Exists(Path.Combine(folder.FullName, "Serjeant.slnx")))
                return Path.Combine(folder.FullName, "..", "shared", path);
        return null;
    }
}
