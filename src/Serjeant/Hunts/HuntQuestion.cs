using System.Collections.Immutable;
using Serjeant.Hunts.Tips;

namespace Serjeant.Hunts;

/// <summary>What somebody asks of the index.</summary>
/// <param name="Tips">What to look for.</param>
/// <param name="By">Who asks.</param>
public sealed record HuntQuestion(ImmutableArray<Tip> Tips, string By)
{
    public string Reason { get; init; } = "";

    public HuntKind Kind { get; init; } = HuntKind.Asked;

    public HuntWindow Window { get; init; } = HuntWindow.Always;

    /// <summary>Answer what links everything with all of it too.</summary>
    public bool All { get; init; }
}
