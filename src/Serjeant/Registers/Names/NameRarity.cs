namespace Serjeant.Registers.Names;

/// <summary>How many people in a million bear a name: the larger of what is known of the world and what the register itself shows.</summary>
internal sealed class NameRarity
{
    /// <summary>A name that no list knows: lists stop long before the rare names do.</summary>
    private const double UnknownGiven = 60, UnknownFamily = 8;

    public double GivenPerMillion(string folded) => Math.Max(UnknownGiven, Listed(folded));

    public double FamilyPerMillion(string folded) => Math.Max(UnknownFamily, Listed(folded));

    private double Listed(string folded) => _listed.GetValueOrDefault(folded);

    private readonly Dictionary<string, double> _listed = [];
}
