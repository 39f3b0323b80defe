using System.Globalization;
using Serjeant.Retention;

namespace Serjeant.Cli.Commands;

/// <summary>Deletions and their proofs as lines of text.</summary>
internal static class ProofText
{
    public static void Write(IEnumerable<Removal> removals, TextWriter output)
    {
        foreach (var removal in removals)
        {
            var of = removal.Class is { } retained ? $", {Proof.WordOf(retained)}" : "";
            var dates = removal.Oldest is null ? "" : string.Create(CultureInfo.InvariantCulture, $", mail of {removal.Oldest:yyyy-MM-dd} to {removal.Newest:yyyy-MM-dd}");
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {removal.Count,9:N0}  {removal.Kind}{of}{dates}"));
        }
    }

    /// <returns>What the process returns: a broken chain is not usable.</returns>
    public static int Write(IReadOnlyList<Proof> proofs, TextWriter output)
    {
        foreach (var proof in proofs)
        {
            foreach (var line in proof.Content.TrimEnd('\n').Split('\n').Skip(1)) output.WriteLine(line);
            output.WriteLine($"sha256 {proof.Hash}");
            output.WriteLine();
        }
        if (Proof.FirstBroken(proofs) is { } broken)
            throw new SerjeantException($"The chain is broken at proof {broken}: it, or the one before, was changed or taken out.", retryHelps: false);
        output.WriteLine(proofs.Count == 0 ? "Nothing was ever deleted." : string.Create(CultureInfo.InvariantCulture, $"The chain of {proofs.Count} is whole. Kept elsewhere, its last hash shows later that none was taken off the end."));
        return ExitCodes.Done;
    }
}
