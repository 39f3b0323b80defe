namespace Serjeant.Bench.Impersonation.Recipes;

internal static class AllRecipes
{
    public static IReadOnlyList<Recipe> Read { get; } = [.. DisplayNames.All, .. DisguisedNames.All, .. Addresses.All, .. BodiesAndOutlets.All, .. Threads.All];
}
