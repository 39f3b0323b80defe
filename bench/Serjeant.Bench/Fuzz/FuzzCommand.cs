using System.Globalization;

namespace Serjeant.Bench.Fuzz;

/// <summary>fuzz [--target NAME] [--minutes N] [--seed N] [--out DIR]: every target one after the other, N minutes each (1 by default).</summary>
internal static class FuzzCommand
{
    /// <returns>0 where nothing failed, 1 where something did, 2 for wrong usage.</returns>
    public static int Run(string[] args)
    {
        ArgumentNullException.ThrowIfNull(args);
        var (name, minutes, seed, folder) = ((string?)null, 1.0, 1, Path.Combine(".build", "fuzz"));
        for (var i = 0; i < args.Length; i += 2)
        {
            var value = i + 1 < args.Length ? args[i + 1] : "";
            var understood = args[i] switch
            {
                "--target" => (name = value).Length > 0,
                "--minutes" => double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out minutes) && minutes > 0,
                "--seed" => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out seed),
                "--out" => (folder = value).Length > 0,
                _ => false,
            };
            if (!understood)
                return Usage($"not understood: {args[i]} {value}");
        }
        var targets = FuzzTargets.All.Where(t => name is null || t.Name == name).ToList();
        if (targets.Count == 0)
            return Usage($"no target {name}");
        var failures = 0;
        foreach (var target in targets)
            failures += new Fuzzer(target, seed, folder, Console.Out).Run(TimeSpan.FromMinutes(minutes));
        return failures == 0 ? 0 : 1;
    }

    private static int Usage(string why)
    {
        Console.Error.WriteLine($"{why}{Environment.NewLine}fuzz [--target NAME] [--minutes N] [--seed N] [--out DIR]; targets: "
            + string.Join(", ", FuzzTargets.All.Select(t => t.Name)));
        return 2;
    }
}
