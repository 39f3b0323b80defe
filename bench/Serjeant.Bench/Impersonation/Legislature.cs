using Serjeant.Bench.Impersonation.Names;
using Serjeant.Registers;
using Serjeant.Signals;

namespace Serjeant.Bench.Impersonation;

/// <summary>One parliament with its people, the bodies and outlets that its roster knows, and what detectors make of them.</summary>
/// <param name="Index">Even: for development. Odd: for measuring what was developed.</param>
/// <param name="Language">ISO 639-1, of its own mail.</param>
/// <param name="Domain">Its own domain.</param>
/// <param name="Targets">The bodies whose names attacks on this parliament wear: each body is worn towards one parliament.</param>
internal sealed record Legislature(int Index, string Name, string Language, string Domain, House House, IReadOnlyList<Victim> Victims, IReadOnlyList<Organisation> Targets)
{
    public Roster Roster => House.Roster;

    public Namesakes Namesakes { get; } = new(Victims);
}
