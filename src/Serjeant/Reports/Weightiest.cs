namespace Serjeant.Reports;

/// <summary>Keeps the messages with the most evidence against them, and counts all.</summary>
internal sealed class Weightiest(int kept)
{
    private readonly PriorityQueue<JudgedMessage, (double Total, long Order)> _heap = new();

    public long Count { get; private set; }

    public void Add(JudgedMessage judged)
    {
        // Of equals the earlier stays: the order is part of the key, so that the same scan always gives the same page.
        var key = (judged.Assessment.Total.Value, -Count++);
        if (_heap.Count < kept) _heap.Enqueue(judged, key);
        else if (kept > 0) _heap.EnqueueDequeue(judged, key);
    }

    /// <summary>Those kept, the weightiest first.</summary>
    public IReadOnlyList<JudgedMessage> ByWeight() =>
        [.. _heap.UnorderedItems.OrderByDescending(i => i.Priority).Select(i => i.Element)];

    /// <summary>Those kept, in the order of their dates, undated last.</summary>
    public IReadOnlyList<JudgedMessage> ByDate() =>
        [.. ByWeight().OrderBy(m => m.Message.Date ?? DateTimeOffset.MaxValue)];
}
