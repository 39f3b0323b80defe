using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.Json;
using Serjeant.Traces.Matching;
using Serjeant.Values;

namespace Serjeant.Traces.Sigma;

/// <summary>Which logs a rule is about, and where its fields lie in ours: data/sigma/fields.json.</summary>
internal sealed class FieldMap
{
    private readonly ImmutableArray<LogKind> _kinds;
    private readonly FrozenDictionary<(LogSource Source, string Field), ImmutableArray<LineView>> _views;

    private FieldMap(ImmutableArray<LogKind> kinds, FrozenDictionary<(LogSource Source, string Field), ImmutableArray<LineView>> views) => (_kinds, _views) = (kinds, views);

    public static FieldMap Shipped { get; } = Load();

    /// <summary>What our logs answer for a log source of a rule; null if nothing.</summary>
    /// <param name="why">Why not, where the list has a reason of its own.</param>
    public LogSource? SourceOf(string category, string product, string service, out string why)
    {
        foreach (var kind in _kinds)
            if (Is(kind.Category, category) && Is(kind.Product, product) && Is(kind.Service, service))
            {
                why = kind.Why;
                return kind.Source;
            }
        why = "";
        return null;

        static bool Is(string pattern, string value) => pattern == "*" || pattern.Equals(value, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Where a field lies; empty if no log of this kind has it. Names are compared as written, as the specification wants.</summary>
    public ImmutableArray<LineView> ViewsOf(LogSource source, string field) =>
        _views.TryGetValue((source, field), out var views) ? views : [];

    private static FieldMap Load()
    {
        using var file = JsonDocument.Parse(ShippedData.ReadText("sigma/fields.json"));
        var kinds = ImmutableArray.CreateBuilder<LogKind>();
        foreach (var entry in file.RootElement.GetProperty("logs").EnumerateArray())
            kinds.Add(new(Text(entry, "category"), Text(entry, "product"), Text(entry, "service"),
                entry.TryGetProperty("source", out var source) ? Enum.Parse<LogSource>(source.GetString()!) : null,
                entry.TryGetProperty("why", out var why) ? why.GetString()! : ""));
        var views = new Dictionary<(LogSource Source, string Field), ImmutableArray<LineView>>();
        foreach (var source in file.RootElement.GetProperty("fields").EnumerateObject())
            foreach (var place in source.Value.EnumerateObject())
                foreach (var name in place.Value.EnumerateArray())
                    views.Add((Enum.Parse<LogSource>(source.Name), name.GetString()!), [.. place.Name.Split(' ').Select(View)]);
        return new(kinds.ToImmutable(), views.ToFrozenDictionary());
    }

    private static string Text(JsonElement entry, string name) => entry.TryGetProperty(name, out var value) ? value.GetString()! : "";

    private static LineView View(string name) => Enum.TryParse<LogField>(name, out var field) ? (LineView)field : Enum.Parse<LineView>(name);

    /// <param name="Source">Null where no log of ours answers.</param>
    private sealed record LogKind(string Category, string Product, string Service, LogSource? Source, string Why);
}
