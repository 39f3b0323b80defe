namespace Serjeant.Hunts.Tips;

/// <summary>What a tip is written as; told by its content.</summary>
public enum TipKind
{
    /// <summary>Lines or arguments, each a selector; with or without "# Reference:" lines.</summary>
    Lines,
    Csv,
    Stix,
    Misp,
    /// <summary>A message that others are to be like.</summary>
    Message,
}
