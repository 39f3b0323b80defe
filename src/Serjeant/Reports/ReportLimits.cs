namespace Serjeant.Reports;

/// <summary>How much a report for people shows before it says "and n more". The JSON lines hold everything.</summary>
public sealed record ReportLimits
{
    public static ReportLimits Default { get; } = new();

    /// <summary>Campaigns with a section of their own: nobody reads more than that at a sitting; the others get a line in a table.</summary>
    public int Campaigns { get; init; } = 30;

    /// <summary>Messages with evidence in one campaign, the weightiest.</summary>
    public int MessagesPerCampaign { get; init; } = 100;

    /// <summary>Messages with evidence outside campaigns, the weightiest.</summary>
    public int Messages { get; init; } = 300;

    /// <summary>Signals in the evidence of one message, the weightiest.</summary>
    public int Signals { get; init; } = 16;

    /// <summary>Rows of any other table (mailings, unreadable places, further campaigns).</summary>
    public int Rows { get; init; } = 200;

    /// <summary>Bytes after which evidence is left out, so that a page stays one that a phone opens and a mailbox takes.</summary>
    public long Bytes { get; init; } = 3_500_000;
}
