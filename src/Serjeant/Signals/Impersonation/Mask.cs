namespace Serjeant.Signals.Impersonation;

/// <summary>An imitation with the signal that it gives.</summary>
/// <param name="Code">Of the signal.</param>
/// <param name="Sureness">From 0 to 100, only to order by; below <see cref="Claim"/> it is a likeness worth a signal, but nobody's imitation yet.</param>
/// <param name="Imitation">The true side and the false one.</param>
/// <param name="Evidence">For the signal; never a piece of the body.</param>
internal sealed record Mask(string Code, int Sureness, Imitation Imitation, string Evidence)
{
    public const int Claim = 40;
}
