using System.Security.Cryptography;
using System.Text;
using Serjeant.Hunts.Lookups;
using Serjeant.Signals;

namespace Serjeant.Hunts;

/// <summary>
/// Answers tips from the index: one sorted look-up for everything that is sought, whatever its number, then the entries of what was found. Reads
/// no mail.
/// </summary>
/// <param name="index">What was scanned.</param>
/// <param name="campaigns">Which campaigns that mail belongs to; null where nothing is known of them.</param>
/// <param name="house">What is ours, and what everybody uses.</param>
/// <param name="time">When it is asked.</param>
/// <param name="limits">What is answered with a number.</param>
public sealed class Hunter(IIndexStore index, IHuntStore? campaigns, House house, TimeProvider time, HuntLimits? limits = null)
{
    private const int MostSource = 400, DigestBytes = 16;

    private readonly HuntLimits _limits = limits ?? HuntLimits.Default;

    /// <summary>Looks for everything in the tips. Nothing is recorded: <see cref="IHuntStore.Record"/> takes <see cref="HuntResult.Hunt"/>.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public HuntResult Make(HuntQuestion question, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(question);
        var mail = index.CountEntries();
        var plan = new LookupPlan(question.Tips, index, new BreadthMaker(house), _limits, question.All);
        var bound = question.All ? long.MaxValue : _limits.Bound(mail);
        // A window may leave little of much: then what is in much mail must be read before it can be told.
        var most = question.Window.IsOpen ? bound : Math.Max(bound, _limits.Held);
        var sieve = new PostingSieve(plan, thing => plan.IsJoined(thing) ? Math.Max(most, _limits.Held) : most);
        sieve.Read(index.Find(plan.Keys, cancellation), cancellation);
        var catalogue = new EntryCatalogue(index, campaigns, question.Window);
        var answers = new AnswerMaker(plan, sieve, index, catalogue, bound).Make(question.Tips, cancellation);
        var messages = catalogue.ToMessages(answers.Found);
        var hanging = campaigns is null ? [] : new CampaignGathering(index, campaigns, catalogue, _limits, question.All ? long.MaxValue : _limits.BoundOfCampaign(mail)).Make(messages, cancellation);
        var result = new HuntResult(Record(question, mail), question.Tips)
        {
            Answers = answers.Answers,
            Messages = [.. messages.Where(m => m.Entry.Date is not null)],
            Undated = [.. messages.Where(m => m.Entry.Date is null)],
            Campaigns = hanging,
            People = PeopleTable.Make(messages, hanging),
            Elsewhere = messages.Concat(hanging.SelectMany(c => c.Others)).Sum(m => (long)Math.Max(0, m.Entry.Recipients - m.Entry.Targets.Length)),
            Elsewhen = answers.Elsewhen,
            Gone = catalogue.Gone,
        };
        return result with { Hunt = result.Hunt with { Messages = result.Found, Others = result.Others, People = result.People.Length } };
    }

    private Hunt Record(HuntQuestion question, long mail)
    {
        var sources = string.Join(", ", question.Tips.Select(t => t.Source).Distinct(StringComparer.Ordinal));
        return new()
        {
            Kind = question.Kind,
            At = time.GetUtcNow(),
            By = question.By,
            Reason = question.Reason,
            Source = sources.Length > MostSource ? sources[..MostSource] : sources,
            Digest = Digest(question),
            Sought = question.Tips.Sum(t => (long)t.Sought.Length + t.Patterns.Length + t.Likenesses.Length),
            Refused = question.Tips.Sum(t => t.Refused),
            Window = question.Window,
            Over = mail,
        };
    }

    private string Digest(HuntQuestion question)
    {
        using var hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, index.Keys.Current.ForHashing);
        foreach (var text in question.Tips.SelectMany(t => t.Sought.Select(s => s.Text).Concat(t.Patterns.Select(p => p.Text)).Concat(t.Likenesses.Select(l => l.Text))).Order(StringComparer.Ordinal))
            hash.AppendData(Encoding.UTF8.GetBytes(text + "\n"));
        return Convert.ToHexStringLower(hash.GetHashAndReset(), 0, DigestBytes);
    }
}
