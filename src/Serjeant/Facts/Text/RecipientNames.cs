using System.Collections.Immutable;
using System.Text;

namespace Serjeant.Facts.Text;

/// <summary>The words that a mailing puts in for each reader: what To and Cc call him, and his mailbox's name.</summary>
internal static class RecipientNames
{
    // A mail that goes to more at once greets none of them by name; a word of two letters is any word.
    private const int MostMailboxes = 16, MostLetters = 80, LeastLetters = 3;

    /// <summary>Hashes of the words, as <see cref="Words"/> makes them.</summary>
    public static void Read(RecipientFacts recipients, Words words, HashSet<ulong> names)
    {
        names.Clear();
        if (recipients.To.Length + recipients.Cc.Length > MostMailboxes) return;
        var text = new StringBuilder();
        Add(text, recipients.To);
        Add(text, recipients.Cc);
        foreach (var address in recipients.Delivered.AsSpan(0, Math.Min(recipients.Delivered.Length, MostMailboxes))) Add(text, address.Local);
        words.Read(text.ToString());
        foreach (var word in words.Hashes) names.Add(word);
    }

    private static void Add(StringBuilder text, ImmutableArray<Mailbox> mailboxes)
    {
        foreach (var mailbox in mailboxes)
        {
            Add(text, mailbox.DisplayName);
            if (mailbox.Address is { } address) Add(text, address.Local);
        }
    }

    private static void Add(StringBuilder text, string name)
    {
        var cut = name.AsSpan(0, Math.Min(name.Length, MostLetters));
        foreach (var range in cut.SplitAny(' ', '.', '-', '_', ',', '+', '@', '(', ')'))
            if (cut[range].Length >= LeastLetters) text.Append(cut[range]).Append(' ');
    }
}
