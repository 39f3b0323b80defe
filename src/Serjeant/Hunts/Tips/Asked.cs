using System.Collections.Immutable;

namespace Serjeant.Hunts.Tips;

/// <summary>What a written selector asks of the index, or why it cannot be asked.</summary>
internal readonly record struct Asked
{
    /// <summary>Alternatives; see <see cref="Sought.Any"/>.</summary>
    public ImmutableArray<Selector> Any { get; init; }

    public ImmutableArray<Wildcard> All { get; init; }

    public SelectorRole Roles { get; init; }

    public bool Wider { get; init; }

    /// <summary>Null where it can be asked.</summary>
    public string? Reason { get; init; }

    public static Asked For(params ImmutableArray<Selector> any) =>
        any.All(s => s.Value.Length == 0) ? No("nothing is left of it when it is normalised") : new() { Any = any, All = [] };

    public static Asked For(Wildcard pattern) => new() { Any = [], All = [pattern] };

    public static Asked No(string reason) => new() { Any = [], All = [], Reason = reason };

    public Asked In(SelectorRole roles) => Reason is null ? this with { Roles = roles } : this;

    public Asked AndWider() => Reason is null ? this with { Wider = true } : this;

    public Sought ToSought(string text, string place, Origin origin) => new() { Any = Any, All = All, Roles = Roles, Wider = Wider, Text = Bound(text), Place = place, Origin = origin };

    /// <summary>What is shown of a text that may be endless.</summary>
    public static string Bound(string text) => text.Length > 200 ? text[..200] : text;
}
