using System.Globalization;
using Serjeant.Personas;
using Serjeant.Registers;
using Serjeant.Values;

namespace Serjeant.Cli.Commands;

/// <summary>Records one decision about an address.</summary>
internal sealed class AddressDecisionRun(string person, string address, bool allowed, string by, string reason, StorePlace data, string? roster, TimeProvider time)
{
    public async Task<int> RunAsync(TextWriter output, CancellationToken cancellation)
    {
        if (!EmailAddress.TryParse(address, out var parsed)) throw new UsageException($"\u201c{address}\u201d is no mail address.");
        using var store = data.Open(time);
        if (KnownHouse.ReadRoster(store, roster) is { } known) Check(known, AddressDecision.InForce(store.ReadDecisions()), parsed);
        else if (allowed) throw new SerjeantException("Name the roster with --roster FILE: a decision is about somebody on it.", retryHelps: false);
        var before = store.ReadDecisions().LastOrDefault(d => d.Person == person && d.Address.Key == parsed.Key);
        var decision = new AddressDecision(person, parsed, allowed, by.Trim(), reason.Trim(), time.GetUtcNow());
        store.Add(decision);
        await store.CommitAsync(cancellation).ConfigureAwait(false);
        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{parsed} {(allowed ? "is" : "is not")} {person}'s: decided by {decision.By}, {decision.At:yyyy-MM-dd HH:mm} UTC.")).ConfigureAwait(false);
        if (before is not null)
            await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"It counts instead of the decision by {before.By} of {before.At:yyyy-MM-dd} ({(before.Allowed ? "is" : "is not")}), which stays on record.")).ConfigureAwait(false);
        return ExitCodes.Done;
    }

    private void Check(Roster known, IReadOnlyList<(string Person, EmailAddress Address)> inForce, EmailAddress parsed)
    {
        if (known.People.FirstOrDefault(p => p.Id == person) is not { } owned) throw new UsageException($"Nobody on the roster has the identifier \u201c{person}\u201d.");
        // A decision takes back a decision, never what the roster says.
        if (!allowed && owned.Mailboxes.Any(a => a.Key == parsed.Key))
            throw new UsageException($"{parsed} stands in the roster as {person}'s: remove it there. Only what was allowed here can be disallowed here.");
        if (allowed && known.WithAllowed(inForce).Find(parsed) is { } owner && owner.Id != person) throw new SerjeantException($"{parsed} is {owner.Id}'s already.", retryHelps: false);
    }
}
