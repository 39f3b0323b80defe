using System.Collections.Immutable;
using System.Text.Json;
using Serjeant.Registers;

namespace Serjeant.Bench.Impersonation;

/// <summary>Real public bodies with their mail domains, out of the register of UK public bodies' domains.</summary>
internal static class Bodies
{
    /// <summary>The register names councils only; these are the other bodies' own names.</summary>
    private static readonly Dictionary<string, string> Names = new(StringComparer.Ordinal)
    {
        ["bankofengland.co.uk"] = "Bank of England", ["britishcouncil.org"] = "British Council", ["britishmuseum.org"] = "British Museum", ["networkrail.co.uk"] = "Network Rail",
        ["nationalhighways.co.uk"] = "National Highways", ["nao.org.uk"] = "National Audit Office", ["naturalengland.org.uk"] = "Natural England", ["historicengland.org.uk"] = "Historic England",
        ["visitbritain.org"] = "VisitBritain", ["officeforstudents.org.uk"] = "Office for Students", ["obr.uk"] = "Office for Budget Responsibility", ["wiltonpark.org.uk"] = "Wilton Park",
        ["tfw.wales"] = "Transport for Wales", ["ofcom.org.uk"] = "Ofcom", ["ofgem.org.uk"] = "Ofgem", ["ico.org.uk"] = "Information Commissioner's Office", ["supremecourt.uk"] = "Supreme Court",
        ["judiciary.uk"] = "Judicial Office", ["housing-ombudsman.org.uk"] = "Housing Ombudsman", ["policeombudsman.org"] = "Police Ombudsman for Northern Ireland",
        ["visitscotland.com"] = "VisitScotland", ["senedd.wales"] = "Senedd", ["sellafieldsites.com"] = "Sellafield", ["sportscotland.org.uk"] = "sportscotland",
        ["sciencemuseum.ac.uk"] = "Science Museum", ["investni.com"] = "Invest Northern Ireland", ["developmentbank.wales"] = "Development Bank of Wales",
        ["artscouncil-ni.org"] = "Arts Council of Northern Ireland", ["pensions-ombudsman.org.uk"] = "Pensions Ombudsman", ["british-business-bank.co.uk"] = "British Business Bank",
    };

    public static ImmutableArray<Organisation> Read(string path)
    {
        using var file = JsonDocument.Parse(File.ReadAllBytes(path));
        var bodies = ImmutableArray.CreateBuilder<Organisation>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var entry in file.RootElement.GetProperty("domains").EnumerateArray())
        {
            var domain = entry.GetProperty("domain_pattern").GetString() ?? "";
            var note = entry.GetProperty("notes").ValueKind == JsonValueKind.String ? entry.GetProperty("notes").GetString()! : "";
            const string Council = "Local authority: ";
            var name = note.StartsWith(Council, StringComparison.Ordinal) ? note[Council.Length..].Split('(')[0].Trim() + " Council" : Names.GetValueOrDefault(domain, "");
            if (name.Length > 0 && !domain.Contains('*', StringComparison.Ordinal) && seen.Add(name)) bodies.Add(new(name, [], [Outlets.Domain(domain)], Ours: false));
        }
        return bodies.ToImmutable();
    }
}
