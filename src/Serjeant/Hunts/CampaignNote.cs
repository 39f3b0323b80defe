using Serjeant.Judgement;

namespace Serjeant.Hunts;

/// <summary>What the last reckoning said of a campaign, kept so that a hunt need not reckon anew.</summary>
/// <param name="Id">As <see cref="Campaigns.Campaign.Id"/>.</param>
/// <param name="Title">A few words to tell it by, fit to be shown.</param>
/// <param name="Messages">Members at that time.</param>
/// <param name="Recipients">Different recipient addresses.</param>
public sealed record CampaignNote(string Id, Finding Finding, string Title, int Messages, int Recipients, DateTimeOffset? First, DateTimeOffset? Last);
