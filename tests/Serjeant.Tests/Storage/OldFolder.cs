using System.Text;
using Microsoft.Data.Sqlite;
using Serjeant.Storage;
using Serjeant.Storage.Records;

namespace Serjeant.Tests.Storage;

/// <summary>A data folder as an older version wrote it: records in clear.</summary>
internal static class OldFolder
{
    /// <summary>Message number 1, with that subject, in the tables that the steps make.</summary>
    public static void Make(TemporaryFolder folder, string[] steps, string subject, int messages = 1)
    {
        using var connection = new SqliteConnection($"Data Source={folder.File("serjeant.db")};Pooling=False");
        connection.Open();
        var (head, rest) = (new BlobWriter(), new BlobWriter());
        Run(connection, string.Concat(steps) + $"PRAGMA application_id={Schema.ApplicationId}; PRAGMA user_version={steps.Length}");
        Run(connection, "BEGIN");
        for (var i = 1; i <= messages; i++)
        {
            var message = KeptMessages.Numbered(i, subject);
            MessageEncoding.WriteHead(head, message);
            MessageEncoding.WriteRest(rest, message);
            Run(connection, "INSERT INTO message(key, date, reading, head, rest) VALUES($k, $d, 1, $h, $r)", ("$k", Key(message.Id)), ("$d", message.Date!.Value.UtcTicks), ("$h", head.Written.ToArray()), ("$r", rest.Written.ToArray()));
        }
        Run(connection, "COMMIT");
    }

    public static void Run(SqliteConnection connection, string sql, params (string Name, object Value)[] values)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Only texts of these tests come here.
        command.CommandText = sql;
#pragma warning restore CA2100
        foreach (var (name, value) in values) command.Parameters.AddWithValue(name, value);
        command.ExecuteNonQuery();
    }

    /// <summary>Whether any file of the folder holds the text, as UTF-8 or UTF-16, in letters of any case.</summary>
    public static bool Holds(TemporaryFolder folder, params string[] texts) => Holding(folder.Path, texts).Any();

    /// <summary>Which texts stand in which files.</summary>
    public static IEnumerable<string> Holding(string folder, IReadOnlyCollection<string> texts)
    {
        foreach (var file in Directory.GetFiles(folder, "*", SearchOption.AllDirectories))
        {
            var bytes = Bytes(file);
            var (utf8, utf16) = (Encoding.Latin1.GetString(bytes).ToLowerInvariant(), Encoding.Unicode.GetString(bytes).ToLowerInvariant());
            foreach (var text in texts)
                if (utf8.Contains(Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(text.ToLowerInvariant())).ToLowerInvariant(), StringComparison.Ordinal) || utf16.Contains(text.ToLowerInvariant(), StringComparison.Ordinal))
                    yield return $"{Path.GetFileName(file)}: {text}";
        }
    }

    private static byte[] Bytes(string file)
    {
        if (Path.GetFileName(file) == "serjeant.lock") return [];
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }

    private static long Key(Serjeant.Values.Sha256 id) => System.Buffers.Binary.BinaryPrimitives.ReadInt64BigEndian(id.ToArray()) ^ long.MinValue;
}
