using Serjeant.Facts.Route;

namespace Serjeant.Facts.Authentication;

/// <summary>Words for verdicts, those of RFC 8601 section 2.7 and those that hosts made up.</summary>
internal static class Verdicts
{
    public static Verdict Read(ReadOnlySpan<char> word) => word.Length switch
    {
        4 when word.Same("pass") => Verdict.Pass,
        4 when word.Same("fail") => Verdict.Fail,
        4 when word.Same("none") => Verdict.None,
        5 when word.Same("error") => Verdict.TemporaryError,
        6 when word.Same("policy") => Verdict.Policy,
        7 when word.Same("neutral") => Verdict.Neutral,
        7 when word.Same("timeout") => Verdict.TemporaryError,
        7 when word.Same("invalid") || word.Same("unknown") => Verdict.PermanentError,
        8 when word.Same("tempfail") => Verdict.TemporaryError,
        8 when word.Same("softfail") => Verdict.SoftFail,
        8 when word.Same("hardfail") => Verdict.Fail,
        9 when word.Same("temperror") => Verdict.TemporaryError,
        9 when word.Same("permerror") => Verdict.PermanentError,
        // Outlook: there is no DMARC record, but one would have been met.
        13 when word.Same("bestguesspass") => Verdict.None,
        _ => Verdict.Unknown,
    };
}
