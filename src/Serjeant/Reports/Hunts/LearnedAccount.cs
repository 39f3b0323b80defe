using System.Collections.Immutable;
using Serjeant.Hunts.Knowledge;
using Serjeant.Hunts.Watches;

namespace Serjeant.Reports.Hunts;

/// <summary>What a scan saw of what is watched, and what it learned for old mail, in the same words in every format.</summary>
public static class LearnedAccount
{
    /// <summary>"evil[.]example was seen in 3 messages to 2 people on 4 May 2021; watched since 1 May 2021 by the desk (tip.json)."</summary>
    public static ImmutableArray<Phrase> Tell(WatchAlert alert)
    {
        ArgumentNullException.ThrowIfNull(alert);
        var said = ImmutableArray.CreateBuilder<Phrase>();
        said.Add(Phrase.Quoted(alert.Text));
        said.Add(Phrase.Words(" was seen in "));
        said.Add(Phrase.Figure(Wording.Count(alert.Messages.Length, "message", "messages")));
        Reach(said, alert.People.Length, alert.First, alert.Last);
        said.Add(Phrase.Words($"; watched since {Wording.Date(alert.Watch.Since)} by "));
        said.Add(Phrase.Quoted(alert.Watch.By));
        if (Whence(alert) is { Length: > 0 } whence)
        {
            said.Add(Phrase.Words(", from "));
            said.Add(Phrase.Quoted(whence));
        }
        said.Add(Phrase.Words("."));
        return said.ToImmutable();
    }

    /// <summary>"The sender a@b[.]example of campaign c-... stands in 3 messages outside it, judged ordinary so far, to 2 people, on 4 May 2021."</summary>
    public static ImmutableArray<Phrase> Tell(LookBackFind find)
    {
        ArgumentNullException.ThrowIfNull(find);
        var said = ImmutableArray.CreateBuilder<Phrase>();
        said.Add(Phrase.Words($"The {Name(find.Thing.As)} "));
        said.Add(Phrase.Quoted(find.Thing.Selector.Value));
        said.Add(Phrase.Words(find.Thing.Campaign.Length > 0 ? $" of campaign {MailText.Show(find.Thing.Campaign, 40)} stands in " : " of a single message stands in "));
        said.Add(Phrase.Figure(Wording.Count(find.Messages, "message", "messages")));
        said.Add(Phrase.Words(find.Thing.Campaign.Length > 0 ? " outside it, judged ordinary so far" : " judged ordinary so far"));
        Reach(said, find.People.Length, find.First, find.Last);
        said.Add(Phrase.Words("."));
        return said.ToImmutable();
    }

    /// <summary>"Looking back with 12 things learned: 30 messages judged ordinary so far have one of them, to 9 people on the roster."; empty where nothing was found.</summary>
    public static ImmutableArray<Phrase> Tell(LookBack back)
    {
        ArgumentNullException.ThrowIfNull(back);
        if (back.Finds.IsEmpty) return [];
        var said = ImmutableArray.CreateBuilder<Phrase>();
        said.Add(Phrase.Words("Looking back with "));
        said.Add(Phrase.Figure(Wording.Count(back.Learned, "thing", "things")));
        said.Add(Phrase.Words(" learned: "));
        said.Add(Phrase.Figure(Wording.Count(back.Messages, "message", "messages")));
        said.Add(Phrase.Words(back.Messages == 1 ? " judged ordinary so far has one of them" : " judged ordinary so far have one of them"));
        if (back.People > 0) said.Add(Phrase.Words($", to {Wording.Count(back.People, "person", "people")} on the roster"));
        said.Add(Phrase.Words("."));
        return said.ToImmutable();
    }

    /// <summary>The report a tip rests on, else the file it came in.</summary>
    public static string Whence(WatchAlert alert)
    {
        ArgumentNullException.ThrowIfNull(alert);
        return alert.Origin.Reference.Length > 0 ? alert.Origin.Reference : alert.Origin.Name.Length > 0 ? alert.Origin.Name : alert.Watch.Source;
    }

    /// <summary>For programs: "false-address", "callback-host" ...</summary>
    internal static string Code(KnownAs known) => known switch
    {
        KnownAs.FalseAddress => "false-address",
        KnownAs.Sender => "sender",
        KnownAs.SenderDomain => "sender-domain",
        KnownAs.CallbackHost => "callback-host",
        KnownAs.CallbackShape => "callback-shape",
        _ => "attachment",
    };

    private static string Name(KnownAs known) => known switch
    {
        KnownAs.FalseAddress => "false address",
        KnownAs.Sender => "sender",
        KnownAs.SenderDomain => "sender\u2019s domain",
        KnownAs.CallbackHost => "called host",
        KnownAs.CallbackShape => "form of called URLs",
        _ => "attachment",
    };

    private static void Reach(ImmutableArray<Phrase>.Builder said, int people, DateTimeOffset? first, DateTimeOffset? last)
    {
        if (people > 0)
        {
            said.Add(Phrase.Words(", to "));
            said.Add(Phrase.Figure(Wording.Count(people, "person", "people")));
        }
        if (Wording.Span(first, last) is { Length: > 0 } span) said.Add(Phrase.Words($", {span}"));
    }
}
