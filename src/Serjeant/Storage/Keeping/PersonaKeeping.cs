using Serjeant.Retention;
using Serjeant.Storage.Records;
using Serjeant.Storage.Tables;
using Serjeant.Values;

namespace Serjeant.Storage.Keeping;

/// <summary>Forgets what others told us: with the message told of, with the person it names, and reports when their time is over.</summary>
internal sealed class PersonaKeeping(Database database, Sealing texts) : IForgetful
{
    public string Topic => "reports";

    public long Expire(DateTimeOffset before, bool dryRun)
    {
        // Rows whose time is not known go by nothing else; they are kept as long as the newest.
        using var old = database.Prepare($"{(dryRun ? "SELECT count(*)" : "DELETE")} FROM spoof WHERE ended<?");
        old.Bind(1, before.UtcTicks);
        if (dryRun)
        {
            old.Step();
            var count = old.Number(0);
            old.Reset();
            return count;
        }
        old.Run();
        return database.Changes;
    }

    public void Lapse(IReadOnlyList<Sha256> messages)
    {
        foreach (var id in messages)
            foreach (var table in (string[])["testimony", "guise"]) Delete(table, "message", id.ToArray());
    }

    public long Forget(PersonSelection person, IReadOnlyList<Sha256> unmasked)
    {
        var count = 0L;
        foreach (var id in unmasked) count += Delete("guise", "message", id.ToArray());
        count += DeleteRows("decision", ["person", "address"], "", opened => (person.Id.Length > 0 && opened[0] == person.Id) || IsAddress(opened[1]));
        count += DeleteRows("testimony", ["told_by", "forwarder"], "message", opened => opened.Any(IsAddress));
        return count;

        bool IsAddress(string text) => EmailAddress.TryParse(text, out var address) && person.HasAddress(address.Key);
    }

    private long Delete(string table, string column, byte[] value)
    {
        using var delete = database.Prepare($"DELETE FROM {table} WHERE {column}=?");
        delete.Bind(1, value).Run();
        return database.Changes;
    }

    private long DeleteRows(string table, string[] columns, string about, Func<string[], bool> chosen)
    {
        var rows = new List<long>();
        using (var read = database.Prepare($"SELECT id, {(about.Length == 0 ? "x''" : about)}, {string.Join(", ", columns)} FROM {table}"))
            while (read.Step())
            {
                var row = about.Length == 0 ? table : $"{table} {new Sha256(read.Blob(1))}";
                if (chosen([.. Enumerable.Range(2, columns.Length).Select(i => PersonaTables.Open(texts, read.Text(i), row))])) rows.Add(read.Number(0));
            }
        using var delete = database.Prepare($"DELETE FROM {table} WHERE id=?");
        foreach (var id in rows) delete.Bind(1, id).Run();
        return rows.Count;
    }
}
