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

    /// <summary>Characters of pages and scripts that may still be read.</summary>
    public int Characters { get; private set; } = limits.TextCharacters;

    public bool TakeEntry()
    {
        if (Entries <= 0) return false;
        Entries--;
        return true;
    }

    public void TakeCharacters(int count) => Characters = Math.Max(0, Characters - count);

    public void TakeBytes(long count) => Bytes = Math.Max(0, Bytes - count);
}
