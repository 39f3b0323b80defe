using System.Text.Json.Serialization;

namespace Serjeant.Facts.Unwrapping;

/// <summary>A service that keeps the true target in a field of its URLs.</summary>
/// <param name="Name">As shown to people.</param>
/// <param name="Hosts">It and everything below it.</param>
/// <param name="Path">What the path begins with; any where empty.</param>
/// <param name="Contains">The path need only contain <paramref name="Path"/>.</param>
/// <param name="Fields">Names of the field, the likeliest first.</param>
/// <param name="Encoding">"base64", or empty for percent-encoding only.</param>
/// <param name="Prefix">Stands before the encoded value.</param>
/// <param name="Rest">The field is the last: a target written without encoding keeps its own ampersands.</param>
/// <param name="BareQuery">The whole query may be the target.</param>
internal sealed record Redirector(
    string Name, string[] Hosts, string[] Fields, string Path = "", bool Contains = false,
    string Encoding = "", string Prefix = "", bool Rest = false, bool BareQuery = false);

internal sealed record RedirectorFile(string Source, string Licence, Redirector[] Redirectors);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(RedirectorFile))]
internal sealed partial class RedirectorJson : JsonSerializerContext;
