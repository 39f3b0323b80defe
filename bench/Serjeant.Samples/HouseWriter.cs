using System.Text;
using System.Text.Json;
using Serjeant.Samples.Writing;

namespace Serjeant.Samples;

/// <summary>Writes a generated house: roster and mail into a folder, the truth beside it, so that no scan of the folder meets it.</summary>
public static class HouseWriter
{
    /// <summary>The files below the folder, by relative path.</summary>
    public static IEnumerable<(string Path, byte[] Bytes)> Files(GeneratedHouse house)
    {
        ArgumentNullException.ThrowIfNull(house);
        yield return ("roster.yaml", Encoding.UTF8.GetBytes(house.RosterYaml));
        foreach (var file in house.Mails.GroupBy(m => m.Path))
        {
            if (!file.Key.Contains(".mbox", StringComparison.Ordinal))
                yield return (file.Key, file.Single().Bytes);
            else
                yield return (file.Key, file.Key.EndsWith(".gz", StringComparison.Ordinal) ? PlainGzip.Compress(Mbox.Write(file)) : Mbox.Write(file));
        }
    }

    /// <summary>One JSON object a line, one line a mail, in the order of the files.</summary>
    public static byte[] TruthLines(IEnumerable<GeneratedMail> mails)
    {
        ArgumentNullException.ThrowIfNull(mails);
        using var lines = new MemoryStream();
        foreach (var truth in mails.Select(m => m.Truth))
        {
            using (var json = new Utf8JsonWriter(lines))
            {
                json.WriteStartObject();
                json.WriteString("sha256", truth.Sha256);
                json.WriteString("messageId", truth.MessageId);
                json.WriteString("kind", truth.Kind);
                json.WriteString("expected", truth.Expected);
                json.WriteStartArray("targets");
                foreach (var target in truth.Targets)
                    json.WriteStringValue(target);
                json.WriteEndArray();
                if (truth.Imitates is not null)
                {
                    json.WriteString("imitates", truth.Imitates);
                    json.WriteString("falseAddress", truth.FalseAddress);
                }
                json.WriteEndObject();
            }
            lines.WriteByte((byte)'\n');
        }
        return lines.ToArray();
    }

    /// <summary>Where the truth of a folder lies: beside it.</summary>
    public static string TruthPath(string folder)
    {
        var full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        return full + ".truth.jsonl";
    }

    /// <summary>Where the reports of third parties lie: beside the folder, in one of their own.</summary>
    public static string ReportedPath(string folder) =>
        Path.Combine(Path.GetDirectoryName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder))) ?? "", "reported");

    /// <summary>Replaces what an earlier run left in the folder.</summary>
    public static void Write(GeneratedHouse house, string folder)
    {
        if (Directory.Exists(Path.Combine(folder, "mail")))
            Directory.Delete(Path.Combine(folder, "mail"), recursive: true);
        foreach (var (path, bytes) in Files(house))
        {
            var full = Path.Combine([folder, .. path.Split('/')]);
            Directory.CreateDirectory(Path.GetDirectoryName(full)!);
            File.WriteAllBytes(full, bytes);
        }
        File.WriteAllBytes(TruthPath(folder), TruthLines(house.Mails));
        var reported = ReportedPath(folder);
        Directory.CreateDirectory(reported);
        foreach (var report in house.Reports) File.WriteAllBytes(Path.Combine(reported, report.Path), report.Bytes);
        File.WriteAllBytes(TruthPath(reported), TruthLines(house.Reports));
    }
}
