using System.Text.Json;
using Serjeant.Cli.Commands;
using Serjeant.Traces.Sigma;

namespace Serjeant.Cli.Reports;

/// <summary>Hits of rules as JSON lines (docs/sigma.md): each when it is found, then the sums, the logs and the rules not used. Nothing defanged.</summary>
internal sealed class RuleHitLines(TextWriter output)
{
    public void Write(string file, RuleHit hit) => output.WriteLine(ReportLines.Line(json =>
    {
        json.WriteString("type", "hit");
        Rule(json, hit.Rule);
        json.WriteString("file", file);
        json.WriteNumber("line", hit.Line);
        if (hit.Time is { } time) json.WriteString("time", time);
        json.WriteString("client", hit.Client);
        if (hit.Status.Length > 0) json.WriteString("status", hit.Status);
        json.WriteString("request", hit.Request);
        json.WriteStartObject("fields");
        foreach (var field in hit.Fields.DistinctBy(f => f.Name)) json.WriteString(field.Name, field.Value);
        json.WriteEndObject();
    }));

    public void End(RuleSet rules, HitTally tally, IEnumerable<CheckedLog> logs)
    {
        foreach (var (rule, clients) in tally.Rules)
            foreach (var client in clients)
                output.WriteLine(ReportLines.Line(json => Client(json, rule, client)));
        foreach (var log in logs)
            output.WriteLine(ReportLines.Line(json =>
            {
                json.WriteString("type", "log");
                json.WriteString("file", log.File);
                if (log.Problem.Length > 0) json.WriteString("problem", log.Problem);
                if (log.Summary is not { } summary) return;
                json.WriteString("format", summary.Format.ToString());
                json.WriteNumber("events", summary.Events);
                json.WriteNumber("bad", summary.Bad);
            }));
        foreach (var refused in rules.Refused)
            output.WriteLine(ReportLines.Line(json =>
            {
                json.WriteString("type", "refused");
                json.WriteString("place", refused.Place);
                json.WriteString("title", refused.Title);
                json.WriteString("reason", refused.Reason.ToString());
                json.WriteString("detail", refused.Detail);
            }));
        output.WriteLine(ReportLines.Line(json =>
        {
            json.WriteString("type", "rules");
            json.WriteNumber("files", rules.Files);
            json.WriteNumber("used", rules.Rules.Length);
            json.WriteNumber("refused", rules.Refused.Length);
            json.WriteNumber("hits", tally.Hits);
        }));
    }

    private static void Client(Utf8JsonWriter json, SigmaRule rule, RuleClient client)
    {
        json.WriteString("type", "client");
        Rule(json, rule);
        json.WriteString("client", client.Client);
        json.WriteNumber("hits", client.Count);
        json.WriteNumber("answered", client.Answered);
        if (client.First.Time is { } first) json.WriteString("first", first);
        if (client.Last.Time is { } last) json.WriteString("last", last);
        json.WriteString("firstPlace", $"{client.FirstFile}:{client.First.Line}");
        json.WriteString("lastPlace", $"{client.LastFile}:{client.Last.Line}");
    }

    private static void Rule(Utf8JsonWriter json, SigmaRule rule)
    {
        json.WriteString("rule", rule.Id);
        json.WriteString("title", rule.Title);
        json.WriteString("level", rule.Level.ToString().ToLowerInvariant());
        json.WriteString("author", rule.Author);
        json.WriteStartArray("techniques");
        foreach (var technique in rule.Techniques) json.WriteStringValue(technique);
        json.WriteEndArray();
    }
}
