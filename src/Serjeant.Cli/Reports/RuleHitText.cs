using Serjeant.Cli.Commands;
using Serjeant.Reports;
using Serjeant.Traces;
using Serjeant.Traces.Sigma;

namespace Serjeant.Cli.Reports;

/// <summary>What rules found, for the people who must act on it: which rule, by whom, from when to when, and whether the server did what was asked.</summary>
internal sealed class RuleHitText(TextWriter output, int columns)
{
    private const int Narrowest = 60, Widest = 160, Clients = 8, MostRules = 60;

    private readonly int _columns = Math.Clamp(columns, Narrowest, Widest) - 1;

    public void Write(RuleSet rules, HitTally tally, IReadOnlyList<CheckedLog> logs, bool listRefused, TimeSpan took)
    {
        var fired = tally.Rules.ToArray();
        foreach (var (rule, clients) in fired.Take(MostRules)) Fired(rule, clients);
        if (fired.Length > MostRules) Line(0, $"and {Wording.Count(fired.Length - MostRules, "rule", "rules")} more: see --format jsonl\n");
        Line(0, logs.All(l => l.Summary is null) ? "No log could be read: nothing was checked." : Verdict(fired));
        output.WriteLine();
        foreach (var log in logs) Line(0, Log(log));
        var lines = logs.Sum(l => l.Summary?.Lines ?? 0);
        Line(0, $"{Wording.Count(lines, "line", "lines")} read in {Wording.Duration(took.TotalSeconds)}, {Wording.Count(tally.Hits, "hit", "hits")}.");
        output.WriteLine();
        Loaded(rules, logs, listRefused);
    }

    private void Fired(SigmaRule rule, IReadOnlyList<RuleClient> clients)
    {
        var techniques = rule.Techniques.IsEmpty ? "" : $"  {string.Join(' ', rule.Techniques)}";
        Line(0, $"{rule.Level.ToString().ToUpperInvariant(),-13} {MailText.Show(rule.Title, 120)}{techniques}");
        Line(2, $"rule of {MailText.Show(rule.Author.Length > 0 ? rule.Author : "an unnamed author", 200)}{(rule.Id.Length > 0 ? $"; {MailText.Show(rule.Id, 60)}" : "")}");
        foreach (var remark in rule.Remarks) Line(2, $"used in part: {MailText.Show(remark, 200)}");
        foreach (var client in clients.Take(Clients))
        {
            var answered = client.First.Rule.Source == LogSource.NameServer || client.First.Status.Length == 0 ? ""
                : client.Answered == 0 ? ", none answered with success" : $", {Wording.Number(client.Answered)} answered with success";
            Line(2, $"{(client.Client.Length > 0 ? MailText.Show(client.Client, 60) : "no client logged")}: {Wording.Count(client.Count, "line", "lines")}{answered}; {When(client)}");
            Where("first", client.FirstFile, client.First);
            if (client.Count > 1) Where("last", client.LastFile, client.Last);
        }
        if (clients.Count > Clients) Line(2, $"and {Wording.Count(clients.Count - Clients, "client", "clients")} more");
        output.WriteLine();
    }

    private void Where(string which, string file, RuleHit hit)
    {
        var status = hit.Status.Length > 0 ? $" [{MailText.Show(hit.Status, 10)}]" : "";
        Line(4, $"{which,-5} {Path.GetFileName(file)}:{hit.Line}{status} {MailText.Defang(hit.Request, 300)}");
    }

    private static string When(RuleClient client) =>
        client.First.Time == client.Last.Time ? Wording.ShortMoment(client.First.Time) : $"{Wording.ShortMoment(client.First.Time)} to {Wording.ShortMoment(client.Last.Time)} UTC";

    private static string Verdict((SigmaRule Rule, IReadOnlyList<RuleClient> Clients)[] fired)
    {
        if (fired.Length == 0) return "No rule fired. That shows only that these logs hold nothing these rules know.";
        var grave = fired.Where(f => f.Rule.Level >= SigmaLevel.High).ToArray();
        if (grave.Length == 0) return "No rule of level high or critical fired.";
        return grave.Any(f => f.Clients.Any(c => c.Answered > 0) && f.Rule.Source == LogSource.WebServer)
            ? "A server answered requests that rules of level high or critical know from attacks: take it for entered until somebody has looked."
            : "Rules of level high or critical fired; nothing in these logs says that a server did what was asked.";
    }

    private static string Log(CheckedLog log) => log.Summary is not { } read
        ? $"{Path.GetFileName(log.File)}: not read"
        : $"{Path.GetFileName(log.File)}: {read.Format}, {Wording.Count(read.Events, "request or look-up", "requests or look-ups")}, {Wording.ShortMoment(read.First)} to {Wording.ShortMoment(read.Last)} UTC"
            + (read.Bad > 0 ? $"; {Wording.Count(read.Bad, "line", "lines")} could not be read, first {read.FirstBad[0]}" : "") + (read.Damage.Length > 0 ? $"; ends early: {read.Damage}" : "");

    private void Loaded(RuleSet rules, IReadOnlyList<CheckedLog> logs, bool listRefused)
    {
        var asked = rules.Rules.Count(r => logs.Any(l => l.Summary?.Source == r.Source));
        Line(0, $"{Wording.Count(rules.Rules.Length, "rule", "rules")} in use from {Wording.Count(rules.Files, "file", "files")}, {Wording.Number(asked)} of them about logs of these kinds; {Wording.Number(rules.Refused.Length)} not used"
            + (rules.Filters > 0 ? $"; {Wording.Count(rules.Filters, "filter", "filters")}" : "") + ".");
        foreach (var reason in rules.Refused.GroupBy(r => r.Reason).OrderBy(g => g.Key))
        {
            var details = string.Join(", ", reason.GroupBy(r => r.Detail).OrderByDescending(g => g.Count()).Select(g => g.Count() > 1 ? $"{g.Key} {g.Count()}" : g.Key).Take(12));
            Line(2, $"{Wording.Number(reason.Count())} {Words(reason.Key)}: {MailText.Show(details, 400)}");
            if (!listRefused) continue;
            foreach (var rule in reason) Line(4, $"{MailText.Show(rule.Place, 200)}: {MailText.Show(rule.Title, 100)}: {MailText.Show(rule.Detail, 200)}");
        }
    }

    private static string Words(RefusalReason reason) => reason switch
    {
        RefusalReason.OtherLogs => "about other logs",
        RefusalReason.FieldMissing => "ask for fields that our logs do not have",
        RefusalReason.Correlation => "correlate hits, which is not supported",
        RefusalReason.Aggregation => "count lines, which is not supported",
        RefusalReason.Modifier => "use modifiers that are not supported",
        RefusalReason.Expression => "have regular expressions that are not run",
        RefusalReason.Withdrawn => "withdrawn by their authors",
        RefusalReason.Twice => "read before under the same id",
        _ => "cannot be read",
    };

    /// <summary>A line, broken between words where it is too long; words that are too long are cut.</summary>
    private void Line(int indent, string text)
    {
        var margin = indent;
        foreach (var piece in Pieces(text, _columns - indent))
        {
            output.Write(new string(' ', margin));
            output.WriteLine(piece);
            margin = indent + 2;
        }
    }

    private static IEnumerable<string> Pieces(string text, int room)
    {
        for (var next = room - 2; text.Length > room; room = next)
        {
            var at = text.LastIndexOf(' ', room);
            // One long word: a request. What does not fit is not needed to find the line.
            if (at <= room / 2)
            {
                yield return text[..(room - 1)] + "…";
                yield break;
            }
            yield return text[..at];
            text = text[(at + 1)..];
        }
        yield return text;
    }
}
