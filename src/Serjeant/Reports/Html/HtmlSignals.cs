using Serjeant.Judgement;

namespace Serjeant.Reports.Html;

/// <summary>The weights behind a judgement as bars: to the right what speaks for hostile, to the left what speaks for ordinary.</summary>
internal static class HtmlSignals
{
    private const int Shown = 8;

    public static void Write(HtmlOutput html, Assessment assessment)
    {
        if (assessment.Signals.IsEmpty) return;
        var most = Math.Max(10, assessment.Signals.Max(s => Math.Abs(Finite(s.Weight.Value))));
        html.Write($"""
            <figure class="signals"><figcaption><h4>What decides it</h4>
            <p>Evidence in decibans: to the right of the line for hostile, to the left for ordinary. The sum, with the starting odds, is
            {Wording.Weight(assessment.Total.Value)}.</p></figcaption>

            """);
        foreach (var signal in assessment.Signals.Take(Shown))
            WriteBar(html, signal, most);
        if (assessment.Signals.Length > Shown)
        {
            html.Write($"""<details><summary>{Wording.Count(assessment.Signals.Length - Shown, "lighter signal", "lighter signals")}</summary>""");
            foreach (var signal in assessment.Signals.Skip(Shown).Take(ReportLimits.Default.Signals))
                WriteBar(html, signal, most);
            html.Literal("</details>");
        }
        html.Literal("</figure>\n");
    }

    private static void WriteBar(HtmlOutput html, WeighedSignal signal, double most)
    {
        var weight = Finite(signal.Weight.Value);
        var length = Math.Abs(weight) / most * 50;
        html.Write($"""
            <div class="weight"><span class="n">{Wording.Weight(signal.Weight.Value)}</span><svg aria-hidden="true" height="14"><rect class="{(weight < 0 ? "against" : "bar")}" x="{(weight < 0 ? 50 - length : 50)}%" y="2" width="{length}%" height="10"/><line class="one" x1="50%" x2="50%" y1="0" y2="14"/></svg><span>{signal.Line:320}</span></div>

            """);
    }

    private static double Finite(double value) => double.IsFinite(value) ? value : 0;
}
