namespace Serjeant.Facts.Attachments;

/// <summary>
/// What may still be unpacked and listed for one message; all its attachments, at every level of nesting, draw on the same
/// one, so that many small bombs are bounded like a large one. One message, one thread.
/// </summary>
internal sealed class AttachmentBudget(FactsLimits limits)
{
    /// <summary>Entries of archives that may still be listed.</summary>
    public int Entries { get; private set; } = limits.ArchiveEntries;

    /// <summary>Bytes that may still be unpacked.</summary>
    public long Bytes { get; private set; } = limits.ArchiveBytes;

    public bool TakeEntry()
    {
        if (Entries <= 0) return false;
        Entries--;
        return true;
    }

    public void TakeBytes(long count) => Bytes = Math.Max(0, Bytes - count);
}
