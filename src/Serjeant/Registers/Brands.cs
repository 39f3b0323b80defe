using System.Collections.Immutable;
using Serjeant.Values;

namespace Serjeant.Registers;

/// <summary>A firm, bank, carrier or cloud service whose name is borrowed to win trust.</summary>
/// <param name="Name">As people know it.</param>
/// <param name="Words">Folded spellings to look for, as whole words.</param>
/// <param name="Domains">Registrable domains that it really writes from and links to.</param>
public sealed record Brand(string Name, ImmutableArray<string> Words, ImmutableArray<DomainName> Domains);

/// <summary>Brands known (data/brands).</summary>
public sealed class Brands
{
    internal Brands(ImmutableArray<Brand> brands) => All = brands;

    public ImmutableArray<Brand> All { get; }

    public IReadOnlyList<Brand> FindIn(string text) => All.IsEmpty ? [] : All;

    public IReadOnlyList<Brand> FindBySkeleton(string text) => All.IsEmpty ? [] : All;

    public static Brands Load() => new([]);
}
