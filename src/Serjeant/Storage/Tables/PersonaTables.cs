using System.Net;
using Serjeant.Judgement;
using Serjeant.Personas.Unwrapping;
using Serjeant.Personas;
using Serjeant.Values;

namespace Serjeant.Storage.Tables;

/// <summary>What others told us, what people decided, and the roster used last. Rows are only ever added, but for guises and settings.</summary>
internal static class PersonaTables
{
    /// <summary>Stands for a time that is not known.</summary>
    private const long NoTime = long.MaxValue;

    public static bool Add(Database database, Testimony testimony)
    {
        using var known = database.Prepare("SELECT source, item, note FROM testimony WHERE message=? AND reporter=? ORDER BY id DESC LIMIT 1");
        Span<byte> id = stackalloc byte[Sha256.Length];
        testimony.Message.CopyTo(id);
        var added = !known.Bind(1, id).Bind(2, testimony.Reporter).Step();
        if (!added && known.Text(0) == testimony.Grade.Source.ToString() && known.Number(1) == testimony.Grade.Item && known.Text(2) == testimony.Note) return false;
        known.Reset();
        using var insert = database.Prepare("INSERT INTO testimony(message, reporter, carrier, form, told_by, source, item, note, forwarder, received, entered, entered_by) VALUES(?,?,?,?,?,?,?,?,?,?,?,?)");
        insert.Bind(1, id).Bind(2, testimony.Reporter);
        testimony.Carrier.CopyTo(id);
        insert.Bind(3, id).Bind(4, (int)testimony.Form).Bind(5, testimony.By).Bind(6, testimony.Grade.Source.ToString()).Bind(7, testimony.Grade.Item)
            .Bind(8, testimony.Note).Bind(9, testimony.Forwarder).Bind(10, Ticks(testimony.Received)).Bind(11, testimony.Entered.UtcTicks).Bind(12, testimony.EnteredBy).Run();
        return added;
    }

    public static List<Testimony> ReadTestimonies(Database database)
    {
        using var statement = database.Prepare("SELECT message, carrier, form, told_by, source, item, note, forwarder, received, entered, entered_by FROM testimony ORDER BY id");
        var read = new List<Testimony>();
        var places = new Dictionary<(Sha256, string), int>();
        while (statement.Step())
        {
            if (statement.Blob(0).Length != Sha256.Length || statement.Blob(1).Length != Sha256.Length || !Grade.TryParse($"{statement.Text(4)}{statement.Number(5)}", out var grade))
                throw SqliteFailure.Damaged(new InvalidDataException("A testimony is damaged."));
            var testimony = new Testimony
            {
                Message = new(statement.Blob(0)),
                Carrier = new(statement.Blob(1)),
                Form = (LayerForm)statement.Number(2),
                By = statement.Text(3),
                Grade = grade,
                Note = statement.Text(6),
                Forwarder = statement.Text(7),
                Received = Time(statement.Number(8)),
                Entered = Time(statement.Number(9)) ?? DateTimeOffset.MinValue,
                EnteredBy = statement.Text(10),
            };
            if (places.TryAdd((testimony.Message, testimony.Reporter), read.Count)) read.Add(testimony);
            else read[places[(testimony.Message, testimony.Reporter)]] = testimony;
        }
        return read;
    }

    public static void Add(Database database, Guise guise)
    {
        using var insert = database.Prepare("INSERT OR REPLACE INTO guise(message, signature, claims) VALUES(?,?,?)");
        Span<byte> id = stackalloc byte[Sha256.Length];
        guise.Message.CopyTo(id);
        insert.Bind(1, id).Bind(2, guise.Signature).Bind(3, string.Join('\n', guise.Claims)).Run();
    }

    public static List<Guise> ReadGuises(Database database)
    {
        using var statement = database.Prepare("SELECT message, signature, claims FROM guise ORDER BY message");
        var read = new List<Guise>();
        while (statement.Step())
            if (statement.Blob(0).Length == Sha256.Length)
                read.Add(new(new(statement.Blob(0)), statement.Text(1), [.. statement.Text(2).Split('\n', StringSplitOptions.RemoveEmptyEntries)]));
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

    public static void Add(Database database, AddressDecision decision)
    {
        using var insert = database.Prepare("INSERT INTO decision(person, address, allowed, decided_by, reason, at) VALUES(?,?,?,?,?,?)");
        insert.Bind(1, decision.Person).Bind(2, decision.Address.ToString()).Bind(3, decision.Allowed ? 1 : 0).Bind(4, decision.By).Bind(5, decision.Reason).Bind(6, decision.At.UtcTicks).Run();
    }

    public static List<AddressDecision> ReadDecisions(Database database)
    {
        using var statement = database.Prepare("SELECT person, address, allowed, decided_by, reason, at FROM decision ORDER BY id");
        var read = new List<AddressDecision>();
        while (statement.Step())
        {
            // A decision that cannot be read must not be passed over in silence: it would let in, or shut out, an address.
            if (!EmailAddress.TryParse(statement.Text(1), out var address)) throw SqliteFailure.Damaged(new InvalidDataException("A decision is damaged."));
            read.Add(new(statement.Text(0), address, statement.Number(2) != 0, statement.Text(3), statement.Text(4), Time(statement.Number(5)) ?? DateTimeOffset.MinValue));
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

    private static long Ticks(DateTimeOffset? time) => time?.UtcTicks ?? NoTime;

    private static DateTimeOffset? Time(long ticks) => ticks >= 0 && ticks <= DateTimeOffset.MaxValue.UtcTicks ? new DateTimeOffset(ticks, TimeSpan.Zero) : null;
}
