using System.Text.Json;

namespace Serjeant.Tests.Cli;

/// <summary>The lines of a JSONL report, without what a second run may say otherwise: how long it took.</summary>
internal static class ScanLines
{
    public static string[] Read(string path) => File.ReadAllLines(path);

    /// <summary>Everything but the summary.</summary>
    public static string[] Findings(string path) => [.. Read(path).Where(line => !line.StartsWith("{\"kind\":\"summary\"", StringComparison.Ordinal))];

    public static JsonElement Summary(string path)
    {
        using var line = JsonDocument.Parse(Read(path)[^1]);
        return line.RootElement.Clone();
    }

    public static int Messages(string path) => Summary(path).GetProperty("messages").GetInt32();
}
