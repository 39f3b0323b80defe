namespace Serjeant.Campaigns;

/// <summary>Sorts the members of a campaign into copies of one and the same mail, as it went to several recipients.</summary>
internal static class CopySets
{
    private const double Alike = 0.6, NearlyEqual = 0.9;

    // A token shows itself in a dozen copies; comparing thousands would only cost, in time and in memory.
    private const int MaximumSets = 200, MaximumCopies = 24;

    private static readonly TimeSpan OneMailing = TimeSpan.FromDays(3);

    /// <param name="messages">By date, then by identity.</param>
    public static List<List<KeptMessage>> Sort(IEnumerable<KeptMessage> messages)
    {
        var sets = new List<List<KeptMessage>>();
        foreach (var message in messages)
        {
            if (message.Urls.IsEmpty) continue;
            var set = sets.Find(s => AreCopies(s[0], message));
            if (set is not null)
            {
                if (set.Count < MaximumCopies) set.Add(message);
            }
            else if (sets.Count < MaximumSets)
            {
                sets.Add([message]);
            }
        }
        return sets;
    }

    /// <summary>
    /// The same text under the same subject. Issues of one newsletter are alike too, but links to other articles are not tokens:
    /// so a different subject needs nearly the same text, and the same form without text needs the same days.
    /// </summary>
    private static bool AreCopies(KeptMessage a, KeptMessage b)
    {
        var likeness = a.Template.Likeness(b.Template);
        if (likeness >= NearlyEqual) return true;
        var near = a.Date is { } first && b.Date is { } second && (second - first).Duration() <= OneMailing;
        var subject = a.Subject == b.Subject || (near && Trait(a, TraitKind.SubjectShape) is not 0 and var shape && shape == Trait(b, TraitKind.SubjectShape));
        if (likeness >= Alike) return subject;
        var wordless = a.Template.Bins.IsDefaultOrEmpty || b.Template.Bins.IsDefaultOrEmpty;
        return subject && (wordless || near) && Trait(a, TraitKind.HtmlSkeleton) is not 0 and var skeleton && skeleton == Trait(b, TraitKind.HtmlSkeleton);
    }

    private static long Trait(KeptMessage message, TraitKind kind)
    {
        foreach (var trait in message.Traits)
            if (trait.Kind == kind) return trait.Hash;
        return 0;
    }
}
