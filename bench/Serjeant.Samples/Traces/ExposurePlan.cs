using Serjeant.Samples.People;

namespace Serjeant.Samples.Traces;

/// <summary>Who asked for a beacon.</summary>
internal enum Asker
{
    /// <summary>The person's own machine in the house, through its proxy.</summary>
    OwnMachine,
    /// <summary>A browser somewhere else.</summary>
    AtHome,
    ImageProxy,
    Prefetcher,
    /// <summary>The house's own mail gateway.</summary>
    Gateway,
}

/// <summary>A beacon that was asked for.</summary>
internal sealed record Fetch(QuietMail Mail, Asker Asker, DateTimeOffset At);

/// <summary>
/// Decides what becomes of each person who got planted mail, so that all five states occur, and what the logs show of it. The truth is what was decided
/// here, by what the logs can tell: nothing of it rests on the code that reads them.
/// </summary>
internal sealed class ExposurePlan
{
    /// <summary>For so many days the logs must run on for "not seen".</summary>
    private const int Days = 7;

    public ExposurePlan(IReadOnlyList<QuietMail> mails, DateTimeOffset logsBegin, DateTimeOffset logsEnd, IReadOnlySet<string> handedOver, Dice dice)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var received in mails.GroupBy(m => m.Person).OrderBy(g => g.Key.Id, StringComparer.Ordinal))
        {
            var person = received.Key;
            // What is fetched is asked for within three days.
            var inLogs = received.Where(m => person.Official is not null && m.At > logsBegin.AddHours(2) && m.At < logsEnd.AddDays(-4)).ToList();
            var atTracker = received.Where(m => handedOver.Contains(m.Host)).ToList();
            List<string> possible = ["unknown"];
            if (person.Official is not null && received.All(m => m.At > logsBegin.AddHours(2) && m.At < logsEnd.AddDays(-Days - 1))) possible.Add("not-seen");
            if (inLogs.Count > 0 || atTracker.Count > 0) possible.Add("leaked");
            if (atTracker.Count > 0) possible.AddRange(["proxied", "pre-fetched"]);
            var state = possible.OrderBy(s => counts.GetValueOrDefault(s)).ThenByDescending(possible.IndexOf).First();
            counts[state] = counts.GetValueOrDefault(state) + 1;
            var why = Decide(state, person, inLogs, atTracker, dice);
            Exposures.Add(new(person.Id, state, why, received.Count()));
        }
    }

    public List<TrueExposure> Exposures { get; } = [];

    public List<Fetch> Fetches { get; } = [];

    /// <summary>People of the house whose machines no log has.</summary>
    public HashSet<string> Without { get; } = new(StringComparer.Ordinal);

    private string Decide(string state, Person person, List<QuietMail> inLogs, List<QuietMail> atTracker, Dice dice)
    {
        switch (state)
        {
            case "leaked" when inLogs.Count > 0 && (atTracker.Count == 0 || dice.Chance(60)):
                Fetch(dice.Pick(inLogs), Asker.OwnMachine);
                return "fetched by the person's own machine";
            case "leaked":
                Fetch(dice.Pick(atTracker), Asker.AtHome);
                return "fetched by a browser from a network that is not the house's";
            case "proxied":
                Fetch(dice.Pick(atTracker), Asker.ImageProxy);
                // Both may come; the stronger is what counts.
                if (dice.Chance(40)) Fetch(dice.Pick(atTracker), Asker.Prefetcher);
                return "fetched by a mail service's image proxy";
            case "pre-fetched":
                var gateway = dice.Chance(50);
                foreach (var mail in atTracker) Fetch(mail, gateway ? Asker.Gateway : Asker.Prefetcher);
                return gateway ? "fetched by the house's own mail gateway" : "fetched by a service that fetches everything";
            case "not-seen":
                return "the person's machine is in logs that cover every mail, and asked for nothing";
            default:
                if (person.Official is null) return "no machine of this person is in any log";
                Without.Add(person.Id);
                return "this person's machine is in no log";
        }

        void Fetch(QuietMail mail, Asker asker) => Fetches.Add(new(mail, asker, mail.At.AddSeconds(asker is Asker.Gateway or Asker.Prefetcher ? dice.Between(20, 900) : dice.Between(300, 60 * 60 * 50))));
    }
}
