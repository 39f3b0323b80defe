using System.Globalization;
using Serjeant.Samples;

// dotnet run --project bench/Serjeant.Samples -- OUTDIR [--seed N] [--mails N] [--recon N]
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
    Console.Error.WriteLine("usage: Serjeant.Samples OUTDIR [--seed N] [--mails N] [--recon N]");
    return 2;
}
