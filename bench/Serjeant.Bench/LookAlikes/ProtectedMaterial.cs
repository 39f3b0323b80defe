using System.Text.Json;
using Serjeant.Registers;
using Serjeant.Registers.LookAlikes;
using Serjeant.Values;

namespace Serjeant.Bench.LookAlikes;

/// <summary>Real names to protect, read from ../shared/registers.</summary>
internal sealed class ProtectedMaterial
{
    /// <summary>News outlets, beside the bodies of the register: public names, of many countries and lengths.</summary>
    private static readonly string[] OutletNames =
    [
        "theguardian.com", "telegraph.co.uk", "independent.co.uk", "reuters.com", "bloomberg.com", "economist.com", "spectator.co.uk", "newstatesman.com", "politico.eu", "politicshome.com",
        "channel4.com", "heraldscotland.com", "belfasttelegraph.co.uk", "walesonline.co.uk", "liberation.fr", "lemonde.fr", "lefigaro.fr", "spiegel.de", "sueddeutsche.de", "corriere.it",
        "repubblica.it", "elpais.com", "washingtonpost.com", "scotsman.com", "bellingcat.com",
    ];

    private const int Bodies = 75;

    public ProtectedMaterial(string registers)
    {
        using var file = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(registers, "domains", "ukps-domains.json")));
        Public = [.. file.RootElement.GetProperty("domains").EnumerateArray().Select(d => d.GetProperty("domain_pattern").GetString() ?? "")
            .Where(d => !d.StartsWith('*')).Distinct().Order(StringComparer.Ordinal).Select(d => new ProtectedName(d, d, ProtectedKind.Body))];
        Outlets = [.. OutletNames.Select(o => new ProtectedName(o, o, ProtectedKind.Outlet))];
        var lists = WarningLists.Load();
        People = [.. Directory.GetFiles(Path.Combine(registers, "rosters"), "*.popolo.json").Order(StringComparer.Ordinal)
            .SelectMany(f => new RosterReader(lists).Read(f).People.SelectMany(PersonLabels.Of)).DistinctBy(p => p.Name)];
        var able = Public.Where(p => LabelLength(p.Name) >= 5 && SplitsAsDnstwist(p.Name)).ToArray();
        Hundred = [.. Enumerable.Range(0, Bodies).Select(i => able[i * able.Length / Bodies]), .. Outlets];
        Short = [.. Public.Where(p => LabelLength(p.Name) is 3 or 4 && SplitsAsDnstwist(p.Name))];
    }

    public ProtectedName[] Public { get; }

    public ProtectedName[] Outlets { get; }

    public ProtectedName[] People { get; }

    public int PeopleCount => People.Select(p => p.Owner).Distinct().Count();

    /// <summary>75 bodies with a label of five letters and more, spread evenly over the register, and 25 outlets.</summary>
    public ProtectedName[] Hundred { get; }

    /// <summary>Bodies with a label of three or four letters.</summary>
    public ProtectedName[] Short { get; }

    /// <summary>Bodies, outlets, and people's names up to the number.</summary>
    public ProtectedName[] Many(int count)
    {
        // Every n-th name of a person, so that all countries are among them.
        var people = Math.Min(People.Length, count - Public.Length - Outlets.Length);
        return [.. Public, .. Outlets, .. Enumerable.Range(0, people).Select(i => People[(int)((long)i * People.Length / people)])];
    }

    public static string[] List(string registers, string name)
    {
        using var file = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(registers, "warninglists", name + ".json")));
        return [.. file.RootElement.GetProperty("list").EnumerateArray().Select(e => e.GetString() ?? "")];
    }

    private static int LabelLength(string name) => name.IndexOf('.', StringComparison.Ordinal);

    /// <summary>Dnstwist without the package "tld" knows a few second-level suffixes only; of nhs.uk it would twist the suffix.</summary>
    private static bool SplitsAsDnstwist(string name)
    {
        string[] second = ["org", "com", "net", "gov", "edu", "co", "mil", "nom", "ac", "info", "biz"];
        var parts = name.Split('.');
        var label = parts.Length > 2 && second.Contains(parts[^2]) ? parts[^3] : parts.Length > 1 ? parts[^2] : "";
        return DomainName.TryParse(name, out var d) && d.Registrable.Name == name && name.StartsWith(label + ".", StringComparison.Ordinal);
    }
}
