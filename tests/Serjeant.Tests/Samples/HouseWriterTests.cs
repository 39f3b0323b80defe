using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Serjeant.Samples;
using Xunit;

namespace Serjeant.Tests.Samples;

public sealed class HouseWriterTests
{
    [Fact]
    public void The_truth_has_the_hash_of_every_message_that_a_reader_finds()
    {
        var folder = Path.Combine(Path.GetTempPath(), $"serjeant-samples-{Environment.ProcessId}", "house");
        try
        {
            HouseWriter.Write(SampleHouses.Of(5), folder);
            var known = File.ReadLines(folder + ".truth.jsonl").Select(l => JsonDocument.Parse(l).RootElement.GetProperty("sha256").GetString()!).Order().ToList();
            var found = Directory.EnumerateFiles(Path.Combine(folder, "mail"), "*", SearchOption.AllDirectories).SelectMany(Read)
                .Select(b => Convert.ToHexStringLower(SHA256.HashData(b))).Order().ToList();
            Assert.Equal(600, known.Distinct().Count());
            Assert.Equal(known, found);
            Assert.Equal(["mail", "roster.yaml"], Directory.EnumerateFileSystemEntries(folder).Select(e => Path.GetFileName(e)!).Order(StringComparer.Ordinal));
            var outside = HouseWriter.ReportedPath(folder);
            Assert.Equal(
                File.ReadLines(outside + ".truth.jsonl").Select(l => JsonDocument.Parse(l).RootElement.GetProperty("sha256").GetString()!).Order(),
                Directory.EnumerateFiles(outside).Select(f => Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(f)))).Order());
        }
        finally
        {
            Directory.Delete(Path.GetDirectoryName(folder)!, recursive: true);
        }
    }

    [Fact]
    public void The_example_in_the_repository_is_what_the_generator_makes()
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (root is not null && !File.Exists(Path.Combine(root.FullName, "Serjeant.slnx")))
            root = root.Parent;
        if (root is null)
            Assert.Skip("The tests run outside the repository: there is no example to compare with.");
        var folder = Path.Combine(root.FullName, "examples", "house");
        var house = SampleHouses.Of(2021);
        foreach (var (path, bytes) in HouseWriter.Files(house))
            Assert.True(bytes.AsSpan().SequenceEqual(File.ReadAllBytes(Path.Combine(folder, path))), $"{path} differs: run the command in examples/README.md");
        Assert.Equal(HouseWriter.Files(house).Count(), Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Count());
        Assert.Equal(HouseWriter.TruthLines(house.Mails), File.ReadAllBytes(folder + ".truth.jsonl"));
        var outside = HouseWriter.ReportedPath(folder);
        Assert.Equal(house.Reports.Select(r => r.Path).Order(), Directory.EnumerateFiles(outside).Select(f => Path.GetFileName(f)!).Order());
        foreach (var report in house.Reports) Assert.Equal(report.Bytes, File.ReadAllBytes(Path.Combine(outside, report.Path)));
        Assert.Equal(HouseWriter.TruthLines(house.Reports), File.ReadAllBytes(outside + ".truth.jsonl"));
    }

    [Fact]
    public void Compressed_files_unpack_to_what_went_in()
    {
        var text = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, 3000).Select(i => $"From line {i * i % 97} to {i}: äöü {new string('x', i % 300)}\n")));
        var packed = global::Serjeant.Samples.Writing.PlainGzip.Compress(text);
        Assert.Equal(text, Unpacked(packed));
        Assert.True(packed.Length < text.Length / 4);
    }

    /// <summary>A plain reading of each form, so that the truth does not rest on the code that wrote it.</summary>
    private static IEnumerable<byte[]> Read(string file)
    {
        var bytes = File.ReadAllBytes(file);
        if (!file.Contains("journal", StringComparison.Ordinal))
            return [bytes];
        // Latin-1 keeps every byte as one character.
        var text = Encoding.Latin1.GetString(file.EndsWith(".gz", StringComparison.Ordinal) ? Unpacked(bytes) : bytes);
        List<byte[]> messages = [];
        StringBuilder? message = null;
        foreach (var line in text[..^1].Split('\n').Append("From end"))
        {
            if (line.StartsWith("From ", StringComparison.Ordinal))
            {
                if (message is not null)
                    messages.Add(Encoding.Latin1.GetBytes(message.ToString(0, message.Length - 1)));
                message = new StringBuilder();
            }
            else
            {
                message!.Append(line.TrimStart('>').StartsWith("From ", StringComparison.Ordinal) ? line[1..] : line).Append('\n');
            }
        }
        return messages;
    }

    private static byte[] Unpacked(byte[] packed)
    {
        using var unpacked = new MemoryStream();
        using (var gzip = new GZipStream(new MemoryStream(packed), CompressionMode.Decompress))
            gzip.CopyTo(unpacked);
        return unpacked.ToArray();
    }
}
