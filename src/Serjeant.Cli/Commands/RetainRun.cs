using System.Globalization;
using Serjeant.Retention;

namespace Serjeant.Cli.Commands;

/// <summary>One run of the policy, or the reading of what earlier runs proved.</summary>
internal sealed class RetainRun(RetainRequest request, TimeProvider time)
{
    public int Run(TextWriter output, CancellationToken cancellation)
    {
        var policy = request.Policy is { } file ? new RetentionPolicyReader(file).Read() : RetentionPolicy.Default;
        var today = time.GetUtcNow();
        // What the clock says decides: a day to come would delete today what may still be kept.
        if (request.Now > today && !request.DryRun) throw new UsageException("A day to come is only for --dry-run.");
        using var store = request.Data.OpenExisting(time);
        if (request.Proofs) return ProofText.Write(store.ReadProofs(), output);
        var now = request.Now ?? today;
        var outcome = new Expiry(store, policy).Apply(now, request.By, request.DryRun, cancellation);
        var destroyed = request.DryRun ? [] : store.DestroyOldKeys(request.By, policy.Digest);
        if (!request.DryRun && outcome.Removals.Length > 0) store.Scrub();
        Write(outcome, output);
        foreach (var key in destroyed) output.WriteLine($"key {key}: destroyed, since nothing is under it any more");
        if (!request.DryRun && DeletePage(policy, now)) output.WriteLine("report.html in the data folder: deleted, since it was older than an ordinary record may be");
        if (!request.DryRun && store.LastProof() is { } proof && (outcome.Removals.Length > 0 || destroyed.Count > 0)) output.WriteLine($"proof {proof.Number}: {proof.Hash}");
        return ExitCodes.Done;
    }

    private void Write(ExpiryOutcome outcome, TextWriter output)
    {
        output.WriteLine(outcome.Removals.IsEmpty ? "Nothing is older than it may be." : request.DryRun ? "Would be deleted:" : "Deleted:");
        ProofText.Write(outcome.Removals, output);
        foreach (var (name, messages) in outcome.Held)
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"kept by hold {name}: {messages} {(messages == 1 ? "message" : "messages")}"));
    }

    /// <summary>The last page that a scan wrote there shows in clear what the records held.</summary>
    private bool DeletePage(RetentionPolicy policy, DateTimeOffset now)
    {
        var page = Path.Combine(request.Data.Folder, "report.html");
        if (!File.Exists(page) || File.GetLastWriteTimeUtc(page) > now.UtcDateTime.AddDays(-policy.Ordinary.RecordDays)) return false;
        File.Delete(page);
        return true;
    }
}
