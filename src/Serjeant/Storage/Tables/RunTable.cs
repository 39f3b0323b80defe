using Serjeant.Storage.Index;

namespace Serjeant.Storage.Tables;

/// <summary>The manifest: which files of the index count.</summary>
internal static class RunTable
{
    public static List<RunInfo> Read(Database database)
    {
        var runs = new List<RunInfo>();
        using var statement = database.Prepare("SELECT number, length, postings, checksum FROM run ORDER BY number");
        while (statement.Step()) runs.Add(new(statement.Number(0), statement.Number(1), statement.Number(2), (ulong)statement.Number(3)));
        return runs;
    }

    public static void Add(Database database, RunInfo run)
    {
        using var statement = database.Prepare("INSERT OR REPLACE INTO run(number, length, postings, checksum) VALUES(?,?,?,?)");
        statement.Bind(1, run.Number).Bind(2, run.Length).Bind(3, run.Postings).Bind(4, (long)run.Checksum).Run();
    }

    public static void Remove(Database database, RunInfo run)
    {
        using var statement = database.Prepare("DELETE FROM run WHERE number=?");
        statement.Bind(1, run.Number).Run();
    }
}
