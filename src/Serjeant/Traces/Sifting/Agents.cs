using System.Collections.Immutable;
using System.Net;
using System.Text;
using Serjeant.Registers;

namespace Serjeant.Traces.Sifting;

/// <summary>Who asks, by the agent's name and the network it asks from (data/traces/agents.json). The first entry that fits counts.</summary>
internal sealed class Agents
{
    /// <summary>Agents' names are short; what is longer hides something, and its beginning tells as much.</summary>
    private const int Longest = 1_024;

    private readonly ImmutableArray<Entry> _entries;

    private Agents(ImmutableArray<Entry> entries) => _entries = entries;

    public static Agents Load() => new([.. ShippedEntries.Read("traces/agents.json").Select(e => new Entry(
        e["name"][0], ClassOf(e["class"][0]), Bytes(e, "contains"), Bytes(e, "exact"), Bytes(e, "ends"), [.. e.List("networks").Select(n => IPNetwork.Parse(n))], e.ContainsKey("byNetwork")))]);

    /// <param name="agent">As logged; empty where the log has none.</param>
    /// <param name="client">Where it asks from; null where the log has a name.</param>
    /// <returns>Class and name; an image proxy from a network that is not known as its own is still one, by its own word.</returns>
    public (AgentClass Class, string Name) Find(ReadOnlySpan<byte> agent, IPAddress? client)
    {
        if (agent.Length > Longest) agent = agent[..Longest];
        Span<byte> folded = stackalloc byte[agent.Length];
        Ascii.ToLower(agent, folded, out _);
        foreach (var entry in _entries)
        {
            if (entry.ByNetwork && client is not null && Contains(entry.Networks, client)) return (entry.Class, entry.Name);
            if (agent.IsEmpty || !entry.Fits(folded)) continue;
            var foreign = client is not null && !entry.Networks.IsEmpty && !Contains(entry.Networks, client);
            return (entry.Class, foreign ? entry.Name + ", by its own word" : entry.Name);
        }
        return (AgentClass.Unknown, "");
    }

    public static bool Contains(ImmutableArray<IPNetwork> networks, IPAddress client)
    {
        foreach (var network in networks)
            if (network.Contains(client)) return true;
        return false;
    }

    private static ImmutableArray<byte[]> Bytes(Dictionary<string, string[]> entry, string key) => [.. entry.List(key).Select(Encoding.UTF8.GetBytes)];

    /// <exception cref="InvalidDataException">The shipped file has an unknown class: a mistake of the build.</exception>
    private static AgentClass ClassOf(string name) => name switch
    {
        "image-proxy" => AgentClass.ImageProxy,
        "prefetcher" => AgentClass.Prefetcher,
        "relay" => AgentClass.Relay,
        "scanner" => AgentClass.Scanner,
        "robot" => AgentClass.Robot,
        "mail-program" => AgentClass.MailProgram,
        "browser" => AgentClass.Browser,
        _ => throw new InvalidDataException($"data/traces/agents.json: \"{name}\" is no class."),
    };

    private sealed record Entry(string Name, AgentClass Class, ImmutableArray<byte[]> Pieces, ImmutableArray<byte[]> Wholes, ImmutableArray<byte[]> Ends, ImmutableArray<IPNetwork> Networks, bool ByNetwork)
    {
        public bool Fits(ReadOnlySpan<byte> agent)
        {
            foreach (var piece in Pieces)
                if (agent.IndexOf(piece) >= 0) return true;
            foreach (var whole in Wholes)
                if (agent.SequenceEqual(whole)) return true;
            foreach (var end in Ends)
                if (agent.EndsWith(end)) return true;
            return false;
        }
    }
}
