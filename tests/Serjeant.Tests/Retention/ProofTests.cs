using System.Globalization;
using Serjeant.Retention;
using Serjeant.Values;
using Xunit;

namespace Serjeant.Tests.Retention;

/// <summary>Whoever changes a proof, or takes one out, is seen.</summary>
public sealed class ProofTests
{
    private static readonly DateTimeOffset Then = new(2026, 3, 1, 8, 0, 0, TimeSpan.FromHours(1));

    [Fact]
    public void A_chain_is_whole_until_something_in_it_is_changed()
    {
        var chain = Chain(5);
        Assert.Null(Proof.FirstBroken(chain));
        Assert.Null(Proof.FirstBroken([]));
        for (var i = 0; i < chain.Count; i++)
        {
            var (at, proof) = (i, chain[i]);
            Assert.Equal(i + 1, Proof.FirstBroken(With(c => c[at] = proof with { Content = proof.Content.Replace("record ordinary", "record hostile", StringComparison.Ordinal) })));
            // Hashed anew, it no longer carries the one that follows.
            var forged = proof.Content.Replace("record ordinary", "record hostile", StringComparison.Ordinal);
            Assert.Equal(i == 4 ? null : i + 2, Proof.FirstBroken(With(c => c[at] = proof with { Content = forged, Hash = Sha256.Of(System.Text.Encoding.UTF8.GetBytes(forged)) })));
            if (i < 4) Assert.Equal(i + 1, Proof.FirstBroken(With(c => c.RemoveAt(at))));
        }

        List<Proof> With(Action<List<Proof>> change)
        {
            var changed = chain.ToList();
            change(changed);
            return changed;
        }
    }

    [Fact]
    public void A_proof_says_when_who_what_and_how_many_and_nothing_else()
    {
        var proof = Proof.After(Chain(1)[0], Then, "clerk\nof the house", "retain", RetentionPolicy.Default.Digest,
            [new("record", RetentionClass.Suspect, 2, new(2021, 1, 2), new(2021, 3, 4)), new("record", RetentionClass.Suspect, 3, new(2020, 12, 31), null), new("key", null, 1)]);
        Assert.Equal(string.Create(CultureInfo.InvariantCulture, $"""
            serjeant proof of deletion 1
            number 2
            at 2026-03-01T07:00:00Z
            by clerk of the house
            act retain
            policy {RetentionPolicy.Default.Digest}
            deleted key - 1 - -
            deleted record suspect 5 2020-12-31 2021-03-04
            before {Chain(1)[0].Hash}

            """).ReplaceLineEndings("\n"), proof.Content);
    }

    private static List<Proof> Chain(int length)
    {
        var chain = new List<Proof>();
        for (var i = 0; i < length; i++) chain.Add(Proof.After(chain.LastOrDefault(), Then.AddDays(i), "clerk", "retain", null, [new("record", RetentionClass.Ordinary, i + 1)]));
        return chain;
    }
}
