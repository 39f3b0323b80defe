using System.Collections.Immutable;
using Serjeant.Hunts.Tips;
using Serjeant.Judgement;

namespace Serjeant.Hunts;

/// <summary>How one thing sought was answered.</summary>
public enum AnswerKind
{
    /// <summary>Its messages are among those found; where there are none, it was not seen.</summary>
    Told,
    /// <summary>Everybody has it (a warning list says so): a number only.</summary>
    Everybodys,
    /// <summary>So much mail has it that it tells nothing: a number only.</summary>
    TooWide,
    /// <summary>A host of ours, which the index leaves out: nothing is known of it, not even a number.</summary>
    Unindexed,
}

/// <summary>What became of one thing sought.</summary>
/// <param name="Text">As the giver wrote it.</param>
/// <param name="Origin">Whom it comes from.</param>
/// <param name="Kind">How it was answered.</param>
/// <param name="Messages">Messages that have it, in the window where they are told.</param>
/// <param name="Wider">It was sought by less than was asked: what is found wants looking at.</param>
public sealed record HuntAnswer(string Text, Origin Origin, AnswerKind Kind, long Messages, bool Wider)
{
    /// <summary>Why it links everything; null where it does not.</summary>
    public Breadth? Breadth { get; init; }
}

/// <summary>A message that a hunt came upon.</summary>
/// <param name="Number">In the index.</param>
/// <param name="Entry">What the index keeps of it.</param>
/// <param name="Answers">Places in <see cref="HuntResult.Answers"/> of what found it; empty where only its campaign did.</param>
/// <param name="Roles">Where in it they stood.</param>
/// <param name="Campaign">Null where it belongs to none, or its record is gone.</param>
/// <param name="Finding">As last judged.</param>
public sealed record HuntedMessage(uint Number, IndexEntry Entry, ImmutableArray<int> Answers, SelectorRole Roles, string? Campaign, Finding Finding)
{
    /// <summary>In what it is like the message given with --like; empty where none was.</summary>
    public ImmutableArray<string> Alike { get; init; } = [];

    /// <summary>The weights of <see cref="Alike"/> summed; 0 where no --like was given.</summary>
    public int Strength { get; init; }
}

/// <summary>A campaign that messages found belong to.</summary>
/// <param name="Id">Its name.</param>
/// <param name="Note">What the last reckoning said; null where it said nothing.</param>
/// <param name="Found">Members found by what was sought.</param>
/// <param name="Members">Members in all; a lower bound where <see cref="TooWide"/>.</param>
/// <param name="TooWide">So large that its other members are told by their number.</param>
/// <param name="Others">Members that no selector found: by date, undated last.</param>
/// <param name="Elsewhen">Other members outside the window.</param>
public sealed record HuntedCampaign(string Id, CampaignNote? Note, int Found, int Members, bool TooWide, ImmutableArray<HuntedMessage> Others, int Elsewhen);

/// <summary>What a person on the roster received.</summary>
/// <param name="Id">On the roster.</param>
/// <param name="Found">Messages that something sought found.</param>
/// <param name="Others">Messages that only hang on the same campaign.</param>
/// <param name="First">Null where none has a date.</param>
/// <param name="Campaigns">By name, each once.</param>
public sealed record HuntedPerson(string Id, int Found, int Others, DateTimeOffset? First, DateTimeOffset? Last, ImmutableArray<string> Campaigns);

/// <summary>The answer to a hunt.</summary>
/// <param name="Hunt">The record of it.</param>
/// <param name="Tips">What was asked, with what could not be used.</param>
public sealed record HuntResult(Hunt Hunt, ImmutableArray<Tip> Tips)
{
    /// <summary>Of everything sought, in the order given: selectors, then patterns, then likenesses of each tip.</summary>
    public ImmutableArray<HuntAnswer> Answers { get; init; } = [];

    /// <summary>With a date in the window: the most alike first where a message was given, then by date.</summary>
    public ImmutableArray<HuntedMessage> Messages { get; init; } = [];

    /// <summary>Without a date: no window can leave them out.</summary>
    public ImmutableArray<HuntedMessage> Undated { get; init; } = [];

    /// <summary>Those with most messages found first.</summary>
    public ImmutableArray<HuntedCampaign> Campaigns { get; init; } = [];

    /// <summary>Those who received most first.</summary>
    public ImmutableArray<HuntedPerson> People { get; init; } = [];

    /// <summary>Addresses beyond the roster's, summed over messages.</summary>
    public long Elsewhere { get; init; }

    /// <summary>Found outside the window.</summary>
    public long Elsewhen { get; init; }

    /// <summary>Deleted since they were indexed.</summary>
    public long Gone { get; init; }

    public IEnumerable<Refusal> Refusals => Tips.SelectMany(t => t.Refusals);

    /// <summary>Entries that name something, and could not be used whole or in part: of them this hunt says nothing.</summary>
    public long Unusable => Refusals.Where(r => !r.NamesNothing).Sum(r => (long)r.Count);

    /// <summary>Messages found, dated or not.</summary>
    public int Found => Messages.Length + Undated.Length;

    /// <summary>Messages that hang on the same campaigns.</summary>
    public int Others => Campaigns.Sum(c => c.Others.Length);
}
