using Serjeant.Bench.Accuracy;
using Serjeant.Bench.Fuzz;
using Serjeant.Bench.Houses;
using Serjeant.Bench.Impersonation;
using Serjeant.Bench.LookAlikes;
using Serjeant.Bench.Memory;
using Serjeant.Bench.Names;
using Serjeant.Bench.Speed;

return args switch
{
    ["accuracy", .. var rest] => await AccuracyCommand.RunAsync(rest),
    ["speed", .. var rest] => await SpeedCommand.RunAsync(rest),
    ["house", .. var rest] => await HouseCommand.RunAsync(rest),
    ["stages", .. var rest] => StagesCommand.Run(rest),
    ["sealing", .. var rest] => await SealingCommand.RunAsync(rest),
    ["memory", .. var rest] => await MemoryCommand.RunAsync(rest),
    ["impersonation", .. var rest] => ImpersonationCommand.Run(rest),
    ["names", .. var rest] => NamesCommand.Run(rest),
    ["lookalikes", .. var rest] => LookAlikesCommand.Run(rest),
    ["fuzz", .. var rest] => FuzzCommand.Run(rest),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine(
        """
        usage: accuracy [--corpora DIR] [--table FILE] [--show MISSES] [--signals] [--write FILE --day DAY]
               speed [--mail DIR] [--rounds N]
               house [--seeds N | --seed N] [--thin | --thick] [--weights FILE] [--show]
               stages [--mail DIR]
               sealing [--mail DIR]
               memory [--messages N,...] [--cli PATH] [--again]
               impersonation [--seed N] [--recipe TEXT] [--misses [--most N]] [--shared DIR]
               names [--shared DIR] [--people N] [--show]
               lookalikes [--shared DIR] [--show MISSES] [--no-speed | --speed-only] [--no-dnstwist] [--no-attacks]
               fuzz [--target NAME] [--minutes N] [--seed N] [--out DIR]
        """);
    return 2;
}
