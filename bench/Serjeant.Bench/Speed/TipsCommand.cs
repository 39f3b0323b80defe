using System.Security.Cryptography;
using MimeKit;
using Serjeant.Facts;
using Serjeant.Facts.Attachments;
using Serjeant.Hunts.Tips;
using Serjeant.Registers;
using Serjeant.Signals;
using Serjeant.Sources;

namespace Serjeant.Bench.Speed;

/// <summary>tips [--shared DIR]: CPU time of reading all the real lists, and what naming attachments by MD5 and SHA-1 beside SHA-256 costs. One thread.</summary>
internal static class TipsCommand
{
    private const int Rounds = 5;

    public static async Task<int> RunAsync(string[] args)
    {
        var shared = Options.Value(args, "--shared") ?? Path.Combine("..", "shared");
        await ReadLists(Path.Combine(shared, "registers", "indicators")).ConfigureAwait(false);
        foreach (var folder in (string[])["phish", "ham-lists"]) HashAttachments(Path.Combine(shared, "corpora", folder));
        return 0;
    }

    private static async Task ReadLists(string folder)
    {
        var files = Directory.GetFiles(folder, "*.txt").Order(StringComparer.Ordinal).Select(File.ReadAllBytes).ToArray();
        var lines = files.Sum(f => f.AsSpan().Count((byte)'\n'));
        for (var round = 0; round < Rounds; round++)
        {
            var (sought, refused) = (0, 0L);
            var before = Environment.CpuUsage.TotalTime;
            foreach (var file in files)
            {
                using var stream = new MemoryStream(file, writable: false);
                var tip = await new TipReader().ReadAsync(stream, "memory").ConfigureAwait(false);
                sought += tip.Sought.Length;
                refused += tip.Refused;
            }
            Console.WriteLine($"lists, round {round + 1}: {lines} lines, {sought} sought, {refused} refused: {(Environment.CpuUsage.TotalTime - before).TotalSeconds:F2} CPU seconds");
        }
    }

    private static void HashAttachments(string folder)
    {
        var house = House.With(Roster.Empty);
        var maker = new FactsMaker(house.Roster, house.Services);
        var mail = Directory.GetFiles(folder).Order(StringComparer.Ordinal).Select(File.ReadAllBytes).ToArray();
        var contents = mail.SelectMany(m => MimeMessage.Load(new MemoryStream(m)).BodyParts.OfType<MimePart>().Where(AttachmentReader.IsAttachment)).Select(Decoded).ToArray();
        for (var round = 0; round < 2; round++)
        {
            var facts = Time(() => { foreach (var bytes in mail) maker.Make(new RawMessage(new("memory", 0, 0), bytes)); });
            var sha256 = Time(() => { foreach (var bytes in contents) SHA256.HashData(bytes); });
#pragma warning disable CA5350, CA5351 // What it costs to name files by them is measured.
            var others = Time(() => { foreach (var bytes in contents) { SHA1.HashData(bytes); MD5.HashData(bytes); } });
#pragma warning restore CA5350, CA5351
            Console.WriteLine($"{Path.GetFileName(folder)}: {mail.Length} messages, {contents.Length} attachments, {contents.Sum(c => (long)c.Length) / 1024} KB: all facts {facts:F3} CPU s, of it SHA-256 {sha256:F3}, SHA-1 and MD5 {others:F3} ({others / facts:P1})");
        }
    }

    private static byte[] Decoded(MimePart part)
    {
        using var content = new MemoryStream();
        part.Content?.DecodeTo(content);
        return content.ToArray();
    }

    private static double Time(Action action)
    {
        var before = Environment.CpuUsage.TotalTime;
        action();
        return (Environment.CpuUsage.TotalTime - before).TotalSeconds;
    }
}
