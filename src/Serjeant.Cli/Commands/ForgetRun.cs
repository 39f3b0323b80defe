using System.Globalization;
using Serjeant.Retention;

namespace Serjeant.Cli.Commands;

/// <summary>Deletes one person's data, and says what.</summary>
internal sealed class ForgetRun(string person, StorePlace data, string? roster, string by, TimeProvider time)
{
    public int Run(TextWriter output)
    {
        using var store = data.OpenExisting(time);
        var selection = NamedPerson.Find(store, person, roster);
        var outcome = new Erasure(store).Apply(selection, time.GetUtcNow(), by);
        store.Scrub();
        // The last page shows in clear what the records held.
        var page = Path.Combine(data.Folder, "report.html");
        var paged = File.Exists(page);
        if (paged) File.Delete(page);
        output.WriteLine(outcome.Removals.IsEmpty ? "Nothing was kept of this person." : "Deleted:");
        ProofText.Write(outcome.Removals, output);
        if (paged) output.WriteLine("report.html in the data folder: deleted");
        if (outcome.Evidence > 0)
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{outcome.Evidence} suspect or hostile messages from this address stay: they are evidence (docs/keeping.md)."));
        if (store.LastProof() is { } proof) output.WriteLine($"proof {proof.Number}: {proof.Hash}");
        output.WriteLine("What other files hold (reports written elsewhere, copies of the data folder, the mail itself) is not touched.");
        return ExitCodes.Done;
    }
}
