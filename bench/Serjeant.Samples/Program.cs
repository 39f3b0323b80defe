using System.Globalization;
using Serjeant.Samples;
using Serjeant.Samples.Traces;

// dotnet run --project bench/Serjeant.Samples -- OUTDIR [--seed N] [--mails N] [--recon N]
//                                            -- --old OUTDIR [--seed N]
if (args is ["--old", var old, .. var rest])
{
    var asked = rest is ["--seed", var text] && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seed) ? new OldMailOptions { Seed = seed } : new OldMailOptions();
    if (rest.Length is not (0 or 2)) return Usage($"--old takes a folder and a seed");
    var made = OldMailGenerator.Generate(asked);
    OldMailWriter.Write(made, old);
    Console.WriteLine($"seed {asked.Seed}: {made.House.Mails.Count} mails, {made.House.Mails.Count(m => m.Truth.Kind == "quiet")} of them planted, {made.Logs.Sum(l => l.Lines.Count(c => c == '\n'))} lines of logs, in {old}");
    foreach (var state in made.Exposures.GroupBy(e => e.State).OrderBy(g => g.Key, StringComparer.Ordinal)) Console.WriteLine($"  {state.Count(),5}  {state.Key}");
    return 0;
}
var options = new HouseOptions();
string? folder = null;
for (var i = 0; i < args.Length; i++)
{
    if (!args[i].StartsWith('-') && folder is null)
    {
        folder = args[i];
        continue;
    }
    if (i + 1 >= args.Length || !int.TryParse(args[i + 1], NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        return Usage($"{args[i]} needs a number");
    options = args[i++] switch
    {
        "--seed" => options with { Seed = number },
        "--mails" => options with { Mails = number },
        "--recon" => options with { ReconnaissanceMails = number },
        _ => options with { Mails = -1 },
    };
}
if (folder is null || options.Mails < HouseOptions.FewestMails || options.ReconnaissanceMails < 20 || options.ReconnaissanceMails > options.Mails / 3)
    return Usage($"at least {HouseOptions.FewestMails} mails, of which at least 20 and at most a third reconnaissance");

var house = HouseGenerator.Generate(options);
HouseWriter.Write(house, folder);
Console.WriteLine($"seed {options.Seed}: {house.Mails.Count} mails, {house.Mails.Sum(m => (long)m.Bytes.Length) / 1024} KiB, in {folder}");
foreach (var kind in house.Mails.GroupBy(m => m.Truth.Kind).OrderBy(k => k.Key, StringComparer.Ordinal))
    Console.WriteLine($"  {kind.Count(),5}  {kind.Key} ({kind.First().Truth.Expected})");
Console.WriteLine($"reported from outside: {house.Reports.Count}, in {HouseWriter.ReportedPath(folder)}");
Console.WriteLine($"truth: {HouseWriter.TruthPath(folder)}");
return 0;

static int Usage(string what)
{
    Console.Error.WriteLine(what);
    Console.Error.WriteLine("usage: Serjeant.Samples OUTDIR [--seed N] [--mails N] [--recon N]\n       Serjeant.Samples --old OUTDIR [--seed N]");
    return 2;
}
