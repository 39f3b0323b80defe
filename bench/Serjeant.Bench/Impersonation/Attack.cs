using Serjeant.Bench.Impersonation.Letters;
using Serjeant.Bench.Impersonation.Names;
using Serjeant.Bench.Impersonation.Recipes;

namespace Serjeant.Bench.Impersonation;

/// <summary>One mail that wears a name.</summary>
internal sealed record Attack(Recipe Recipe, Script Script, Mask Mask, byte[] Bytes);

/// <summary>What came of it.</summary>
/// <param name="Found">It carries an imitation that names the right one.</param>
/// <param name="Alone">Judged suspect or worse by itself.</param>
/// <param name="InScan">The same with everything that the scan knows.</param>
/// <param name="Linked">The scan put it into a campaign.</param>
internal sealed record Outcome(Attack Attack, int Legislature, bool Found, bool Alone, bool InScan, bool Linked, string Seen)
{
    public bool Judged => Alone || InScan;

    public bool Detected => Found && Judged;

    public bool IsForDevelopment => Legislature % 2 == 0;
}

/// <summary>How many names a recipe was tried on and did not fit.</summary>
internal sealed record Fit(string Recipe, Script Script, int Legislature, int Fitted, int Unfitted);
