namespace Serjeant.Registers.Names;

/// <summary>How many people in a million bear a name where it is most usual, with what the lists cannot know said honestly.</summary>
internal sealed class NameRarity
{
    /// <summary>A name that no list knows: lists stop long before the rare names do, and given names are combined freely in many languages.</summary>
    private const double UnknownGiven = 20, UnknownFamily = 5;

    private readonly NameCommonness _commonness = NameCommonness.Shipped;

    public double GivenPerMillion(string folded) => Math.Max(UnknownGiven, _commonness.GivenPerMillion(folded));

    public double FamilyPerMillion(string folded) => Math.Max(UnknownFamily, _commonness.FamilyPerMillion(folded));
}
