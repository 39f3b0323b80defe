using System.Text.Json;
using Serjeant.Values;

namespace Serjeant.Registers;

/// <summary>
/// Reads the shipped lists of flat objects (name to text, text list or flag) token by token: every start pays for it, and the
/// serialiser takes ten times as long to be compiled as the reading takes.
/// </summary>
internal static class ShippedEntries
{
    /// <exception cref="InvalidDataException">The shipped file is not of that form: a mistake of the build, never of the input.</exception>
    public static List<Dictionary<string, string[]>> Read(string name)
    {
        using var stream = ShippedData.Open(name);
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        var reader = new Utf8JsonReader(bytes);
        var entries = new List<Dictionary<string, string[]>>(512);
        var values = new List<string>();
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.StartObject) entries.Add(new(8, StringComparer.Ordinal));
            if (reader.TokenType != JsonTokenType.PropertyName) continue;
            var key = reader.GetString()!;
            values.Clear();
            reader.Read();
            if (reader.TokenType == JsonTokenType.StartArray)
                while (reader.Read() && reader.TokenType == JsonTokenType.String) values.Add(reader.GetString()!);
            else if (reader.TokenType == JsonTokenType.String) values.Add(reader.GetString()!);
            else if (reader.TokenType == JsonTokenType.True) values.Add("true");
            else throw new InvalidDataException($"data/{name}: \"{key}\" holds neither text nor a list of texts nor true.");
            entries[^1][key] = [.. values];
        }
        return entries;
    }

    public static string[] List(this Dictionary<string, string[]> entry, string key) => entry.GetValueOrDefault(key) ?? [];
}
