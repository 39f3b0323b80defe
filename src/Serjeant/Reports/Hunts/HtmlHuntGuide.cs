using Serjeant.Reports.Html;

namespace Serjeant.Reports.Hunts;

/// <summary>How to read a hunt's page, and what is on record of it.</summary>
internal static class HtmlHuntGuide
{
    public static void Write(HtmlOutput html, HuntReport report)
    {
        html.Literal("""
            <section id="guide"><h2>How to read this</h2>
            <dl class="guide">
            <dt>Found</dt><dd>Messages that have what the tip names: an address, a host, a URL, a file. A tip may be wrong, and a host may have had another
            owner then: look at the mail before anybody is told.</dd>
            <dt>Same campaign</dt><dd>Messages that have nothing of what was sought, and belong together with those that have. Why they belong together, the
            report of the scan shows.</dd>
            <dt>Exposure</dt><dd>What the sender can have learned. <b>Leaked</b>: what the mail calls was fetched from our network or by a client of that person.
            <b>Proxied</b>: a mail service fetched it, as most do when a mail is opened. <b>Pre-fetched</b>: a service that fetches everything fetched it, so
            that nobody can tell. <b>Not seen</b>: we have that person&#8217;s logs, and it was not fetched. <b>Unknown</b>: we have no logs.</dd>
            <dt>Links everything</dt><dd>What half the world uses is in half of all mail. It is answered with a number.</dd>
            <dt>Not seen</dt><dd>Not in the mail that was scanned. What was never scanned, or was deleted, this report does not know.</dd>
            <dt>Safe to open</dt><dd>Addresses are written with [.] and hxxp and are never links; the page loads nothing and runs nothing.</dd>

            """);
        var hunt = report.Result.Hunt;
        html.Write($"""
            <dt>On record</dt><dd>{(hunt.Number > 0 ? $"Hunt {Wording.Number(hunt.Number)}" : "Not recorded: no data folder was used")}, by {hunt.By:80}, {Wording.Moment(hunt.At)}{(hunt.Reason.Length > 0 ? ": " : ".")}{hunt.Reason:300}
            {(hunt.Window.IsOpen ? "" : $" Only mail {HuntAccount.Tell(hunt.Window)}.")}{(report.Result.Gone > 0 ? $" {Wording.Count(report.Result.Gone, "message", "messages")} that had it were deleted since." : "")}</dd></dl></section>

            """);
    }
}
