using Serjeant.Facts;
using Serjeant.Registers;
using Serjeant.Values;

namespace Serjeant.Personas;

/// <summary>
/// Whether a message shows that our own side sent it: a host of ours in its route, a signature of ours. Anybody can write such lines; whoever
/// does only keeps his mail from being taken for evidence, which is better than to take our own mail for a forgery.
/// </summary>
internal static class OwnOrigin
{
    public static bool Shows(MessageFacts facts, Roster roster)
    {
        foreach (var hop in facts.Route.Hops)
            if (Is(hop.By) || Is(hop.Helo) || Is(hop.ReverseName)) return true;
        foreach (var signature in facts.Authentication.Signatures)
            if (roster.IsOwn(signature.Domain)) return true;
        return false;

        bool Is(string host) => DomainName.TryParse(host, out var domain) && roster.IsOwn(domain);
    }
}
