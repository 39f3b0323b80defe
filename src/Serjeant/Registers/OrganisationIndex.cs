using Serjeant.Values;

namespace Serjeant.Registers;

/// <summary>Finds the body, outlet or correspondent of the roster whose name stands in a display name as whole words.</summary>
internal sealed class OrganisationIndex
{
    private readonly List<(string Name, Organisation Organisation)> _names = [];

    public OrganisationIndex(Roster roster)
    {
        foreach (var organisation in roster.Outlets.Concat(roster.Bodies).Concat(roster.Correspondents))
            foreach (var name in organisation.OtherNames.Prepend(organisation.Name))
            {
                var folded = Folding.Fold(name).Trim();
                if (folded.StartsWith("the ", StringComparison.Ordinal)) folded = folded[4..];
                if (folded.Length >= 4) _names.Add((" " + folded + " ", organisation));
            }
    }

    public Organisation? Find(string displayName)
    {
        if (_names.Count == 0) return null;
        var shown = " " + Folding.Fold(displayName).Replace(',', ' ').Replace('|', ' ').Replace('(', ' ').Replace(')', ' ').Replace('.', ' ') + " ";
        foreach (var (name, organisation) in _names)
            if (shown.Contains(name, StringComparison.Ordinal)) return organisation;
        return null;
    }
}
