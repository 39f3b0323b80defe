namespace Serjeant.Judgement;

/// <summary>
/// How far a report can be relied on, by the Admiralty code (NATO AJP-2.1, annex on evaluation): the source A to F, and what it reports 1 to 6,
/// each for itself. A good source may bring a bad item, and the other way round.
/// </summary>
public readonly record struct Grade
{
    private readonly byte _source, _item;

    /// <exception cref="ArgumentOutOfRangeException">No letter A to F, or no digit 1 to 6.</exception>
    public Grade(char source, int item)
    {
        if (source is < 'A' or > 'F') throw new ArgumentOutOfRangeException(nameof(source), "A source is graded A to F.");
        if (item is < 1 or > 6) throw new ArgumentOutOfRangeException(nameof(item), "An item is graded 1 to 6.");
        // Counted down from the last, so that the default value is "cannot be judged", twice.
        (_source, _item) = ((byte)('F' - source), (byte)(6 - item));
    }

    /// <summary>Neither the source nor what it reports can be judged: F6.</summary>
    public static Grade Unknown => default;

    /// <summary>A completely reliable, B usually, C fairly, D not usually reliable, E unreliable, F cannot be judged.</summary>
    public char Source => (char)('F' - _source);

    /// <summary>1 confirmed by others, 2 probably true, 3 possibly true, 4 doubtful, 5 improbable, 6 cannot be judged.</summary>
    public int Item => 6 - _item;

    /// <summary>A fairly reliable source or better, and what it reports is at least possible.</summary>
    public bool IsGood => Source is >= 'A' and <= 'C' && Item is >= 1 and <= 3;

    /// <summary>In words: "usually reliable source; probably true".</summary>
    public string Words => $"{SourceWords}; {ItemWords}";

    private string SourceWords => Source switch
    {
        'A' => "completely reliable source",
        'B' => "usually reliable source",
        'C' => "fairly reliable source",
        'D' => "source not usually reliable",
        'E' => "unreliable source",
        _ => "reliability of the source cannot be judged",
    };

    private string ItemWords => Item switch
    {
        1 => "confirmed by other sources",
        2 => "probably true",
        3 => "possibly true",
        4 => "doubtful",
        5 => "improbable",
        _ => "truth cannot be judged",
    };

    /// <summary>Reads "B2", in either case.</summary>
    public static bool TryParse(string text, out Grade grade)
    {
        grade = default;
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length != 2 || char.ToUpperInvariant(text[0]) is not (>= 'A' and <= 'F') || text[1] is not (>= '1' and <= '6')) return false;
        grade = new(char.ToUpperInvariant(text[0]), text[1] - '0');
        return true;
    }

    public override string ToString() => $"{Source}{Item}";
}
