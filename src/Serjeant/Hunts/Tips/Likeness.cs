using System.Collections.Immutable;

namespace Serjeant.Hunts.Tips;

/// <summary>One respect in which a message may be like another.</summary>
/// <param name="Name">In a word or two: "text", "layout", "callback".</param>
/// <param name="Of">What it can be told by.</param>
/// <param name="Least">So many of <paramref name="Of"/> must be there.</param>
/// <param name="Weight">What it adds, 1 to 4: how seldom strangers agree in it.</param>
public sealed record LikenessPart(string Name, ImmutableArray<Sought> Of, int Least, int Weight)
{
    internal const string Route = "route";

    /// <summary>Parts of one family follow from one another (a mail service's form of Message-IDs, its host, its signature): the heaviest that agrees counts, and that once.</summary>
    public string Family => Name is "Message-ID's form" or "sending host" or "signature" ? Route : Name;
}

/// <summary>What a message can be told by, so that others like it are found though no single thing of it is theirs.</summary>
/// <param name="Text">The message, by its file.</param>
/// <param name="Parts">Respects; each family of them counts once.</param>
/// <param name="Required">Weights of agreeing parts must reach this; agreeing messages are ranked by their sum.</param>
public sealed record Likeness(string Text, ImmutableArray<LikenessPart> Parts, int Required)
{
    public int Most => Parts.GroupBy(p => p.Family, StringComparer.Ordinal).Sum(f => f.Max(p => p.Weight));
}
