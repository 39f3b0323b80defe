using Serjeant.Bench.Accuracy;

return args switch
{
    ["accuracy", .. var rest] => AccuracyCommand.Run(rest),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("usage: accuracy [--corpora DIR] [--table FILE] [--show MISSES] [--signals] [--write FILE --day DAY]");
    return 2;
}
