namespace Serjeant.Hunts.Watches;

/// <summary>Asks the index for what no single message can tell while it is read: patterns of several messages, and likenesses.</summary>
public sealed class WatchHunt(Hunter hunter, IHuntStore store)
{
    /// <summary>Notes what was sighted since the last time.</summary>
    public void Make(IEnumerable<Watch> watches, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(watches);
        foreach (var watch in watches)
        {
            if (watch.Ended is not null || watch.Tips.All(t => t.Patterns.IsEmpty && t.Likenesses.IsEmpty)) continue;
            var result = hunter.Make(new([.. watch.Tips.Select(t => t with { Sought = [] })], watch.By), cancellation);
            var places = Places(watch);
            foreach (var message in result.Messages.Concat(result.Undated))
                foreach (var answer in message.Answers)
                    store.Add(new WatchSighting(watch.Number, message.Entry.Id, places[answer], message.Roles));
        }
    }

    /// <summary>Where among all that is watched for stands what the hunt without selectors answered.</summary>
    private static List<int> Places(Watch watch)
    {
        var places = new List<int>();
        var next = 0;
        foreach (var tip in watch.Tips)
        {
            next += tip.Sought.Length;
            for (var i = 0; i < tip.Patterns.Length + tip.Likenesses.Length; i++) places.Add(next++);
        }
        return places;
    }
}
