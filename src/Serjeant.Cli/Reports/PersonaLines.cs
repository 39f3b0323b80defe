using System.Text.Json;
using Serjeant.Personas;

namespace Serjeant.Cli.Reports;

/// <summary>The register of personas, one JSON object a line: personas, then decisions (docs/personas.md).</summary>
internal static class PersonaLines
{
    public static void Write(IEnumerable<Persona> personas, IEnumerable<AddressDecision> decisions, TextWriter output)
    {
        foreach (var persona in personas) output.WriteLine(ReportLines.Line(json => Of(json, persona)));
        foreach (var decision in decisions) output.WriteLine(ReportLines.Line(json => Of(json, decision)));
    }

    private static void Of(Utf8JsonWriter json, Persona persona)
    {
        json.WriteString("type", "persona");
        json.WriteString("kind", persona.Kind.ToString());
        json.WriteString("id", persona.Id);
        json.WriteString("name", persona.Name);
        Texts(json, "trueAddresses", persona.TrueAddresses);
        Span(json, persona.First, persona.Last);
        json.WriteNumber("towardsUs", persona.TowardsUs);
        json.WriteNumber("towardsOthers", persona.TowardsOthers);
        json.WriteStartArray("falseSides");
        foreach (var side in persona.FalseSides)
        {
            json.WriteStartObject();
            json.WriteString("address", side.Address);
            Texts(json, "names", side.Names);
            Texts(json, "manners", side.Manners.Select(m => m.ToString()));
            Texts(json, "signatures", side.Signatures);
            Texts(json, "claims", side.Claims);
            Span(json, side.First, side.Last);
            json.WriteNumber("towardsUs", side.TowardsUs);
            json.WriteNumber("towardsOthers", side.TowardsOthers);
            json.WriteNumber("unproven", side.Unproven);
            json.WriteStartArray("sources");
            foreach (var told in side.Sources) ReportLines.Source(json, told);
            json.WriteEndArray();
            Texts(json, "campaigns", side.Campaigns);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteStartArray("spoofedBy");
        foreach (var source in persona.SpoofedBy)
        {
            json.WriteStartObject();
            json.WriteString("domain", source.Domain);
            json.WriteString("source", source.Source?.ToString());
            json.WriteNumber("messages", source.Messages);
            json.WriteNumber("forwarded", source.Forwarded);
            Texts(json, "reporters", source.Reporters);
            Span(json, source.First, source.Last);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void Of(Utf8JsonWriter json, AddressDecision decision)
    {
        json.WriteString("type", "decision");
        json.WriteString("person", decision.Person);
        json.WriteString("address", decision.Address.ToString());
        json.WriteBoolean("allowed", decision.Allowed);
        json.WriteString("by", decision.By);
        json.WriteString("reason", decision.Reason);
        json.WriteString("at", decision.At);
    }

    private static void Span(Utf8JsonWriter json, DateTimeOffset? first, DateTimeOffset? last)
    {
        if (first is { } from) json.WriteString("first", from);
        if (last is { } to) json.WriteString("last", to);
    }

    private static void Texts(Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts) json.WriteStringValue(text);
        json.WriteEndArray();
    }
}
