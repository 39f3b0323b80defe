using System.Globalization;
using System.Text;
using Serjeant.Values;

namespace Serjeant.Retention;

/// <summary>
/// That something was deleted: when, by whom, under which policy, how many of each kind and class. Holds no content and no identifier. Each is
/// chained to the one before by its SHA-256, so that none can be changed or taken out of the middle unseen; whoever wrote the last hash down
/// elsewhere sees as well that none was taken off the end.
/// </summary>
/// <param name="Number">From 1, without gaps.</param>
/// <param name="Content">Lines of "name value", the last the hash before; what is hashed, byte for byte in UTF-8.</param>
/// <param name="Hash">SHA-256 of the content.</param>
public sealed record Proof(int Number, string Content, Sha256 Hash)
{
    /// <param name="previous">The last proof there is; null for the first.</param>
    /// <param name="at">When it was done.</param>
    /// <param name="by">Who did it.</param>
    /// <param name="act">What was done: "retain", "forget", "destroy key".</param>
    /// <param name="policy">Under which policy; null where that does not matter.</param>
    /// <param name="removals">What was deleted.</param>
    public static Proof After(Proof? previous, DateTimeOffset at, string by, string act, Sha256? policy, IEnumerable<Removal> removals)
    {
        ArgumentNullException.ThrowIfNull(by);
        ArgumentNullException.ThrowIfNull(removals);
        var number = (previous?.Number ?? 0) + 1;
        var content = new StringBuilder();
        var form = CultureInfo.InvariantCulture;
        content.Append(form, $"serjeant proof of deletion 1\nnumber {number}\nat {at.UtcDateTime:yyyy-MM-ddTHH:mm:ssZ}\nby {OneLine(by)}\nact {act}\n");
        if (policy is { } digest) content.Append(form, $"policy {digest}\n");
        foreach (var removal in Removal.Sum(removals))
            content.Append(form, $"deleted {removal.Kind} {(removal.Class is { } c ? WordOf(c) : "-")} {removal.Count} {Day(removal.Oldest)} {Day(removal.Newest)}\n");
        content.Append(form, $"before {previous?.Hash ?? default}\n");
        var text = content.ToString();
        return new(number, text, Sha256.Of(Encoding.UTF8.GetBytes(text)));
    }

    public static string WordOf(RetentionClass retained) => retained switch
    {
        RetentionClass.Ordinary => "ordinary",
        RetentionClass.Suspect => "suspect",
        RetentionClass.Hostile => "hostile",
        _ => "held",
    };

    /// <summary>The number of the first proof that was changed or does not follow from the one before; null where the chain is whole.</summary>
    public static int? FirstBroken(IReadOnlyList<Proof> chain)
    {
        ArgumentNullException.ThrowIfNull(chain);
        Sha256 before = default;
        for (var i = 0; i < chain.Count; i++)
        {
            var proof = chain[i];
            var follows = proof.Content.EndsWith($"\nbefore {before}\n", StringComparison.Ordinal) && proof.Content.StartsWith(string.Create(CultureInfo.InvariantCulture, $"serjeant proof of deletion 1\nnumber {i + 1}\n"), StringComparison.Ordinal);
            if (proof.Number != i + 1 || !follows || Sha256.Of(Encoding.UTF8.GetBytes(proof.Content)) != proof.Hash) return i + 1;
            before = proof.Hash;
        }
        return null;
    }

    private static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "-";

    private static string OneLine(string text) => string.Concat(text.Trim().Select(c => char.IsControl(c) ? ' ' : c));
}
