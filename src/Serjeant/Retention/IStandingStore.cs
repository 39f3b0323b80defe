using Serjeant.Values;

namespace Serjeant.Retention;

/// <summary>Keeps which messages are not ordinary.</summary>
public interface IStandingStore
{
    /// <summary>Replaces what was saved before; what is known of messages whose working records are gone stays. Durable when it returns.</summary>
    void Save(IEnumerable<Standing> standings);

    /// <summary>All messages that are not ordinary.</summary>
    IReadOnlyDictionary<Sha256, Standing> ReadStandings();
}
