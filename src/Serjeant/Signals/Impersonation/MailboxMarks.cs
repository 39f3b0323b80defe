using Serjeant.Registers;
using Serjeant.Values;

namespace Serjeant.Signals.Impersonation;

/// <summary>A mailbox name taken apart: what is left without the words that make it read as an office's ("given.family.mp", "givenfamily.office").</summary>
/// <param name="Core">Without marks, figures at the end, and what stands behind a plus.</param>
/// <param name="Office">It has a mark at all.</param>
/// <param name="Mandate">Among the marks is one that claims a mandate (mp, senator).</param>
internal readonly record struct MailboxMarks(string Core, bool Office, bool Mandate)
{
    private const int ShortestCore = 5;

    private static readonly string[] Glued = ["parliament", "official", "senator", "minister", "office", "mep", "msp", "mp"];

    /// <summary>The words of a mailbox name, where dots, hyphens and underscores part them.</summary>
    public static MailboxMarks Of(string local)
    {
        var plus = local.IndexOf('+', StringComparison.Ordinal);
        if (plus > 0) local = local[..plus];
        var core = new List<string>();
        bool office = false, mandate = false;
        foreach (var token in Folding.Fold(local).Split(['.', '-', '_'], StringSplitOptions.RemoveEmptyEntries))
        {
            var word = token.TrimEnd("0123456789".ToCharArray());
            if (MaskWords.Mailbox.Contains(word))
            {
                office = true;
                mandate |= IsMandate(word);
            }
            else if (word.Length > 0) core.Add(word);
        }
        return new(string.Join('.', core), office, mandate);
    }

    /// <summary>The same where a mark is written to the name without anything between (janehartwellmp); null where none is.</summary>
    public static MailboxMarks? OfGlued(string core)
    {
        foreach (var mark in Glued)
        {
            if (core.Length < mark.Length + ShortestCore) continue;
            if (core.EndsWith(mark, StringComparison.Ordinal)) return new(core[..^mark.Length].TrimEnd('.'), true, IsMandate(mark));
            if (core.StartsWith(mark, StringComparison.Ordinal)) return new(core[mark.Length..].TrimStart('.'), true, IsMandate(mark));
        }
        return null;
    }

    private static bool IsMandate(string word) => MaskWords.Mandates.Contains(word) || word is "parliament" or "parl" or "senate" or "congress" or "rthon";
}
