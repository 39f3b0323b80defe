using System.Globalization;
using Serjeant.Retention;
using Serjeant.Storage;
using Serjeant.Values;

namespace Serjeant.Cli.Commands;

/// <summary>Places, lists and releases legal holds.</summary>
internal sealed class HoldRun(StorePlace data, TimeProvider time)
{
    public int Add(HoldRequest request, TextWriter output)
    {
        using var store = data.OpenExisting(time);
        if (store.ReadHolds().Any(h => h.Name == request.Name)) throw new UsageException($"There is, or was, a hold \u201c{request.Name}\u201d already: every hold has a name of its own.");
        var hold = Scoped(request, store) with { From = request.From, To = request.To?.AddDays(1), At = time.GetUtcNow() };
        store.Add(hold);
        var cover = new HoldCover(store);
        var covered = store.ReadKept().LongCount(mark => cover.Of(mark.Id, mark.Date).Contains(request.Name));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Hold {hold.Name} is in force; it covers {covered} {(covered == 1 ? "message" : "messages")} now, and what comes to match it."));
        return ExitCodes.Done;
    }

    public int List(TextWriter output)
    {
        using var store = data.OpenExisting(time);
        var holds = store.ReadHolds();
        if (holds.Count == 0) output.WriteLine("There are no holds.");
        foreach (var hold in holds)
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{hold.Name}: {Tell(hold)}; placed by {hold.By}, {hold.At:yyyy-MM-dd}: {hold.Reason}"));
            if (hold.Released is { } at) output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  released by {hold.ReleasedBy}, {at:yyyy-MM-dd}: {hold.ReleasedWhy}"));
        }
        return ExitCodes.Done;
    }

    public int Release(string name, string reason, string by, TextWriter output)
    {
        using var store = data.OpenExisting(time);
        var hold = store.ReadHolds().FirstOrDefault(h => h.Name == name) ?? throw new UsageException($"There is no hold \u201c{name}\u201d.");
        if (!hold.InForce) throw new UsageException($"The hold \u201c{name}\u201d was released already.");
        store.Add(hold with { Released = time.GetUtcNow(), ReleasedBy = by, ReleasedWhy = reason });
        output.WriteLine($"Hold {name} is released; what only it kept goes with the next 'serjeant retain'.");
        return ExitCodes.Done;
    }

    private static Hold Scoped(HoldRequest request, SqliteStore store)
    {
        var (scope, subject) = (HoldScope.Dates, "");
        if (request.Campaign is { } campaign)
        {
            if (!store.ReadMembership().Values.Contains(campaign) && store.ReadMerges().All(m => m.Old != campaign)) throw new UsageException($"There is no campaign {campaign} in this data folder.");
            (scope, subject) = (HoldScope.Campaign, campaign);
        }
        else if (request.Person is { } person)
        {
            (scope, subject) = (HoldScope.Person, NamedPerson.Find(store, person, request.Roster).Write());
        }
        else if (request.Message is { } message)
        {
            if (!Sha256.TryParse(message, out var id)) throw new UsageException("--message takes the 64 hexadecimal digits of a message's SHA-256.");
            (scope, subject) = (HoldScope.Message, id.ToString());
        }
        return new(request.Name, scope, subject) { Reason = request.Reason, By = request.By };
    }

    private static string Tell(Hold hold) => hold.Scope switch
    {
        HoldScope.Campaign => $"campaign {hold.Subject}",
        HoldScope.Person => PersonSelection.Read(hold.Subject) is { Id.Length: > 0 } known ? $"mail to or from {known.Id}" : $"mail to or from {string.Join(", ", PersonSelection.Read(hold.Subject).Addresses)}",
        HoldScope.Message => $"message {hold.Subject}",
        _ => string.Create(CultureInfo.InvariantCulture, $"mail of {(hold.From is { } from ? $"{from:yyyy-MM-dd}" : "the beginning")} to {(hold.To is { } to ? $"{to.AddDays(-1):yyyy-MM-dd}" : "the end")}"),
    };
}
