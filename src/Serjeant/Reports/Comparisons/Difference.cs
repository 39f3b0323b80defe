namespace Serjeant.Reports.Comparisons;

/// <summary>How a piece of the false side stands to the true one.</summary>
public enum DifferenceKind
{
    /// <summary>The same, but for capitals.</summary>
    None,
    /// <summary>Other letters that look alike: rn for m, a Cyrillic а for a Latin one.</summary>
    LookAlike,
    /// <summary>The same letter with a mark on it that the true one lacks.</summary>
    Mark,
    Replaced,
    Inserted,
    /// <summary>A character that cannot be seen, or that turns the line round.</summary>
    Invisible,
    LeftOut,
    /// <summary>Two neighbours in the other order.</summary>
    Swapped,
    /// <summary>The same name under another public suffix.</summary>
    OtherEnding,
    /// <summary>Nothing in common that would be worth marking letter by letter.</summary>
    Other,
}

/// <summary>A piece of two texts that stand beside each other, fit to be shown.</summary>
/// <param name="True">On the true side; empty where the false side adds.</param>
/// <param name="False">On the false side; empty where it leaves out.</param>
public readonly record struct Difference(DifferenceKind Kind, string True, string False)
{
    /// <summary>The eye should find it on the true side.</summary>
    public bool MarkTrue => Kind is not (DifferenceKind.None or DifferenceKind.Other) && True.Length > 0;

    /// <summary>The eye should find it on the false side.</summary>
    public bool MarkFalse => Kind != DifferenceKind.None && False.Length > 0;
}
