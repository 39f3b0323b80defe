namespace Serjeant.Bench.Fuzz;

/// <summary>Every parser of what comes from outside. One line each.</summary>
internal static class FuzzTargets
{
    public static IReadOnlyList<FuzzTarget> All { get; } =
    [
        SourcesTarget.Target,
        FactsTargets.Facts,
        FactsTargets.Html,
        FactsTargets.Signals,
        ReportedTarget.Target,
        RosterTargets.Yamls,
        RosterTargets.Popolos,
        KeepingTargets.Policy,
        KeepingTargets.Records,
        NamesTarget.Target,
        LookAlikeTarget.Target,
        IndexTarget.Target,
        TipTargets.Tips,
        TipTargets.Patterns,
        LogsTarget.Target,
        SigmaTarget.Target,
    ];
}
