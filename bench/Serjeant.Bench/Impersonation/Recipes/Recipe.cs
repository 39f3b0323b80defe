using Serjeant.Bench.Impersonation.Letters;
using Serjeant.Bench.Impersonation.Names;
using Serjeant.Registers;
using Serjeant.Samples;

namespace Serjeant.Bench.Impersonation.Recipes;

/// <summary>One way of wearing somebody's name.</summary>
/// <param name="Source">Where it was seen, or why it must be expected.</param>
internal abstract record Recipe(string Name, string Source)
{
    /// <summary>Every mask of this recipe that names of the parliament allow, in a random order; null for a name that it does not fit.</summary>
    public abstract IEnumerable<(Script Script, Victim? Victim, Mask? Mask)> Masks(Stage stage);

    /// <summary>Only a few parliaments have names that it fits: more of each.</summary>
    public bool IsRare { get; init; }
}

/// <summary>A recipe that takes a name of a person.</summary>
internal sealed record PersonRecipe(string Name, string Source, Func<NameForm, Stage, Mask?> Wear) : Recipe(Name, Source)
{
    /// <summary>Of names that the roster does not hold.</summary>
    public bool Unlisted { get; init; }

    public override IEnumerable<(Script Script, Victim? Victim, Mask? Mask)> Masks(Stage stage)
    {
        var forms = Unlisted ? stage.Legislature.Victims.Select(v => v.Unlisted).OfType<NameForm>() : stage.Legislature.Victims.SelectMany(v => v.Forms);
        foreach (var form in stage.Dice.Shuffle(forms)) yield return (form.Script, form.Bearer, Wear(form, stage));
    }
}

/// <summary>A recipe that takes a body or an outlet.</summary>
internal sealed record BodyRecipe(string Name, string Source, Func<Organisation, Stage, Mask?> Wear, bool Outlets = false) : Recipe(Name, Source)
{
    public override IEnumerable<(Script Script, Victim? Victim, Mask? Mask)> Masks(Stage stage)
    {
        foreach (var body in stage.Dice.Shuffle<Organisation>(Outlets ? stage.Legislature.Roster.Outlets : stage.Legislature.Targets)) yield return (Script.Latin, null, Wear(body, stage));
    }
}

/// <summary>A recipe for the domain of the parliament itself, with a member's mailbox name, and for those of bodies, with an invented one; turn by turn.</summary>
internal sealed record DomainRecipe(string Name, string Source, Func<string, Dice, string?> Twist) : Recipe(Name, Source)
{
    public override IEnumerable<(Script Script, Victim? Victim, Mask? Mask)> Masks(Stage stage)
    {
        var house = stage.Legislature.Roster.Bodies[0];
        var members = stage.Dice.Shuffle(stage.Members);
        var bodies = stage.Dice.Shuffle<Organisation>(stage.Legislature.Targets);
        for (var i = 0; i < members.Length; i++)
        {
            var member = members[i];
            var ours = Twist(stage.Legislature.Domain, stage.Dice);
            yield return (Script.Latin, member, ours is null ? null : new Mask("", $"{member.Mailbox}@{ours}", Standing.OwnDomain,
                Target.Of(stage.Legislature.Namesakes.Of(member.Latin!, initial: true, "")).And(house.Name)));
            if (i >= bodies.Length) continue;
            var invented = stage.Invented();
            var theirs = Twist(bodies[i].Domains[0].Name, stage.Dice);
            yield return (Script.Latin, null, theirs is null ? null : new Mask(invented.Name, $"{invented.Local}@{theirs}", Standing.OwnDomain, Target.Of(bodies[i].Name)));
        }
    }
}
