using Serjeant.Bench.Impersonation.Letters;
using Serjeant.Bench.Impersonation.Names;
using Serjeant.Bench.Impersonation.Recipes;
using Serjeant.Samples;

namespace Serjeant.Bench.Impersonation;

/// <summary>Makes the attacks on one parliament: of each recipe so many in each script as its names allow, up to a number.</summary>
internal sealed class AttackMaker(Legislature legislature, ulong seed, IReadOnlyList<Recipe> recipes)
{
    /// <summary>In fifteen parliaments these are some hundred in Latin letters; names in other scripts are fewer, and their own countries give more.</summary>
    private const int Usual = 8, Native = 30;

    public List<Fit> Fits { get; } = [];

    public IEnumerable<Attack> Make()
    {
        var dice = new Dice(seed).Fork(legislature.Name);
        foreach (var recipe in recipes)
        {
            var stage = new Stage(legislature, dice.Fork(recipe.Name));
            var fitted = new int[Enum.GetValues<Script>().Length];
            var unfitted = new int[fitted.Length];
            foreach (var (script, victim, mask) in recipe.Masks(stage))
            {
                if (fitted[(int)script] >= Most(recipe, script)) continue;
                if (mask is null)
                {
                    unfitted[(int)script]++;
                    continue;
                }
                fitted[(int)script]++;
                yield return new(recipe, script, mask, stage.Deliver(mask, script, victim));
            }
            foreach (var script in Enum.GetValues<Script>())
                if (fitted[(int)script] + unfitted[(int)script] > 0) Fits.Add(new(recipe.Name, script, legislature.Index, fitted[(int)script], unfitted[(int)script]));
        }
    }

    private int Most(Recipe recipe, Script script) => (script, legislature.Language) switch
    {
        _ when recipe.IsRare => Native,
        (Script.Latin, _) => Usual,
        (Script.Cyrillic, "bg") or (Script.Hangul or Script.Han, "ko") or (_, "zh") => Native,
        _ => Usual * 2,
    };
}
