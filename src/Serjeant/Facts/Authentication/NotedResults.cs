using System.Collections.Immutable;
using Serjeant.Facts.Route;
using Serjeant.Values;

namespace Serjeant.Facts.Authentication;

/// <summary>Results gathered from one or several fields of one authority. The first of a method counts; DKIM may have many.</summary>
internal sealed class NotedResults
{
    /// <summary>DKIM results kept; hosts stop verifying at far fewer.</summary>
    private const int MostDkim = 50;

    private ImmutableArray<DkimResult>.Builder? _dkim;
    private bool _spfOfHelo;

    public Verdict Spf { get; private set; }

    public DomainName SpfDomain { get; private set; }

    public Verdict Dmarc { get; private set; }

    public string DmarcPolicy { get; private set; } = "";

    public Verdict Arc { get; private set; }

    public ImmutableArray<DkimResult> Dkim => _dkim?.ToImmutable() ?? [];

    public void Add(ref ResultsField field)
    {
        while (field.NextResult())
        {
            var method = field.Method;
            if (method.Same("spf")) AddSpf(ref field);
            else if (method.Same("dkim")) AddDkim(ref field);
            else if (method.Same("dmarc")) AddDmarc(ref field);
            else if (method.Same("arc") && Arc == Verdict.Unknown) Arc = Verdicts.Read(field.Result);
        }
    }

    /// <summary>Takes from another authority of ours what this one is silent about.</summary>
    public void Fill(NotedResults other)
    {
        if (Spf == Verdict.Unknown) (Spf, SpfDomain) = (other.Spf, other.SpfDomain);
        if (Dmarc == Verdict.Unknown) (Dmarc, DmarcPolicy) = (other.Dmarc, other.DmarcPolicy);
        if (Arc == Verdict.Unknown) Arc = other.Arc;
        _dkim ??= other._dkim;
    }

    public void SetSpf(Verdict verdict, DomainName domain)
    {
        if (Spf == Verdict.Unknown) (Spf, SpfDomain) = (verdict, domain);
    }

    private void AddSpf(ref ResultsField field)
    {
        var verdict = Verdicts.Read(field.Result);
        DomainName sender = default, helo = default;
        while (field.NextProperty(out var type, out var property, out var value))
        {
            if (!type.Same("smtp")) continue;
            if (property.Same("mailfrom") || property.Same("mfrom") || property.Same("mail")) sender = DomainOf(value);
            else if (property.Same("helo")) helo = DomainOf(value);
        }
        // Hosts may note HELO first and MAIL FROM after it; the latter is what alignment goes by (RFC 7489 section 3.1.2).
        if (Spf != Verdict.Unknown && !(_spfOfHelo && !sender.IsEmpty)) return;
        Spf = verdict;
        SpfDomain = sender.IsEmpty ? helo : sender;
        _spfOfHelo = sender.IsEmpty && !helo.IsEmpty;
    }

    private void AddDkim(ref ResultsField field)
    {
        var verdict = Verdicts.Read(field.Result);
        DomainName signer = default, identity = default;
        var selector = "";
        while (field.NextProperty(out var type, out var property, out var value))
        {
            if (!type.Same("header")) continue;
            if (property.Same("d")) signer = DomainOf(value);
            else if (property.Same("i")) identity = DomainOf(value);
            else if (property.Same("s")) selector = value.Length > 63 * 4 ? "" : value.ToString();
        }
        if (verdict == Verdict.None) signer = identity = default; // Outlook writes header.d=none
        _dkim ??= ImmutableArray.CreateBuilder<DkimResult>(2);
        if (_dkim.Count < MostDkim) _dkim.Add(new DkimResult(verdict, signer.IsEmpty ? identity : signer, selector));
    }

    private void AddDmarc(ref ResultsField field)
    {
        if (Dmarc != Verdict.Unknown) return;
        Dmarc = Verdicts.Read(field.Result);
        while (field.NextProperty(out var type, out var property, out var value))
        {
            if (type.Same("policy") && (property.Same("dmarc") || property.Same("published-domain-policy"))) DmarcPolicy = Policy(value);
            else if (type.Same("action") && DmarcPolicy.Length == 0 && (value.Same("oreject") || value.Same("reject") || value.Same("quarantine")))
                DmarcPolicy = Policy(value.TrimStart('o'));
        }
        if (DmarcPolicy.Length == 0) DmarcPolicy = PolicyInComment(field.Comment);
    }

    /// <summary>(p=REJECT sp=NONE dis=NONE), as Google writes it, with or without commas.</summary>
    private static string PolicyInComment(ReadOnlySpan<char> comment)
    {
        foreach (var range in comment.SplitAny(' ', ',', ';', '('))
            if (comment[range].Begins("p=")) return Policy(comment[range][2..]);
        return "";
    }

    private static string Policy(ReadOnlySpan<char> word) =>
        word.Same("reject") ? "reject" : word.Same("quarantine") ? "quarantine" : word.Same("none") ? "none" : "";

    internal static DomainName DomainOf(ReadOnlySpan<char> value)
    {
        value = value[(value.LastIndexOf('@') + 1)..].Trim("<>\"");
        return DomainName.TryParse(value, out var domain) ? domain : default;
    }
}
