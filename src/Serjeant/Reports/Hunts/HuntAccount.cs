using System.Collections.Immutable;
using Serjeant.Hunts;
using Serjeant.Traces;

namespace Serjeant.Reports.Hunts;

/// <summary>What a hunt found, in plain words, the same in every format.</summary>
public static class HuntAccount
{
    /// <summary>One sentence or a few: how much, to whom, when, what hangs on it, what was not answered.</summary>
    public static ImmutableArray<Phrase> Tell(HuntReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        var result = report.Result;
        var said = ImmutableArray.CreateBuilder<Phrase>();
        TellUnusable(result, said);
        if (result.Answers.IsEmpty) return said.ToImmutable();
        if (result.Found == 0) TellNothing(result, said);
        else TellFound(report, said);
        TellOthers(result, said);
        if (result.Found > 0) TellCampaigns(result, said);
        TellUnanswered(result, said);
        return said.ToImmutable();
    }

    /// <summary>"between 4 January and 8 March 2021", "since 4 January 2021"; empty for all time.</summary>
    public static string Tell(HuntWindow window)
    {
        ArgumentNullException.ThrowIfNull(window);
        return (window.Since, window.Until) switch
        {
            ({ } since, { } until) => Wording.Span(Noon(since), Noon(until)),
            ({ } since, null) => $"since {Wording.Date(Noon(since))}",
            (null, { } until) => $"until {Wording.Date(Noon(until))}",
            _ => "",
        };
    }

    /// <summary>"leaked", "pre-fetched" ...</summary>
    public static string Tell(ExposureState state) => state switch
    {
        ExposureState.Leaked => "leaked",
        ExposureState.Proxied => "proxied",
        ExposureState.PreFetched => "pre-fetched",
        ExposureState.NotSeen => "not seen",
        _ => "unknown",
    };

    /// <summary>"5 leaked, 5 proxied, 3 unknown": the strongest first; empty where no logs are known.</summary>
    public static string TellExposures(HuntReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        if (report.Exposures is null || report.Result.People.IsEmpty) return "";
        return string.Join(", ", report.Result.People.GroupBy(p => report.StateOf(p.Id)).OrderByDescending(g => g.Key).Select(g => $"{Wording.Number(g.Count())} {Tell(g.Key)}"));
    }

    /// <summary>Why something sought was answered with a number, and what to do about it.</summary>
    public static string Tell(HuntAnswer answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        return answer.Kind switch
        {
            AnswerKind.Everybodys => $"This links everything: {Wording.Count(answer.Messages, "message", "messages")}. {MailText.Defang(answer.Breadth?.Reason ?? "It is in everybody\u2019s mail")}.",
            AnswerKind.Unindexed => $"{MailText.Defang(answer.Breadth?.Reason ?? "It is not in the index")}.",
            AnswerKind.TooWide when answer.Messages == 0 => "It stands for more hosts or forms than are looked up: write more of it.",
            AnswerKind.TooWide => $"In {Wording.Count(answer.Messages, "message", "messages")}, too many to tell one from another: narrow it with --since and --until, seek something rarer, or ask for --all.",
            _ when answer.Messages == 0 => "Not seen.",
            _ => Wording.Count(answer.Messages, "message", "messages") + (answer.Wider ? ", found by less than was asked: look at each." : ""),
        };
    }

    /// <summary>First of all: whatever follows says nothing of what could not be used.</summary>
    private static void TellUnusable(HuntResult result, ImmutableArray<Phrase>.Builder said)
    {
        var unusable = result.Unusable;
        if (result.Answers.IsEmpty) said.Add(Phrase.Words("Nothing of the tip could be used: nothing was looked for."));
        else if (unusable > 0)
        {
            said.Add(Phrase.Figure(Wording.Count(unusable, "entry", "entries")));
            said.Add(Phrase.Words(" of the tip could not be used, whole or in part, and nothing below says that they are not in the mail. "));
        }
    }

    private static void TellNothing(HuntResult result, ImmutableArray<Phrase>.Builder said)
    {
        said.Add(Phrase.Words("Nothing that was sought was found in "));
        said.Add(Phrase.Figure(Wording.Count(result.Hunt.Over, "message", "messages")));
        if (Tell(result.Hunt.Window) is { Length: > 0 } window) said.Add(Phrase.Words($" {window}"));
        if (result.Elsewhen > 0) said.Add(Phrase.Words($"; outside that time {Wording.Count(result.Elsewhen, "message has", "messages have")} it"));
        said.Add(Phrase.Words("."));
    }

    private static void TellFound(HuntReport report, ImmutableArray<Phrase>.Builder said)
    {
        var result = report.Result;
        var people = result.People.Count(p => p.Found > 0);
        said.Add(Phrase.Figure(Wording.Count(result.Found, "message", "messages")));
        if (people > 0)
        {
            said.Add(Phrase.Words(" to "));
            said.Add(Phrase.Figure(Wording.Count(people, "person", "people")));
            said.Add(Phrase.Words(" on the roster"));
        }
        else if (!report.Roster.People.IsEmpty) said.Add(Phrase.Words(" to nobody on the roster"));
        said.Add(Phrase.Words(result.Found == 1 ? " has what was sought" : " have what was sought"));
        if (Wording.Span(result.Messages.Min(m => m.Entry.Date), result.Messages.Max(m => m.Entry.Date)) is { Length: > 0 } span) said.Add(Phrase.Words($", {span}"));
        if (!result.Undated.IsEmpty) said.Add(Phrase.Words($", {Wording.Number(result.Undated.Length)} without a date among them"));
        said.Add(Phrase.Words("."));
    }

    private static void TellOthers(HuntResult result, ImmutableArray<Phrase>.Builder said)
    {
        if (result.Others == 0) return;
        var more = result.People.Count(p => p.Found == 0);
        var campaigns = result.Campaigns.Count(c => !c.Others.IsEmpty);
        said.Add(Phrase.Words(" "));
        said.Add(Phrase.Figure(Wording.Count(result.Others, "message", "messages")));
        said.Add(Phrase.Words(result.Others == 1 ? " more hangs on the same " : " more hang on the same "));
        said.Add(Phrase.Words(campaigns == 1 ? "campaign though nothing that was sought is in it" : $"{Wording.Count(campaigns, "campaign", "campaigns")} though nothing that was sought is in them"));
        if (result.Others > 1 && campaigns == 1) said[^1] = Phrase.Words("campaign though nothing that was sought is in them");
        if (more > 0)
        {
            said.Add(Phrase.Words(", and reached "));
            said.Add(Phrase.Figure(Wording.Count(more, "person", "people")));
            said.Add(Phrase.Words(" more"));
        }
        said.Add(Phrase.Words("."));
    }

    private static void TellCampaigns(HuntResult result, ImmutableArray<Phrase>.Builder said)
    {
        var wide = result.Campaigns.Where(c => c.TooWide).ToArray();
        if (wide.Length > 0) said.Add(Phrase.Words($" {Wording.Count(wide.Length, "campaign", "campaigns")} of {(wide.Length == 1 ? "theirs has" : "theirs have")} so many messages that only their number is told."));
    }

    private static void TellUnanswered(HuntResult result, ImmutableArray<Phrase>.Builder said)
    {
        var unindexed = result.Answers.Count(a => a.Kind == AnswerKind.Unindexed);
        var everything = result.Answers.Count(a => a.Kind is AnswerKind.Everybodys or AnswerKind.TooWide);
        var unseen = result.Answers.Count(a => a is { Kind: AnswerKind.Told, Messages: 0 });
        var seen = result.Answers.Length - everything - unindexed - unseen;
        said.Add(Phrase.Words(" Of "));
        said.Add(Phrase.Figure(Wording.Count(result.Answers.Length, "thing sought", "things sought")));
        said.Add(Phrase.Words(seen == 0 ? ", none was seen" : seen == result.Answers.Length && seen > 1 ? ", all were seen" : $", {Wording.Number(seen)} {(seen == 1 ? "was" : "were")} seen"));
        if (everything > 0) said.Add(Phrase.Words($" and {Wording.Number(everything)} {(everything == 1 ? "links" : "link")} too much to be told"));
        if (unindexed > 0) said.Add(Phrase.Words($"{(everything > 0 ? ";" : " and")} {Wording.Number(unindexed)} {(unindexed == 1 ? "is" : "are")} our own and not in the index"));
        said.Add(Phrase.Words("."));
    }

    private static DateTimeOffset Noon(DateOnly day) => new(day.ToDateTime(new TimeOnly(12, 0)), TimeSpan.Zero);
}
