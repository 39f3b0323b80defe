using Serjeant.Bench.Impersonation.Letters;
using Serjeant.Judgement;
using Serjeant.Sources;
using Serjeant.Storage;
using Serjeant.Values;

namespace Serjeant.Bench.Impersonation;

/// <summary>Sends attacks through the product, by themselves and mixed into a share of the wanted mail, and looks at what it says.</summary>
internal static class AttackScan
{
    /// <param name="wanted">Messages that the attacks are mixed into.</param>
    public static List<Outcome> Run(Legislature legislature, IReadOnlyList<Attack> attacks, IReadOnlyList<byte[]> wanted)
    {
        var flow = new Flow(legislature.House, new([new(new byte[Serjeant.Values.SecretKey.Length])]));
        var judge = new Judge(WeightTable.Shipped);
        var all = attacks.Select(a => a.Bytes).Concat(attacks.SelectMany(a => a.Mask.Earlier)).Concat(wanted).ToArray();
        var kept = new Campaigns.KeptMessage[all.Length];
        Parallel.For(0, all.Length, i => kept[i] = flow.Examine(new RawMessage(new($"mail-{i}", 0, 0), all[i])));
        using var store = new MemoryStore();
        store.BeginScan("impersonation");
        for (var i = 0; i < all.Length; i++) store.Add(new($"mail-{i}", 0, 0), kept[i]);
        var reckoning = Reckoning.Make(legislature.House, WeightTable.Shipped, store, TimeProvider.System, CancellationToken.None);
        var outcomes = new List<Outcome>();
        for (var i = 0; i < attacks.Count; i++)
        {
            var (attack, message) = (attacks[i], kept[i]);
            Check(attack.Mask, message);
            var alone = message.Outbound ? judge.Assess([]) : judge.Assess(message.Signals);
            var whole = reckoning.Judge(message);
            var found = message.Imitations.Any(attack.Mask.Target.IsNamedBy) || whole.Signals.Any(attack.Mask.Target.IsNamedBy);
            var seen = string.Join(" ", message.Imitations.Select(m => $"[{m.Manner} {m.TrueName}]").Concat(whole.Signals.Where(s => s.Weight.Value != 0).Select(s => FormattableString.Invariant($"{s.Signal.Code} {s.Weight.Value:+0;-0}"))));
            outcomes.Add(new(attack, legislature.Index, found, alone.Finding != Finding.Ordinary, whole.Finding != Finding.Ordinary, reckoning.CampaignOf(message.Id) is not null,
                FormattableString.Invariant($"{alone.Total.Value:0}/{whole.Total.Value:0} dB {(message.Outbound ? "OUTBOUND " : "")}{seen}")));
        }
        return outcomes;
    }

    /// <summary>An attack that does not read as it was meant measures nothing.</summary>
    private static void Check(Mask mask, Campaigns.KeptMessage message)
    {
        if (!EmailAddress.TryParse(mask.Address, out var meant) || message.From != meant.Key || message.Aligned != (mask.Standing != Standing.Spoofed)
            || (message.FromName.Length == 0) != (mask.Name.Length == 0) || message.Targets.IsEmpty || message.ReplyTo.IsEmpty != (mask.ReplyTo is null))
            throw new InvalidOperationException($"An attack that shows {mask.Name} <{mask.Address}> was read as {message.FromName} <{message.From}>, aligned {message.Aligned}, to {message.Targets.Length} of ours.");
    }
}
