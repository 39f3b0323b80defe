namespace Serjeant.Campaigns;

/// <summary>Weighs what two messages share, and says whether that links them.</summary>
internal sealed class PairWeigher(LinkTable table)
{
    private const int Groups = 5;
    private const float RestCounts = 0.25f;

    /// <summary>Of a pair that shares a false address which somebody told us of: more than any other pair has.</summary>
    private const float Told = 200;

    /// <summary>Bands of eight that make a text near-identical: likeness of about 0.7.</summary>
    private const int FullBands = 4;

    /// <returns>Decibans of a pair that is linked; 0 where it is not.</returns>
    public float Weigh(int first, int second)
    {
        Span<float> strongest = stackalloc float[Groups], sum = stackalloc float[Groups];
        strongest.Clear();
        sum.Clear();
        var (bands, band, shape, seen) = (0, 0f, 0f, 0u);
        var left = table.Traits(first);
        var right = table.Traits(second);
        for (int i = 0, j = 0; i < left.Length && j < right.Length;)
        {
            if (left[i] != right[j])
            {
                if (left[i] < right[j]) i++;
                else j++;
                continue;
            }
            var (kind, weight) = (table.Kinds[left[i]], table.Weights[left[i]]);
            i++;
            j++;
            if (table.Condemned[left[i - 1]]) return Told;
            seen |= 1u << (int)kind;
            if (kind == TraitKind.TemplateBand)
            {
                bands++;
                band = Math.Max(band, weight);
                continue;
            }
            if (kind == TraitKind.UrlShape)
            {
                shape = Math.Max(shape, weight);
                continue;
            }
            var group = (int)LinkWeights.GroupOf(kind);
            strongest[group] = Math.Max(strongest[group], weight);
            sum[group] += weight;
        }
        if (seen == 0) return 0;
        var both = table.Marks[first] & table.Marks[second];
        // Two mails in one person's name that he sent neither of, as far as our mail shows.
        if (both.HasFlag(LinkMarks.Claimed) && Has(seen, 1u << (int)TraitKind.SenderAddress)) return Told;
        if (MayBeNeighbours(both, seen) || AreAcquaintances(first, second, both, seen, bands)) return 0;
        // One tracking program behind one host has one form of URLs: the host has said it all.
        if (!Has(seen, 1u << (int)TraitKind.CallbackHost))
        {
            strongest[(int)TraitGroup.Tool] = Math.Max(strongest[(int)TraitGroup.Tool], shape);
            sum[(int)TraitGroup.Tool] += shape;
        }
        AddText(strongest, sum, bands, band, both);
        var oneSender = table.Identities[first] != 0 && table.Identities[first] == table.Identities[second]
            && (table.Marks[first] & LinkMarks.Aligned) == (table.Marks[second] & LinkMarks.Aligned);
        if (oneSender ? !AreCopies(first, second, seen, bands) : !(bands >= 2 || Has(seen, CopySigns))) return 0;
        var total = Total(strongest, sum, oneSender, seen, both);
        return total >= (oneSender ? LinkWeights.OneSender : LinkWeights.Strangers) ? total : 0;
    }

    /// <summary>
    /// Two people may send the same text because they signed the same petition, and in the same way because their mailboxes are with the same
    /// provider. So letters of different authors need something that only one sender can have put there.
    /// </summary>
    private static bool MayBeNeighbours(LinkMarks both, uint seen) =>
        !both.HasFlag(LinkMarks.Bulk) && !Has(seen, 1u << (int)TraitKind.SenderAddress)
        && !Has(seen, both.HasFlag(LinkMarks.Aligned) ? OneHand : OneHand | OneHandUnlessProven);

    /// <summary>
    /// People whom our own people write to, or borne-out strangers beside one, who happen to use one program that tracks what they send.
    /// A stranger's beacon still joins him with other strangers.
    /// </summary>
    private bool AreAcquaintances(int first, int second, LinkMarks both, uint seen, int bands) =>
        (both.HasFlag(LinkMarks.Aligned) ? table.Known[first] || table.Known[second] : table.Known[first] && table.Known[second]) && !both.HasFlag(LinkMarks.Bulk) && bands < 2 && !Has(seen, 1u << (int)TraitKind.Attachment);

    private static void AddText(Span<float> strongest, Span<float> sum, int bands, float band, LinkMarks both)
    {
        const int Text = (int)TraitGroup.Text;
        if (bands > 0)
        {
            var weight = band * Math.Min(1, bands / (float)FullBands);
            strongest[Text] = Math.Max(strongest[Text], weight);
            sum[Text] += weight;
        }
        // The words of a notification are its system's; the words of two answers may be quoted from the same mail.
        var factor = both.HasFlag(LinkMarks.OfSystem) ? 0.4f : both.HasFlag(LinkMarks.Answer) && !both.HasFlag(LinkMarks.Bulk) ? 0.3f : 1;
        strongest[Text] *= factor;
        sum[Text] *= factor;
    }

    private static float Total(Span<float> strongest, Span<float> sum, bool oneSender, uint seen, LinkMarks both)
    {
        var total = 0f;
        for (var group = 0; group < Groups; group++)
        {
            var cap = LinkWeights.CapOf((TraitGroup)group);
            // A name anybody can type, sites anybody can link to, a program anybody can run do not make strangers one.
            if (!oneSender && group == (int)TraitGroup.Sender && !Has(seen, FirmSender)) cap = both.HasFlag(LinkMarks.OfSystem) ? 0 : 10;
            if (group == (int)TraitGroup.Target && !Has(seen, 1u << (int)TraitKind.CallbackHost)) cap = Has(seen, 1u << (int)TraitKind.CallbackShape) ? 16 : 11;
            total += Math.Min(cap, strongest[group] + (RestCounts * (sum[group] - strongest[group])));
        }
        return total;
    }

    /// <summary>
    /// Whether two messages of one sender are copies of a mailing: correspondence of one man with us must not become a campaign,
    /// though sender, software, signature and its pictures are always the same.
    /// </summary>
    private bool AreCopies(int first, int second, uint seen, int bands)
    {
        var both = table.Marks[first] & table.Marks[second];
        if (both.HasFlag(LinkMarks.Bulk)) return bands >= 1 || Has(seen, CopySigns | (both.HasFlag(LinkMarks.OfSystem) ? 0 : Declared));
        if (Has(seen, 1u << (int)TraitKind.Attachment)) return true;
        var others = table.Recipients[first] != table.Recipients[second];
        if (!others) return false;
        var quoted = both.HasFlag(LinkMarks.Answer);
        if (table.Known[first] && table.Known[second]) return bands >= FullBands && !quoted;
        return (bands >= 3 && !quoted) || IsOneWave(first, second, seen, bands) || Has(seen, (1u << (int)TraitKind.CallbackHost) | (1u << (int)TraitKind.UrlShape));
    }

    /// <summary>
    /// One account that leads several of us to one stranger's page within days, in words that are partly the same: greetings, numbers and the
    /// length of a token set the copies of a short mail further apart than its text is long.
    /// </summary>
    private bool IsOneWave(int first, int second, uint seen, int bands) =>
        bands >= 1 && Has(seen, 1u << (int)TraitKind.SenderAddress) && Has(seen, 1u << (int)TraitKind.LinkHost)
        && table.Dates[first] != long.MaxValue && table.Dates[second] != long.MaxValue && Math.Abs(table.Dates[first] - table.Dates[second]) <= Wave.Ticks;

    private static readonly TimeSpan Wave = TimeSpan.FromDays(7);

    private const uint CopySigns = (1u << (int)TraitKind.HtmlSkeleton) | (1u << (int)TraitKind.UrlShape) | (1u << (int)TraitKind.CallbackHost) | (1u << (int)TraitKind.Attachment);

    /// <summary>What is enough for mail of one sender that says of itself that it is a mailing.</summary>
    private const uint Declared = (1u << (int)TraitKind.MailingService) | (1u << (int)TraitKind.ServiceAccount) | (1u << (int)TraitKind.SenderAddress);

    private const uint OneHand = CopySigns & ~(1u << (int)TraitKind.HtmlSkeleton) | (1u << (int)TraitKind.ReplyTo) | (1u << (int)TraitKind.ServiceAccount);

    /// <summary>Where both authors are borne out by their own domains, these are their provider's, or the petition's.</summary>
    private const uint OneHandUnlessProven = (1u << (int)TraitKind.OriginAddress) | (1u << (int)TraitKind.OriginNetwork) | (1u << (int)TraitKind.LinkHost);

    private const uint FirmSender = (1u << (int)TraitKind.SenderAddress) | (1u << (int)TraitKind.SenderDomain) | (1u << (int)TraitKind.ReplyTo) | (1u << (int)TraitKind.ServiceAccount);

    private static bool Has(uint seen, uint kinds) => (seen & kinds) != 0;
}
