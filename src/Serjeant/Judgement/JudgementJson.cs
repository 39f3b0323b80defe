using System.Text.Json.Serialization;

namespace Serjeant.Judgement;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true, UseStringEnumConverter = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(WeightTable))]
internal sealed partial class JudgementJson : JsonSerializerContext;
