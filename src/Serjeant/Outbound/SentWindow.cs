namespace Serjeant.Outbound;

/// <summary>What one mailbox or server sent in some days together.</summary>
internal sealed class SentWindow
{
    private (long Text, int Reached)? _oneText;

    public SentWindow(IReadOnlyList<SentMail> mails, int returned)
    {
        Mails = mails;
        Returned = returned;
        foreach (var mail in mails) Strangers += mail.Strangers;
    }

    public IReadOnlyList<SentMail> Mails { get; }

    /// <summary>Messages to strangers, counted once for each of them.</summary>
    public int Strangers { get; }

    /// <summary>Mail that came back.</summary>
    public int Returned { get; }

    public long Start => Mails[0].Ticks;

    /// <summary>The text that went to the most recipients, and to how many.</summary>
    public (long Text, int Reached) OneText
    {
        get
        {
            if (_oneText is { } known) return known;
            var reached = new Dictionary<long, int>();
            foreach (var mail in Mails)
                foreach (var text in mail.Texts) reached[text] = reached.GetValueOrDefault(text) + mail.Reached;
            // In the order of the hashes where several reach as many, so that the same mail gives the same answer.
            var most = reached.Count == 0 ? default : reached.MaxBy(t => (t.Value, t.Key));
            _oneText = (most.Key, most.Value);
            return _oneText.Value;
        }
    }
}
