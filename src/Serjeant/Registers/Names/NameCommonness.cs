using Serjeant.Values;

namespace Serjeant.Registers.Names;

/// <summary>
/// How many people of a million bear a name, in the language or country where it is most usual: a roster lies in one country, so its own country's
/// namesakes are what counts. From data/names/commonness.txt; figures there are right to about a factor of two.
/// </summary>
internal sealed class NameCommonness
{
    /// <summary>
    /// Bearers per million of a name that the list lacks. The list goes down to about five; the many names beyond it have about one.
    /// </summary>
    public const double Unknown = 1;

    private static readonly Lazy<NameCommonness> Lazy = new(() => Read(ShippedData.ReadText("names/commonness.txt")));

    private readonly NameFigures _given;
    private readonly NameFigures _family;

    private NameCommonness(NameFigures given, NameFigures family) => (_given, _family) = (given, family);

    public static NameCommonness Shipped => Lazy.Value;

    /// <summary>Bearers of a given name per million people; never below <see cref="Unknown"/>.</summary>
    public double GivenPerMillion(string folded) => Math.Max(Unknown, _given.Find(folded));

    /// <summary>Bearers of a family name per million people; never below <see cref="Unknown"/>.</summary>
    public double FamilyPerMillion(string folded) => Math.Max(Unknown, _family.Find(folded));

    /// <param name="text">Lines "given 3318 mary" or "family 71000 wang ...": kind, bearers per million, then the folded names; # begins a comment.</param>
    public static NameCommonness Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var given = new NameFigures(text);
        var family = new NameFigures(text);
        for (var start = 0; start < text.Length;)
        {
            var end = text.IndexOf('\n', start);
            if (end < 0) end = text.Length;
            var line = text.AsSpan(start, end - start);
            if (line.StartsWith("given ")) given.AddLine(start + "given ".Length, end);
            else if (line.StartsWith("family ")) family.AddLine(start + "family ".Length, end);
            start = end + 1;
        }
        return new(given, family);
    }
}
