namespace Serjeant.Traces.Sigma;

/// <summary>Hits summed up by rule and client, in memory that does not grow with the log.</summary>
public sealed class HitTally
{
    /// <summary>Clients told apart for one rule. A scan from more addresses is told by its number.</summary>
    public const int MostClients = 1_000;

    /// <summary>What the clients above <see cref="MostClients"/> are counted under.</summary>
    public const string OtherClients = "other clients";

    private readonly Dictionary<SigmaRule, Dictionary<string, RuleClient>> _rules = new(ReferenceEqualityComparer.Instance);

    public long Hits { get; private set; }

    /// <summary>Rules that fired, the gravest first, each with its clients, the busiest first.</summary>
    public IEnumerable<(SigmaRule Rule, IReadOnlyList<RuleClient> Clients)> Rules =>
        from rule in _rules
        orderby rule.Key.Level descending, rule.Value.Values.Sum(c => c.Count) descending, rule.Key.Title
        select (rule.Key, (IReadOnlyList<RuleClient>)[.. rule.Value.Values.OrderByDescending(c => c.Count).ThenBy(c => c.First.Line)]);

    /// <param name="file">Where the line stands.</param>
    public void Add(string file, RuleHit hit)
    {
        ArgumentNullException.ThrowIfNull(hit);
        Hits++;
        if (!_rules.TryGetValue(hit.Rule, out var clients)) _rules.Add(hit.Rule, clients = new(StringComparer.Ordinal));
        var client = clients.ContainsKey(hit.Client) || clients.Count < MostClients ? hit.Client : OtherClients;
        clients[client] = clients.TryGetValue(client, out var before) ? before.With(file, hit) : new(client, 1, hit, file, hit, file);
    }
}
