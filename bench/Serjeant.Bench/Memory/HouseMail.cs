using Serjeant.Samples;
using Serjeant.Samples.Writing;

namespace Serjeant.Bench.Memory;

/// <summary>
/// Mail in any amount: house after house of the generator, each with another seed and so with other people, texts, hosts and dates, each an
/// mbox of its own. Only one house is in memory at a time.
/// </summary>
internal sealed class HouseMail(string folder)
{
    public const int MailsInHouse = 5_000;

    private readonly List<string> _files = [];

    public string Roster => Path.Combine(folder, "roster.yaml");

    /// <summary>Files that hold so many mails together, rounded up to whole houses.</summary>
    public IReadOnlyList<string> Files(int mails)
    {
        while (_files.Count * MailsInHouse < mails) _files.Add(Write(_files.Count + 1));
        return _files[..((mails + MailsInHouse - 1) / MailsInHouse)];
    }

    private string Write(int seed)
    {
        var house = HouseGenerator.Generate(new() { Seed = seed, Mails = MailsInHouse, ReconnaissanceMails = 25 });
        if (!File.Exists(Roster)) File.WriteAllText(Roster, house.RosterYaml);
        var path = Path.Combine(folder, $"house-{seed:00}.mbox");
        File.WriteAllBytes(path, Mbox.Write(house.Mails));
        return path;
    }
}
