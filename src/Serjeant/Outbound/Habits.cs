namespace Serjeant.Outbound;

/// <summary>What one mailbox or server usually does in a window of days, learned from the days before it.</summary>
internal sealed class Habits(double[] houseHours)
{
    public HourHabit Hours { get; } = new(houseHours);

    public CountHabit Messages { get; } = new();

    public CountHabit Strangers { get; } = new();

    public CountHabit Returned { get; } = new();

    /// <summary>The most recipients that one text had.</summary>
    public CountHabit OneText { get; } = new();

    public int Learned { get; private set; }

    public int LookedHostile { get; private set; }

    /// <summary>A message of a day, once.</summary>
    public void Learn(SentMail mail, int hour)
    {
        Hours.Learn(hour);
        Learned++;
        if (mail.LooksHostile) LookedHostile++;
    }

    /// <summary>A window that ended, once.</summary>
    public void Learn(SentWindow window)
    {
        Messages.Learn(window.Mails.Count);
        Strangers.Learn(window.Strangers);
        Returned.Learn(window.Returned);
        OneText.Learn(window.OneText.Reached);
    }
}
