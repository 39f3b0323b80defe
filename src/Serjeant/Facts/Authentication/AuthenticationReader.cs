using System.Collections.Immutable;
using MimeKit;
using Serjeant.Facts.Route;
using Serjeant.Values;

namespace Serjeant.Facts.Authentication;

/// <summary>
/// Reads what our own side noted of a message's authenticity, and what signatures and forwarders claim. Whose notes are ours
/// is told by where they stand: nobody outside can write above the Received field with which our side took the message.
/// What stands below it, the sender may have written himself.
/// </summary>
internal sealed class AuthenticationReader
{
    /// <summary>Fields of one kind looked at; more come only from loops and attacks.</summary>
    private const int MostFields = 50;

    private readonly IReadOnlySet<string> _trusted;

    /// <param name="trusted">
    /// authserv-ids (lower case) to believe; "" for the id that Outlook.com leaves out. Where empty, the notes above the hand-over
    /// are believed. A configured id is believed one step below too, for hosts that write under their own Received field and
    /// remove forged ones (RFC 8601 section 5).
    /// </param>
    public AuthenticationReader(IReadOnlySet<string> trusted) => _trusted = trusted;

    /// <param name="from">The author's domain; empty where there is none.</param>
    /// <param name="route">For the hand-over hop.</param>
    public AuthenticationFacts Read(HeaderList headers, DomainName from, RouteFacts route)
    {
        Span<char> buffer = stackalloc char[FieldText.MostCharacters];
        var own = route.HandOver >= 0 ? route.HandOver : route.Hops.IsEmpty ? int.MaxValue : route.Hops.Length - 1;
        var google = route.HandOver >= 0 && route.Hops[route.HandOver].By.EndsWith(".google.com", StringComparison.Ordinal);
        List<(Header Field, int Place)>? notes = null;
        Header? sealedNotes = null, spf = null;
        ImmutableArray<DkimSignature>.Builder? signatures = null;
        ArcChain? arc = null;
        var place = 0;
        for (var i = 0; i < headers.Count; i++)
        {
            var header = headers[i];
            switch (header.Id)
            {
                case HeaderId.Received:
                    place++;
                    break;
                case HeaderId.AuthenticationResults when place <= own || place == own + 1 && (google || _trusted.Count > 0):
                    if ((notes ??= []).Count < MostFields) notes.Add((header, place));
                    break;
                case HeaderId.DkimSignature:
                case HeaderId.DomainKeySignature:
                    signatures ??= ImmutableArray.CreateBuilder<DkimSignature>(2);
                    if (signatures.Count < MostFields
                        && SignatureReader.Read(FieldText.Unfold(header, buffer), header.Id == HeaderId.DomainKeySignature) is { } signature)
                        signatures.Add(signature);
                    break;
                case HeaderId.ArcSeal:
                    (arc ??= new ArcChain()).AddSeal(FieldText.Unfold(header, buffer), place <= own);
                    break;
                case HeaderId.ArcAuthenticationResults:
                    (arc ??= new ArcChain()).AddResults(FieldText.Unfold(header, buffer));
                    if (place <= own) sealedNotes ??= header;
                    break;
                case HeaderId.ReceivedSPF when spf is null && (place <= own || google && place == own + 1):
                    spf = header;
                    break;
            }
        }
        var results = new NotedResults();
        var authority = "";
        var noted = notes is not null && Gather(notes, own, results, buffer, out authority);
        if (!noted && sealedNotes is not null && _trusted.Count == 0)
        {
            var field = new ResultsField(ArcChain.WithoutInstance(FieldText.Unfold(sealedNotes, buffer), out _));
            authority = FieldText.Lower(field.Authority);
            results.Add(ref field);
            noted = true;
        }
        if (results.Spf == Verdict.Unknown && spf is not null)
        {
            var (verdict, domain) = ReceivedSpf.Read(FieldText.Unfold(spf, buffer));
            results.SetSpf(verdict, domain);
            noted |= verdict != Verdict.Unknown;
        }
        if (!noted && signatures is null && arc is null) return AuthenticationFacts.None;
        return Facts(results, noted, authority, from, signatures?.DrainToImmutable() ?? [], arc);
    }

    private static AuthenticationFacts Facts(
        NotedResults results, bool noted, string authority, DomainName from, ImmutableArray<DkimSignature> signatures, ArcChain? arc)
    {
        var dkim = results.Dkim;
        // A verdict that names no domain can only be about the one signature that there is.
        if (dkim is [{ Domain.IsEmpty: true, Verdict: not Verdict.None } single] && signatures is [var only])
            dkim = [single with { Domain = only.Domain, Selector = only.Selector }];
        var registrable = from.IsEmpty ? default : from.Registrable;
        var dkimAligned = false;
        foreach (var result in dkim)
            dkimAligned |= result.Verdict == Verdict.Pass && IsAligned(result.Domain, registrable);
        return new AuthenticationFacts
        {
            Noted = noted,
            Authority = authority,
            Spf = results.Spf,
            SpfDomain = results.SpfDomain,
            Dkim = dkim,
            Dmarc = results.Dmarc,
            DmarcPolicy = results.DmarcPolicy,
            Arc = results.Arc != Verdict.Unknown ? results.Arc : arc?.OwnSeal ?? Verdict.Unknown,
            ArcSets = arc?.Sets() ?? [],
            Signatures = signatures,
            DkimAligned = dkimAligned,
            SpfAligned = results.Spf == Verdict.Pass && IsAligned(results.SpfDomain, registrable),
        };
    }

    private static bool IsAligned(DomainName domain, DomainName registrable) =>
        !registrable.IsEmpty && !domain.IsEmpty && (domain == registrable || domain.IsWithin(registrable) && domain.Registrable == registrable);

    /// <summary>
    /// The authority is the one nearest to the hand-over, since only that host saw the sender; of several there, the topmost.
    /// Its other fields count with it, and those of its neighbours of one registrable domain for what it is silent about.
    /// </summary>
    private bool Gather(List<(Header Field, int Place)> notes, int own, NotedResults results, Span<char> buffer, out string authority)
    {
        authority = "";
        var deepest = -1;
        foreach (var (header, place) in notes)
        {
            if (place <= deepest) continue;
            var id = IdOf(header, buffer);
            if (!IsBelieved(id, place > own)) continue;
            deepest = place;
            authority = id;
        }
        if (deepest < 0) return false;
        foreach (var (header, place) in notes)
        {
            if (place != deepest) continue;
            var field = new ResultsField(FieldText.Unfold(header, buffer));
            if (_trusted.Count > 0 ? IsBelieved(FieldText.Lower(field.Authority), false) : field.Authority.Same(authority)) results.Add(ref field);
        }
        if (notes.Count == 1) return true;
        foreach (var (header, place) in notes)
        {
            if (place > own) continue;
            var field = new ResultsField(FieldText.Unfold(header, buffer));
            var id = FieldText.Lower(field.Authority);
            if (place == deepest && id == authority || !IsBelieved(id, false) || !IsNeighbour(id, authority)) continue;
            var other = new NotedResults();
            other.Add(ref field);
            results.Fill(other);
        }
        return true;
    }

    private bool IsBelieved(string id, bool below)
    {
        if (_trusted.Count > 0) return _trusted.Contains(id);
        return !below || id.EndsWith(".google.com", StringComparison.Ordinal); // Google writes below its Received field, and removes forged ones
    }

    private static string IdOf(Header header, Span<char> buffer) => FieldText.Lower(new ResultsField(FieldText.Unfold(header, buffer)).Authority);

    private static bool IsNeighbour(string id, string authority) =>
        id == authority
        || DomainName.TryParse(id, out var one) && DomainName.TryParse(authority, out var other) && one.Registrable == other.Registrable;
}
