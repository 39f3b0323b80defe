using Serjeant.Bench.Accuracy;
using Serjeant.Bench.Fuzz;
using Serjeant.Bench.Houses;
using Serjeant.Bench.Hunting;
using Serjeant.Bench.Impersonation;
using Serjeant.Bench.Index;
using Serjeant.Bench.Logs;
using Serjeant.Bench.LookAlikes;
using Serjeant.Bench.Memory;
using Serjeant.Bench.Names;
using Serjeant.Bench.Outbound;
using Serjeant.Bench.Sigma;
using Serjeant.Bench.Speed;

return args switch
{
    ["accuracy", .. var rest] => await AccuracyCommand.RunAsync(rest),
    ["speed", .. var rest] => await SpeedCommand.RunAsync(rest),
    ["house", .. var rest] => await HouseCommand.RunAsync(rest),
    ["hunt-outside", .. var rest] => await HuntOutsideCommand.RunAsync(rest),
    ["stages", .. var rest] => StagesCommand.Run(rest),
    ["tips", .. var rest] => await TipsCommand.RunAsync(rest),
    ["sealing", .. var rest] => await SealingCommand.RunAsync(rest),
    ["memory", .. var rest] => await MemoryCommand.RunAsync(rest),
    ["impersonation", .. var rest] => ImpersonationCommand.Run(rest),
    ["hunts", .. var rest] => await HuntsCommand.RunAsync(rest),
    ["outbound", .. var rest] => OutboundCommand.Run(rest),
    ["names", .. var rest] => NamesCommand.Run(rest),
    ["lookalikes", .. var rest] => LookAlikesCommand.Run(rest),
    ["index", .. var rest] => IndexCommand.Run(rest),
    ["sigma", .. var rest] => SigmaCommand.Run(rest),
    ["logs", .. var rest] => LogsCommand.Run(rest),
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
               hunt-outside [--mail DIR] [--rounds N] [--selectors N]
               stages [--mail DIR]
               tips [--shared DIR]
               sealing [--mail DIR]
               memory [--messages N,...] [--cli PATH] [--again]
               impersonation [--seed N] [--recipe TEXT] [--misses [--most N]] [--shared DIR]
               hunts [--seeds N | --seed N] [--mails N] [--show]
               outbound [--seeds N] [--show] [--faint]
               names [--shared DIR] [--people N] [--show]
               lookalikes [--shared DIR] [--show MISSES] [--no-speed | --speed-only] [--no-dnstwist] [--no-attacks]
               index [--messages N,...] [--data DIR] [--shared DIR] | --crash N [--full-disk]
               sigma [--rules DIR] [--lines N] [--no-speed] [--tried] | sigma --write FILE [--lines N]
               logs [--lines N] [--rounds N]
               fuzz [--target NAME] [--minutes N] [--seed N] [--out DIR]
        """);
    return 2;
}
