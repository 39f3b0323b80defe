using System.Collections.Immutable;
using Serjeant.Campaigns;
using Serjeant.Facts;
using Serjeant.Hunts;
using Serjeant.Personas.Unwrapping;
using Serjeant.Signals;
using Serjeant.Signals.Impersonation;
using Serjeant.Sources;
using Serjeant.Values;

namespace Serjeant.Personas;

/// <summary>
/// Makes claims of what was handed in: unwraps it to the message that matters, and says whom of ours it pretends to be. Safe to share between
/// threads; never throws on any bytes.
/// </summary>
/// <param name="house">Whom we protect.</param>
/// <param name="facts">With the bounds and the trust of the scan.</param>
/// <param name="selectors">Under the keys of the store that it goes to.</param>
/// <param name="time">When it is entered.</param>
public sealed class ClaimMaker(House house, FactsMaker facts, SelectorMaker selectors, TimeProvider time)
{
    private readonly SignalMaker _signals = new(house);
    private readonly KeptMessageMaker _kept = new(house);
    private readonly MaskFinder _masks = new(house);
    private readonly AggregateReport _aggregates = new(house.Roster);

    /// <summary>What somebody handed in: one claim for each message that it brings, at least one where it is a message at all.</summary>
    /// <param name="handed">A message with whatever is in it.</param>
    /// <param name="reporter">Who handed it in.</param>
    public ImmutableArray<Claim> OfReport(RawMessage handed, Reporter reporter) => OfLayers(handed, Unwrapper.Unwrap(handed.Bytes), reporter);

    /// <summary>The same for a text that is no message; empty where it holds none.</summary>
    public ImmutableArray<Claim> OfText(RawMessage handed, Reporter reporter) =>
        OfLayers(handed, Unwrapper.UnwrapText(System.Text.Encoding.UTF8.GetString(handed.Bytes.Span)), reporter);

    /// <summary>Rows of a DMARC aggregate report, as a mail brings it or as a file of its own.</summary>
    public FoundReports OfAggregate(RawMessage handed, bool mail) =>
        mail ? _aggregates.OfMail(handed.Bytes, Sha256.Of(handed.Bytes.Span)) : _aggregates.OfFile(handed.Bytes);

    /// <summary>What ordinary mail tells by the way: bounces, answers and reports of mail that we never sent.</summary>
    /// <param name="raw">The message.</param>
    /// <param name="read">Its facts.</param>
    /// <param name="kept">What is kept of it.</param>
    public Backscatter OfScan(RawMessage raw, MessageFacts read, KeptMessage kept)
    {
        if (kept.Outbound) return Backscatter.None;
        var guise = kept.Imitations.Any(MaskFinder.IsOurs) ? GuiseOf(raw.Bytes, read, kept.Imitations) : null;
        if (!IsToUs(read)) return guise is null ? Backscatter.None : new([], [], guise);
        var rows = AggregateReport.MayBring(read) ? _aggregates.OfMail(raw.Bytes, read.Sha256).Rows : [];
        var reporter = new Reporter(Machine(read), default, "", "scan");
        ImmutableArray<Claim> claims = [];
        if (read.Bulk.IsReaction) claims = OfReturned(read, Unwrapper.Unwrap(raw.Bytes), reporter, onlyOurs: true);
        else if (AnsweredMail.Find(read, house) is { } answered)
            claims = [.. Only(Make(new(answered, LayerForm.Answered, 1, true), read, reporter, MessageChannel.Returned, headersOnly: true))];
        return guise is null && rows.IsEmpty && claims.IsEmpty ? Backscatter.None : new(claims, rows, guise);
    }

    private ImmutableArray<Claim> OfLayers(RawMessage handed, ImmutableArray<Layer> layers, Reporter reporter)
    {
        if (layers.IsEmpty) return [];
        var outer = facts.Make(handed);
        if (outer.Bulk.IsReaction && layers.Any(l => l.Depth == 1)) return OfReturned(outer, layers, reporter, onlyOurs: false);
        var claims = ImmutableArray.CreateBuilder<Claim>();
        // Each attached message with all that it holds is one that was reported.
        for (var start = 0; start < layers.Length;)
        {
            if (layers[start].Depth == 0)
            {
                start++;
                continue;
            }
            var end = start + 1;
            while (end < layers.Length && layers[end].Depth > 1) end++;
            claims.Add(Choose(layers[start..end], outer, reporter, layers[0]));
            start = end;
        }
        if (claims.Count == 0) claims.Add(Whole(layers[0], outer, reporter));
        return [.. claims.DistinctBy(c => c.Message.Id)];
    }

    /// <summary>The message itself; where it wears nobody's name but answers a mail that does, that one.</summary>
    private Claim Whole(Layer layer, MessageFacts outer, Reporter reporter)
    {
        var whole = Make(layer, outer, reporter, MessageChannel.Reported);
        if (whole.OfOurs || AnsweredMail.Find(outer, house) is not { } answered) return whole;
        var claim = Make(new(answered, LayerForm.Answered, 1, true), outer, reporter, MessageChannel.Returned, headersOnly: true);
        return claim.OfOurs ? claim : whole;
    }

    /// <summary>The innermost message that wears a name of ours; the envelope only where nothing says that it passes something on.</summary>
    private Claim Choose(ImmutableArray<Layer> within, MessageFacts outer, Reporter reporter, Layer envelope)
    {
        var made = within.Select(l => Make(l, outer, reporter, MessageChannel.Reported)).ToList();
        if (envelope.Depth == 0 && !within[0].Forwarded)
        {
            // An answer, or a letter with an older one under it: then it is the letter that was reported.
            var whole = Make(envelope, outer, reporter, MessageChannel.Reported);
            if (IsForeign(whole) || !made.Exists(IsForeign)) return whole;
        }
        return made.FindLast(IsForeign) ?? made.FindLast(c => c.OfOurs) ?? made[^1];
    }

    private static bool IsForeign(Claim claim) => claim.Message.Imitations.Any(i => MaskFinder.IsOurs(i) && i.Manner != ImitationManner.Spoof);

    /// <summary>The original that a machine returned: the first that is enclosed. What it holds in turn is its own affair.</summary>
    private ImmutableArray<Claim> OfReturned(MessageFacts outer, ImmutableArray<Layer> layers, Reporter reporter, bool onlyOurs)
    {
        foreach (var layer in layers)
        {
            if (layer.Depth != 1) continue;
            var claim = Make(layer, outer, reporter, MessageChannel.Returned, headersOnly: true);
            // A mail server of our own returns what our own people sent through it.
            if (house.Roster.IsOwn(outer.Sender.Domain) && !IsForeign(claim))
                claim = claim with { Message = claim.Message with { Imitations = [] }, Guise = null, Remark = "our own mail server returned it, so it was sent from here" };
            return onlyOurs ? Only(claim) : [claim];
        }
        return [];
    }

    private static ImmutableArray<Claim> Only(Claim claim) => claim.OfOurs ? [claim] : [];

    private Claim Make(Layer layer, MessageFacts outer, Reporter reporter, MessageChannel channel, bool headersOnly = false)
    {
        var read = facts.Make(new(new("-", 0, 0), layer.Bytes));
        var lines = headersOnly ? [] : LetterText.LastLines(layer.Bytes);
        var masks = _masks.Find(read, lines);
        var remark = "";
        if (OwnOrigin.Shows(read, house.Roster) && masks.Any(m => m.Manner == ImitationManner.Spoof))
        {
            masks = masks.RemoveAll(m => m.Manner == ImitationManner.Spoof);
            remark = "its route or signature shows that it was sent from here";
        }
        var kept = _kept.Make(read, _signals.Make(read), channel) with { Imitations = masks };
        if (kept.Date is null && layer.Depth > 0) kept = kept with { Date = outer.Date };
        return new(kept, new()
        {
            Message = read.Sha256,
            Carrier = outer.Sha256,
            Form = layer.Form,
            By = Cut(reporter.By),
            Grade = reporter.Grade,
            Note = Cut(reporter.Note),
            Forwarder = layer.Depth == 0 ? "" : outer.Sender.Author?.Address?.Key ?? "",
            Received = outer.Date,
            Entered = time.GetUtcNow(),
            EnteredBy = Cut(reporter.EnteredBy),
        }, masks.Any(MaskFinder.IsOurs) ? new(read.Sha256, LetterText.Signature(lines, masks, house), LetterText.Claims(read.Content.VisibleText)) : null, remark, selectors.Make(read, kept));
    }

    private Guise? GuiseOf(ReadOnlyMemory<byte> bytes, MessageFacts read, ImmutableArray<Imitation> masks) =>
        new(read.Sha256, LetterText.Signature(LetterText.LastLines(bytes), masks, house), LetterText.Claims(read.Content.VisibleText));

    /// <summary>It came to one of our people or domains; where it does not say to whom, it came to us.</summary>
    private bool IsToUs(MessageFacts read) =>
        !read.Recipients.People.IsEmpty || read.Recipients.All.IsEmpty || read.Recipients.All.Any(a => house.Roster.IsOwn(a.Domain));

    private static string Machine(MessageFacts read) =>
        read.Sender.Author?.Address is { } author ? author.Key : read.Route.OriginHost.Length > 0 ? read.Route.OriginHost : "a machine without a name";

    private static string Cut(string text) => text.Length <= Testimony.MaximumText ? text : text[..Testimony.MaximumText];
}
