namespace Serjeant.Storage.Tables;

/// <summary>The files of a scan in the order in which it met them, as ranges of their rows.</summary>
internal sealed class VisitTable(Database database) : IDisposable
{
    private readonly Statement _put = database.Prepare("INSERT OR REPLACE INTO visit(turn, first, files) VALUES(?,?,?)");
    private readonly Statement _find = database.Prepare("SELECT first, files FROM visit WHERE first<=? ORDER BY first DESC LIMIT 1");
    private long _turn, _first, _files;
    private bool _changed;

    public void Begin()
    {
        database.Execute("DELETE FROM visit");
        (_turn, _first, _files, _changed) = (0, 0, 0, false);
    }

    public bool Has(long file)
    {
        if (_files > 0 && file >= _first && file < _first + _files) return true;
        if (!_find.Bind(1, file).Step()) return false;
        var end = _find.Number(0) + _find.Number(1);
        _find.Reset();
        return file < end;
    }

    public void Add(long file)
    {
        if (_files == 0 || file != _first + _files)
        {
            Flush();
            (_turn, _first, _files) = (_turn + 1, file, 0);
        }
        _files++;
        _changed = true;
    }

    public void Flush()
    {
        if (!_changed) return;
        _put.Bind(1, _turn).Bind(2, _first).Bind(3, _files).Run();
        _changed = false;
    }

    public void Dispose()
    {
        _put.Dispose();
        _find.Dispose();
    }
}
