using System.Text;
using System.Text.Json;
using Serjeant.Values;

namespace Serjeant.Cli.Commands;

/// <summary>Takes the names of hosts out of a line: a bare name, fields of CSV, or a JSON object of a certificate log.</summary>
internal static class LookalikesNames
{
    /// <summary>Longer lines are none of any feed known; a certificate names a few hundred hosts at most.</summary>
    public const int LongestLine = 1 << 20;

    private const int DeepestJson = 32;

    private static readonly HashSet<string> Fields = new(StringComparer.OrdinalIgnoreCase)
    {
        "name", "names", "dns_names", "dnsnames", "domain", "domains", "all_domains", "domain_name", "common_name", "name_value", "host", "hostname", "san", "subject_alternative_names",
    };

    /// <summary>Calls for each name in a line; returns how many there were.</summary>
    public static int Read(string line, Action<string> found)
    {
        if (line.Length > LongestLine) return 0;
        var text = line.AsSpan().Trim();
        if (text.StartsWith("{")) return FromJson(line, found);
        var count = 0;
        // In CSV a name may stand in any field, twice in some exports.
        var last = "";
        foreach (var part in text.SplitAny(',', ';', '\t', ' ', '|'))
            if (NameOf(text[part]) is { } name && name != last)
            {
                found(last = name);
                count++;
            }
        return count;
    }

    /// <summary>The name in a field, without quotes, "*." and scheme; null where it is none. A number with a dot, an address or a time is none.</summary>
    private static string? NameOf(ReadOnlySpan<char> field)
    {
        field = field.Trim("\"' ");
        if (field.StartsWith("https://", StringComparison.OrdinalIgnoreCase)) field = field[8..];
        else if (field.StartsWith("http://", StringComparison.OrdinalIgnoreCase)) field = field[7..];
        if (field.IndexOf('/') is >= 0 and var slash) field = field[..slash];
        if (field.StartsWith("DNS:", StringComparison.OrdinalIgnoreCase)) field = field[4..];
        if (field.StartsWith("*.")) field = field[2..];
        if (field.Length < 3 || field.IndexOf('.') < 0 || !DomainName.TryParse(field, out var domain)) return null;
        var top = domain.TopLevel;
        return top.Length >= 2 && !top.AsSpan().ContainsAnyInRange('0', '9') || top.StartsWith("xn--", StringComparison.Ordinal) ? domain.Name : null;
    }

    private static int FromJson(string line, Action<string> found)
    {
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(line), new JsonReaderOptions { MaxDepth = DeepestJson });
        var count = 0;
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var wanted = -1;
        try
        {
            while (reader.Read())
            {
                if (reader.TokenType == JsonTokenType.PropertyName) wanted = Fields.Contains(reader.GetString() ?? "") ? reader.CurrentDepth : wanted >= reader.CurrentDepth ? -1 : wanted;
                else if (reader.TokenType == JsonTokenType.String && wanted >= 0 && reader.CurrentDepth >= wanted)
                    foreach (var part in (reader.GetString() ?? "").Split(['\n', ',', ' '], StringSplitOptions.RemoveEmptyEntries))
                        if (NameOf(part) is { } name && seen.Add(name))
                        {
                            found(name);
                            count++;
                        }
            }
        }
        catch (Exception broken) when (broken is JsonException or InvalidOperationException)
        {
            // What was read of a broken line counts; the rest of it names nothing.
            return count;
        }
        return count;
    }
}
