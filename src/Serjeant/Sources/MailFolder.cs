namespace Serjeant.Sources;

/// <summary>What the names in a mail folder say, which is only ever what is no mail.</summary>
internal static class MailFolder
{
    /// <summary>The database in a data folder; a test holds it to the storage's own name for it.</summary>
    public const string DataName = "serjeant.db";

    public const string Empty = "an empty file where a message should be";

    private static readonly string[] BooksBeginWith = ["dovecot.index", "dovecot-uidlist", "dovecot-keywords", "dovecot.list.index",
        "dovecot.mailbox.log", "dovecot-uidvalidity", "cyrus.", "courierimap", ".nfs"];

    private static readonly string[] Books = ["maildirfolder", "maildirsize", "subscriptions", ".DS_Store", "Thumbs.db", "desktop.ini"];

    /// <summary>A roster of protected people: read by another step, never as mail.</summary>
    public static bool IsRoster(string name) =>
        name is "roster.yaml" or "roster.yml" || name.EndsWith(".popolo.json", StringComparison.OrdinalIgnoreCase);

    /// <summary>What mail servers and programs keep beside the mail: indexes, locks, settings. They are passed over without a word.</summary>
    public static bool IsBookkeeping(string name) =>
        Books.Contains(name, StringComparer.Ordinal)
        || BooksBeginWith.Any(start => name.StartsWith(start, StringComparison.Ordinal))
        || name.EndsWith(".msf", StringComparison.Ordinal) || name.EndsWith(".lock", StringComparison.Ordinal);

    /// <summary>
    /// Whether a file of no bytes stands where one message must be, so that a message was lost: in a Maildir's "new" or "cur", or with
    /// a message's ending. Elsewhere it is the empty mbox that mail programs leave for an empty folder.
    /// </summary>
    public static bool LostItsBytes(string path) =>
        Path.GetFileName(Path.GetDirectoryName(path)) is "new" or "cur"
        || path.EndsWith(".eml", StringComparison.OrdinalIgnoreCase);

    /// <summary>A Maildir's "tmp" holds what is being delivered, or never was.</summary>
    public static bool IsTemporary(string folder, string name) =>
        name == "tmp" && Directory.Exists(Path.Combine(folder, "new")) && Directory.Exists(Path.Combine(folder, "cur"));
}
