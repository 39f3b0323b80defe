using Serjeant.Judgement;

namespace Serjeant.Bench.Hunting;

/// <summary>One house: what was planted, how the scan had judged it, what a tip of three selectors found, and what the logs told.</summary>
/// <param name="Planted">Planted mails.</param>
/// <param name="Judged">How many of them the scan had called ordinary, suspect, hostile.</param>
/// <param name="BySelector">Found since a selector of the tip is in them.</param>
/// <param name="ByCampaign">Found since they hang on the same campaign.</param>
/// <param name="Foreign">Mails found that are none of the planted.</param>
/// <param name="Exposures">Truth and answer for everybody who got planted mail; the answer is empty where the hunt does not name the person.</param>
/// <param name="Strangers">People named who got none.</param>
/// <param name="Milliseconds">Of hunt and exposure.</param>
internal sealed record HuntFigures(
    int Seed, int Mails, int Planted, IReadOnlyDictionary<Finding, int> Judged, int BySelector, int ByCampaign, int Foreign, int LogLines,
    IReadOnlyList<(string Person, string Truth, string Answer, string Why, string Reason)> Exposures, int Strangers, double Milliseconds);
