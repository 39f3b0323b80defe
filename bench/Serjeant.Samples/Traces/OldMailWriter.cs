using System.Text;
using System.Text.Json;
using Serjeant.Samples.Writing;

namespace Serjeant.Samples.Traces;

/// <summary>Writes years of old mail with their logs and tip into a folder, the truth beside it.</summary>
public static class OldMailWriter
{
    /// <summary>All files below the folder, by relative path.</summary>
    public static IEnumerable<(string Path, byte[] Bytes)> Files(OldMail old)
    {
        ArgumentNullException.ThrowIfNull(old);
        foreach (var file in HouseWriter.Files(old.House)) yield return file;
        foreach (var log in old.Logs)
            yield return ("logs/" + log.Name, log.Name.EndsWith(".gz", StringComparison.Ordinal) ? PlainGzip.Compress(Encoding.UTF8.GetBytes(log.Lines)) : Encoding.UTF8.GetBytes(log.Lines));
        yield return ("tip.txt", Encoding.UTF8.GetBytes($"# Reference: what a partner told, years later\n{string.Join('\n', old.Tip)}\n"));
        yield return ("tip.stix.json", Encoding.UTF8.GetBytes(old.Bundle));
    }

    /// <summary>One JSON object a line, one line a person who got planted mail.</summary>
    public static byte[] ExposureLines(OldMail old)
    {
        ArgumentNullException.ThrowIfNull(old);
        using var lines = new MemoryStream();
        foreach (var exposure in old.Exposures)
        {
            using (var json = new Utf8JsonWriter(lines))
            {
                json.WriteStartObject();
                json.WriteString("person", exposure.Person);
                json.WriteString("state", exposure.State);
                json.WriteString("why", exposure.Why);
                json.WriteNumber("messages", exposure.Messages);
                json.WriteEndObject();
            }
            lines.WriteByte((byte)'\n');
        }
        return lines.ToArray();
    }

    public static string ExposurePath(string folder) => Path.ChangeExtension(HouseWriter.TruthPath(folder), null)[..^".truth".Length] + ".exposure.truth.jsonl";

    /// <summary>Replaces what an earlier run left in the folder.</summary>
    public static void Write(OldMail old, string folder)
    {
        ArgumentNullException.ThrowIfNull(old);
        foreach (var part in (string[])["mail", "logs"])
            if (Directory.Exists(Path.Combine(folder, part))) Directory.Delete(Path.Combine(folder, part), recursive: true);
        foreach (var (path, bytes) in Files(old))
        {
            var full = Path.Combine([folder, .. path.Split('/')]);
            Directory.CreateDirectory(Path.GetDirectoryName(full)!);
            File.WriteAllBytes(full, bytes);
        }
        File.WriteAllBytes(HouseWriter.TruthPath(folder), HouseWriter.TruthLines(old.House.Mails));
        File.WriteAllBytes(ExposurePath(folder), ExposureLines(old));
    }
}
