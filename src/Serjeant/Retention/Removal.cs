using System.Collections.Immutable;

namespace Serjeant.Retention;

/// <summary>So many things of one kind were deleted.</summary>
/// <param name="Kind">"record", "entry", or a further topic.</param>
/// <param name="Class">Of what class the messages were; null where the things have none.</param>
/// <param name="Count">How many.</param>
/// <param name="Oldest">The oldest message's date; null where none has one.</param>
/// <param name="Newest">The newest message's.</param>
public sealed record Removal(string Kind, RetentionClass? Class, long Count, DateOnly? Oldest = null, DateOnly? Newest = null)
{
    /// <summary>The same kinds together, in a fixed order.</summary>
    public static ImmutableArray<Removal> Sum(IEnumerable<Removal> removals) =>
        [.. removals.GroupBy(r => (r.Kind, r.Class))
            .Select(g => new Removal(g.Key.Kind, g.Key.Class, g.Sum(r => r.Count), g.Min(r => r.Oldest), g.Max(r => r.Newest)))
            .OrderBy(r => r.Kind, StringComparer.Ordinal).ThenBy(r => r.Class)];
}

/// <summary>Counts while things are deleted.</summary>
internal sealed class RemovalCount
{
    private readonly Dictionary<(string Kind, RetentionClass? Class), Removal> _counts = [];

    public bool IsEmpty => _counts.Count == 0;

    public ImmutableArray<Removal> Removals => Removal.Sum(_counts.Values);

    public void Add(string kind, RetentionClass? retained, DateTimeOffset? date)
    {
        var day = date is { } at ? DateOnly.FromDateTime(at.UtcDateTime) : (DateOnly?)null;
        var before = _counts.GetValueOrDefault((kind, retained)) ?? new(kind, retained, 0, day, day);
        _counts[(kind, retained)] = before with
        {
            Count = before.Count + 1,
            Oldest = before.Oldest is null || day < before.Oldest ? day ?? before.Oldest : before.Oldest,
            Newest = before.Newest is null || day > before.Newest ? day ?? before.Newest : before.Newest,
        };
    }
}
