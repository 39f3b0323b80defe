using Serjeant.Facts;
using System.Buffers;

namespace Serjeant.Signals.Form;

/// <summary>
/// The Message-ID has the make of tools that send mass mail from hired or stolen mailboxes: a time stamp of fourteen digits and sixteen or more
/// hexadecimal capitals, under the domain that From shows.
/// </summary>
internal sealed class BulkToolId : IDetector
{
    public string Code => "form.bulk-tool-id";

    public string? Detect(MessageFacts facts, House house)
    {
        if (facts.MessageId is not { } id || Kinship.IsRelayed(facts) || facts.Bulk.IsReaction) return null;
        var local = id.AsSpan(0, Math.Max(0, id.LastIndexOf('@')));
        if (local.Length < 31 || local[14] != '.') return null;
        return local[..14].IndexOfAnyExceptInRange('0', '9') < 0 && local[15..].IndexOfAnyExcept(Hexadecimal) < 0 ? "Message-ID" : null;
    }

    private static readonly SearchValues<char> Hexadecimal = SearchValues.Create("0123456789ABCDEF");
}
