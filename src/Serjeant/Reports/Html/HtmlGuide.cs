namespace Serjeant.Reports.Html;

/// <summary>How to read the page, for somebody who has never seen one.</summary>
internal static class HtmlGuide
{
    public static void Write(HtmlOutput html) => html.Literal("""
        <section id="guide"><h2>How to read this</h2>
        <dl class="guide">
        <dt>Who decides</dt><dd>The machine proposes and shows why; people decide. Before anybody outside is told, two people should have
        read the evidence on the messages themselves.</dd>
        <dt>Decibans</dt><dd>A unit of evidence: 10 decibans mean that what was seen is ten times likelier in hostile mail than in ordinary
        mail, 20 a hundred times; 3 are about twice. Below zero they speak for ordinary mail. They add up: every judgement here is the sum
        of the lines beneath it. Of signals that say the same thing, only the strongest counts in full.</dd>
        <dt>Words of likelihood</dt><dd>Remote chance: up to 5 per cent. Highly unlikely: 10 to 20. Unlikely: 25 to 35. Realistic
        possibility: 40 to under 50. Likely: 55 to 75. Highly likely: 80 to 90. Almost certain: 95 and above. A figure that falls between
        two words is called by both. It is the likelihood that the mail is hostile; who may be behind it, this report does not say.</dd>
        <dt>Times the odds, and q</dt><dd>&#8220;58 times the odds (21 to 160)&#8221; compares the odds of being targeted with the attribute
        and without; the true figure lies between those in brackets in 95 of 100 such cases. q is the share of such findings that would be
        mere chance: 0.05 is weak, 1e-19 (a nought, a point and eighteen noughts before the one) leaves no room for chance. Chance is not
        the only innocent cause: a newsletter of an alliance goes to that alliance.</dd>
        <dt>Tokens and calls</dt><dd>A message can make the reader&#8217;s machine call an address as soon as it is opened, unless the mail
        program blocks remote pictures. With a token made for the recipient, that call tells who opened it, when, and from which network
        and device. Most newsletters do this too: what counts is who does it, to whom, and how it is hidden.</dd>
        <dt>Whose name is worn</dt><dd>On the left what the roster knows of the person or body, on the right what the mail shows. Marks and
        the lines beneath say which letters differ; where letters only look alike, they are named. A namesake, or a person who writes
        from a mailbox that the roster lacks, can look the same: ask the person, by a way that the mail did not name.</dd>
        <dt>Limits</dt><dd>The scan saw copies of mail, not the mailboxes: it cannot tell who opened a message or what was called. It
        contacted nothing that any message names. People not on the roster are counted, not known. &#8220;Ordinary&#8221; means that nothing
        told against it, not that it is safe. Dates are as the receiving side noted them, in UTC.</dd>
        <dt>Safe to open</dt><dd>Addresses out of mail are written with [.] and hxxp and are never links; characters that cannot be
        seen are written out, as in &lt;U+202E&gt;. The page loads nothing and runs nothing.</dd>
        </dl></section>

        """);
}
