using System.Collections.Immutable;
using Serjeant.Campaigns;
using Serjeant.Hunts;
using Serjeant.Judgement;

namespace Serjeant.Personas;

/// <summary>A message that went to others, as somebody told us of it, with the testimony.</summary>
/// <param name="Message">What is kept of it; its imitations say whom of ours it pretends to be.</param>
/// <param name="Testimony">Who told.</param>
/// <param name="Guise">What it shows beside the name; null where it pretends to be nobody of ours.</param>
/// <param name="Remark">Why it is taken for nobody's imitation though it may look so; empty where there is nothing to say.</param>
/// <param name="Found">What it can be found by.</param>
public sealed record Claim(KeptMessage Message, Testimony Testimony, Guise? Guise, string Remark, IndexedMessage Found)
{
    /// <summary>It wears the name of one of our people or bodies.</summary>
    public bool OfOurs => Message.Imitations.Any(MaskFinder.IsOurs);
}

/// <summary>Who hands something in, and how far he is to be relied on.</summary>
/// <param name="By">Who told us.</param>
/// <param name="Grade">Of the source, and of what it tells.</param>
/// <param name="Note">In words; empty where none.</param>
/// <param name="EnteredBy">Who enters it here.</param>
public sealed record Reporter(string By, Grade Grade, string Note, string EnteredBy);

/// <summary>What one message of ordinary mail told of mail that went to others in our people's names.</summary>
/// <param name="Claims">Originals that machines or people returned.</param>
/// <param name="Rows">Rows of DMARC aggregate reports.</param>
/// <param name="Guise">Where the message itself wears a name of ours: what it shows beside it.</param>
public sealed record Backscatter(ImmutableArray<Claim> Claims, ImmutableArray<SpoofedRow> Rows, Guise? Guise)
{
    public static Backscatter None { get; } = new([], [], null);
}
