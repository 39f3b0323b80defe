using Serjeant.Storage.Keeping;
using Serjeant.Storage.Keys;
using Serjeant.Storage.Tables;

namespace Serjeant.Storage.Records;

/// <summary>
/// Brings all that is kept of people under the current key: what older versions kept in clear, and what was sealed under a key that was followed by
/// another. Goes by batches, each whole or not at all; stopped, it is gone on with at the next opening or rotation.
/// </summary>
internal static class Resealing
{
    private const string SealedSetting = "sealed";

    private const int Batch = 2_000;

    /// <summary>Seals what an older version left in clear. Done once for a data folder; does nothing from then on.</summary>
    public static void SealOld(Database database, RecordSealing sealing, long today)
    {
        if (KeyTable.ReadSetting(database, SealedSetting) is not null) return;
        sealing.ReadsClear = true;
        var any = Records(database, sealing, head => !head.IsEmpty && head[0] is > (byte)RecordState.Dropped and < (byte)RecordState.Sealed);
        sealing.ReadsClear = false;
        database.Execute("BEGIN IMMEDIATE");
        using (var day = database.Prepare("UPDATE message SET kept=? WHERE kept=0")) day.Bind(1, today).Run();
        any |= PersonaTables.SealOld(database, sealing.Texts);
        using (var fingerprints = database.Prepare("UPDATE scan SET fingerprint=''")) fingerprints.Run();
        KeyTable.NoteSetting(database, SealedSetting, "1");
        database.Execute("COMMIT");
        if (any) Scrub(database);
    }

    /// <summary>Seals everything under the current key that is under another.</summary>
    public static void Renew(Database database, RecordSealing sealing)
    {
        var current = sealing.Texts.CurrentKey.ToString("x8", System.Globalization.CultureInfo.InvariantCulture);
        Records(database, sealing, head => RecordSealing.KeyOf(head) is { } key && key != current);
        database.Execute("BEGIN IMMEDIATE");
        PersonaTables.Reseal(database, sealing.Texts);
        KeepingTables.Reseal(database, sealing.Texts);
        database.Execute("COMMIT");
        Scrub(database);
    }

    /// <summary>Records under each key.</summary>
    public static Dictionary<string, long> Count(Database database)
    {
        var counts = new Dictionary<string, long>(StringComparer.Ordinal);
        using var heads = database.Prepare("SELECT head FROM message");
        while (heads.Step())
            if (RecordSealing.KeyOf(heads.Blob(0)) is { } key) counts[key] = counts.GetValueOrDefault(key) + 1;
        return counts;
    }

    /// <summary>Deleted bytes stay in SQLite's free pages and in its log until both are written anew.</summary>
    public static void Scrub(Database database)
    {
        database.Execute("VACUUM");
        database.Execute("PRAGMA wal_checkpoint(TRUNCATE)");
    }

    private delegate bool Chosen(ReadOnlySpan<byte> head);

    private static bool Records(Database database, RecordSealing sealing, Chosen isOld)
    {
        using var read = database.Prepare("SELECT id, head, rest FROM message WHERE id>? ORDER BY id");
        using var write = database.Prepare("UPDATE message SET head=?, rest=? WHERE id=?");
        var (row, any) = (0L, false);
        for (var more = true; more;)
        {
            var batch = new List<(long Row, byte[] Linking, byte[] Judging, bool Parted)>();
            read.Bind(1, row);
            while ((more = read.Step()) && batch.Count < Batch)
            {
                row = read.Number(0);
                var head = read.Blob(1);
                if (!isOld(head)) continue;
                try
                {
                    batch.Add((row, sealing.OpenHead(head).ToArray(), sealing.OpenRest(head, read.Blob(2)).ToArray(), RecordSealing.StateOf(head) == RecordState.Parted));
                }
                catch (InvalidDataException e)
                {
                    throw SqliteFailure.Damaged(e);
                }
            }
            if (more) row = batch[^1].Row;
            read.Reset();
            if (batch.Count == 0) continue;
            any = true;
            database.Execute("BEGIN IMMEDIATE");
            foreach (var (number, head, rest, parted) in batch)
            {
                sealing.Seal(head, rest, parted);
                write.Bind(1, sealing.Head).Bind(2, sealing.Rest).Bind(3, number).Run();
            }
            database.Execute("COMMIT");
        }
        return any;
    }
}
