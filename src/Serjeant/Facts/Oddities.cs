using System.Collections.Immutable;

namespace Serjeant.Facts;

/// <summary>Gathers oddities; each kind once, since the first instance says enough and a hostile message could make millions.</summary>
internal sealed class Oddities
{
    private List<Oddity>? _found;

    public void Add(OddityKind kind, string detail = "")
    {
        _found ??= [];
        foreach (var oddity in _found)
            if (oddity.Kind == kind) return;
        _found.Add(new(kind, detail));
    }

    public ImmutableArray<Oddity> ToImmutable() => _found is null ? [] : [.. _found];
}
