using System.Net;
using Serjeant.Judgement;
using Serjeant.Personas.Unwrapping;
using Serjeant.Personas;
using Serjeant.Storage.Records;
using Serjeant.Values;

namespace Serjeant.Storage.Tables;

/// <summary>
/// What others told us, what people decided, and the roster used last. Rows are only ever added, but for guises and settings. What tells of people is
/// sealed (<see cref="Sealing"/>).
/// </summary>
internal static class PersonaTables
{
    /// <summary>Stands for a time that is not known.</summary>
    private const long NoTime = long.MaxValue;

    public static bool Add(Database database, Testimony testimony, Sealing texts)
    {
        var reporter = texts.Hash(testimony.Reporter);
        var row = $"testimony {testimony.Message}";
        using var known = database.Prepare("SELECT source, item, note FROM testimony WHERE message=? AND reporter=? ORDER BY id DESC LIMIT 1");
        Span<byte> id = stackalloc byte[Sha256.Length];
        testimony.Message.CopyTo(id);
        var added = !known.Bind(1, id).Bind(2, reporter).Step();
        if (!added && known.Text(0) == testimony.Grade.Source.ToString() && known.Number(1) == testimony.Grade.Item && Open(texts, known.Text(2), row) == testimony.Note) return false;
        known.Reset();
        using var insert = database.Prepare("INSERT INTO testimony(message, reporter, carrier, form, told_by, source, item, note, forwarder, received, entered, entered_by) VALUES(?,?,?,?,?,?,?,?,?,?,?,?)");
        insert.Bind(1, id).Bind(2, reporter);
        testimony.Carrier.CopyTo(id);
        insert.Bind(3, id).Bind(4, (int)testimony.Form).Bind(5, texts.Seal(testimony.By, row)).Bind(6, testimony.Grade.Source.ToString()).Bind(7, testimony.Grade.Item)
            .Bind(8, texts.Seal(testimony.Note, row)).Bind(9, texts.Seal(testimony.Forwarder, row)).Bind(10, Ticks(testimony.Received)).Bind(11, testimony.Entered.UtcTicks).Bind(12, texts.Seal(testimony.EnteredBy, row)).Run();
        return added;
    }

    public static List<Testimony> ReadTestimonies(Database database, Sealing texts)
    {
        using var statement = database.Prepare("SELECT message, carrier, form, told_by, source, item, note, forwarder, received, entered, entered_by FROM testimony ORDER BY id");
        var read = new List<Testimony>();
        var places = new Dictionary<(Sha256, string), int>();
        while (statement.Step())
        {
            if (statement.Blob(0).Length != Sha256.Length || statement.Blob(1).Length != Sha256.Length || !Grade.TryParse($"{statement.Text(4)}{statement.Number(5)}", out var grade))
                throw SqliteFailure.Damaged(new InvalidDataException("A testimony is damaged."));
            var row = $"testimony {new Sha256(statement.Blob(0))}";
            var testimony = new Testimony
            {
                Message = new(statement.Blob(0)),
                Carrier = new(statement.Blob(1)),
                Form = (LayerForm)statement.Number(2),
                By = Open(texts, statement.Text(3), row),
                Grade = grade,
                Note = Open(texts, statement.Text(6), row),
                Forwarder = Open(texts, statement.Text(7), row),
                Received = Time(statement.Number(8)),
                Entered = Time(statement.Number(9)) ?? DateTimeOffset.MinValue,
                EnteredBy = Open(texts, statement.Text(10), row),
            };
            if (places.TryAdd((testimony.Message, testimony.Reporter), read.Count)) read.Add(testimony);
            else read[places[(testimony.Message, testimony.Reporter)]] = testimony;
        }
        return read;
    }

    public static void Add(Database database, Guise guise, Sealing texts)
    {
        using var insert = database.Prepare("INSERT OR REPLACE INTO guise(message, signature, claims) VALUES(?,?,?)");
        Span<byte> id = stackalloc byte[Sha256.Length];
        guise.Message.CopyTo(id);
        insert.Bind(1, id).Bind(2, texts.Seal(guise.Signature, $"guise {guise.Message}")).Bind(3, string.Join('\n', guise.Claims)).Run();
    }

    public static List<Guise> ReadGuises(Database database, Sealing texts)
    {
        using var statement = database.Prepare("SELECT message, signature, claims FROM guise ORDER BY message");
        var read = new List<Guise>();
        while (statement.Step())
            if (statement.Blob(0).Length == Sha256.Length)
                read.Add(new(new(statement.Blob(0)), Open(texts, statement.Text(1), $"guise {new Sha256(statement.Blob(0))}"), [.. statement.Text(2).Split('\n', StringSplitOptions.RemoveEmptyEntries)]));
        return read;
    }

    public static bool Add(Database database, SpoofedRow row)
    {
        using var insert = database.Prepare("INSERT INTO spoof(reporter, report, domain, source, count, disposition, reason, began, ended, carrier) VALUES(?,?,?,?,?,?,?,?,?,?) ON CONFLICT DO NOTHING");
        Span<byte> carrier = stackalloc byte[Sha256.Length];
        row.Carrier.CopyTo(carrier);
        insert.Bind(1, row.Reporter).Bind(2, row.Report).Bind(3, row.Domain.Name).Bind(4, row.Source?.ToString() ?? "").Bind(5, row.Count).Bind(6, row.Disposition)
            .Bind(7, row.Reason).Bind(8, Ticks(row.Begin)).Bind(9, Ticks(row.End)).Bind(10, carrier).Run();
        return database.Changes == 1;
    }

    public static List<SpoofedRow> ReadSpoofed(Database database)
    {
        using var statement = database.Prepare("SELECT reporter, report, domain, source, count, disposition, reason, began, ended, carrier FROM spoof ORDER BY id");
        var read = new List<SpoofedRow>();
        while (statement.Step())
        {
            if (!DomainName.TryParse(statement.Text(2), out var domain) || statement.Blob(9).Length != Sha256.Length) continue;
            _ = IPAddress.TryParse(statement.Text(3), out var source);
            read.Add(new(statement.Text(0), statement.Text(1), domain, source, statement.Number(4), statement.Text(5), statement.Text(6), Time(statement.Number(7)), Time(statement.Number(8)), new(statement.Blob(9))));
        }
        return read;
    }

    public static void Add(Database database, AddressDecision decision, Sealing texts)
    {
        using var insert = database.Prepare("INSERT INTO decision(person, address, allowed, decided_by, reason, at) VALUES(?,?,?,?,?,?)");
        insert.Bind(1, texts.Seal(decision.Person, "decision")).Bind(2, texts.Seal(decision.Address.ToString(), "decision")).Bind(3, decision.Allowed ? 1 : 0).Bind(4, texts.Seal(decision.By, "decision")).Bind(5, texts.Seal(decision.Reason, "decision")).Bind(6, decision.At.UtcTicks).Run();
    }

    public static List<AddressDecision> ReadDecisions(Database database, Sealing texts)
    {
        using var statement = database.Prepare("SELECT person, address, allowed, decided_by, reason, at FROM decision ORDER BY id");
        var read = new List<AddressDecision>();
        while (statement.Step())
        {
            // A decision that cannot be read must not be passed over in silence: it would let in, or shut out, an address.
            if (!EmailAddress.TryParse(Open(texts, statement.Text(1), "decision"), out var address)) throw SqliteFailure.Damaged(new InvalidDataException("A decision is damaged."));
            read.Add(new(Open(texts, statement.Text(0), "decision"), address, statement.Number(2) != 0, Open(texts, statement.Text(3), "decision"), Open(texts, statement.Text(4), "decision"), Time(statement.Number(5)) ?? DateTimeOffset.MinValue));
        }
        return read;
    }

    public static void NoteRoster(Database database, string path)
    {
        using var note = database.Prepare("INSERT OR REPLACE INTO setting(name, value) VALUES('roster',?)");
        note.Bind(1, path).Run();
    }

    public static string? ReadRoster(Database database)
    {
        using var statement = database.Prepare("SELECT value FROM setting WHERE name='roster'");
        return statement.Step() ? statement.Text(0) : null;
    }

    /// <summary>Seals what an older version kept in clear.</summary>
    /// <returns>Whether there was any.</returns>
    public static bool SealOld(Database database, Sealing texts)
    {
        var any = database.Ask("SELECT (SELECT count(*) FROM testimony) + (SELECT count(*) FROM guise) + (SELECT count(*) FROM decision)") > 0;
        foreach (var (table, columns, about) in Sealed) Change(database, table, columns, about, (text, row) => texts.Seal(text, row));
        Change(database, "testimony", ["reporter"], "", (text, _) => texts.Hash(text));
        return any;
    }

    /// <summary>Brings all under the current key.</summary>
    public static void Reseal(Database database, Sealing texts)
    {
        foreach (var (table, columns, about) in Sealed) Change(database, table, columns, about, (text, row) => texts.Seal(Open(texts, text, row), row));
        foreach (var testimony in ReadTestimonies(database, texts))
        {
            using var rename = database.Prepare("UPDATE testimony SET reporter=? WHERE message=? AND reporter=?");
            foreach (var old in texts.Hashes(testimony.Reporter)) rename.Bind(1, texts.Hash(testimony.Reporter)).Bind(2, testimony.Message.ToArray()).Bind(3, old).Run();
        }
    }

    public static string Open(Sealing texts, string text, string row)
    {
        try
        {
            return texts.Open(text, row);
        }
        catch (InvalidDataException e)
        {
            throw SqliteFailure.Damaged(e);
        }
    }

    /// <summary>Tables with the columns that are sealed, and what each is bound to.</summary>
    private static readonly (string Table, string[] Columns, string About)[] Sealed =
    [
        ("testimony", ["told_by", "note", "forwarder", "entered_by"], "message"),
        ("guise", ["signature"], "message"),
        ("decision", ["person", "address", "decided_by", "reason"], ""),
    ];

    private static void Change(Database database, string table, string[] columns, string about, Func<string, string, string> change)
    {
        var key = about.Length == 0 || table == "testimony" ? "id" : about;
        var rows = new List<(byte[] Key, long Number, string Row, string[] Texts)>();
        using (var read = database.Prepare($"SELECT {key}, {(about.Length == 0 ? "x''" : about)}, {string.Join(", ", columns)} FROM {table}"))
            while (read.Step())
            {
                var row = about.Length == 0 ? table : read.Blob(1).Length == Sha256.Length ? $"{table} {new Sha256(read.Blob(1))}" : throw SqliteFailure.Damaged(new InvalidDataException("A row is damaged."));
                rows.Add((key == "id" ? [] : read.Blob(0).ToArray(), key == "id" ? read.Number(0) : 0, row, [.. Enumerable.Range(2, columns.Length).Select(read.Text)]));
            }
        using var write = database.Prepare($"UPDATE {table} SET {string.Join(", ", columns.Select(c => c + "=?"))} WHERE {key}=?");
        foreach (var (bytes, number, row, texts) in rows)
        {
            for (var i = 0; i < texts.Length; i++) write.Bind(i + 1, change(texts[i], row));
            if (key == "id") write.Bind(texts.Length + 1, number).Run();
            else write.Bind(texts.Length + 1, bytes).Run();
        }
    }

    private static long Ticks(DateTimeOffset? time) => time?.UtcTicks ?? NoTime;

    private static DateTimeOffset? Time(long ticks) => ticks >= 0 && ticks <= DateTimeOffset.MaxValue.UtcTicks ? new DateTimeOffset(ticks, TimeSpan.Zero) : null;
}
