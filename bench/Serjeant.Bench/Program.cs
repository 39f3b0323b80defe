using Serjeant.Bench.Accuracy;
using Serjeant.Bench.Fuzz;
using Serjeant.Bench.Speed;

return args switch
{
    ["accuracy", .. var rest] => AccuracyCommand.Run(rest),
    ["speed", .. var rest] => await SpeedCommand.RunAsync(rest),
    ["stages", .. var rest] => StagesCommand.Run(rest),
    ["fuzz", .. var rest] => FuzzCommand.Run(rest),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine(
        """
        usage: accuracy [--corpora DIR] [--show MISSES]
               speed [--mail DIR] [--rounds N]
               stages [--mail DIR]
               fuzz [--target NAME] [--minutes N] [--seed N] [--out DIR]
        """);
    return 2;
}
