using Serjeant.Values;

namespace Serjeant.Facts.Bulk;

/// <summary>Words in subjects of bounces and automatic answers (data/bulk/subjects.txt).</summary>
internal static class Subjects
{
    private static readonly Lazy<(string[] Bounce, string[] Reply)> Words = new(Read);

    public static bool IsBounce(string subject) => HasAny(subject, Words.Value.Bounce);

    /// <summary>An answer to an automatic answer is none.</summary>
    public static bool IsReply(string subject) => !subject.StartsWith("Re:", StringComparison.OrdinalIgnoreCase) && HasAny(subject, Words.Value.Reply);

    private static bool HasAny(string subject, string[] words)
    {
        var text = subject.AsSpan(0, Math.Min(subject.Length, 200));
        foreach (var word in words)
            if (text.Contains(word, StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }

    private static (string[] Bounce, string[] Reply) Read()
    {
        List<string> bounce = [], reply = [];
        foreach (var line in ShippedData.ReadLines("bulk/subjects.txt"))
        {
            if (line.StartsWith("bounce: ", StringComparison.Ordinal)) bounce.Add(line[8..]);
            else if (line.StartsWith("reply: ", StringComparison.Ordinal)) reply.Add(line[7..]);
        }
        return ([.. bounce], [.. reply]);
    }
}
