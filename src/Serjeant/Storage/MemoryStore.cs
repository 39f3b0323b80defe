using Serjeant.Campaigns;
using Serjeant.Sources;
using Serjeant.Values;

namespace Serjeant.Storage;

/// <summary>
/// Keeps everything in memory, for tests and measurements: it grows with the number of messages, and what was added is seen at once,
/// committed or not. Scans, of standard input too, go to <see cref="SqliteStore"/>.
/// </summary>
public sealed partial class MemoryStore : IFlowStore
{
    private readonly Lock _gate = new();
    private readonly Dictionary<Sha256, (KeptMessage Message, long Reading)> _messages = [];
    private readonly Dictionary<string, StoredFile> _files = new(StringComparer.Ordinal);
    private readonly List<StoredFile> _visits = [];
    private readonly List<(string Old, string Into, DateTimeOffset At)> _merges = [];
    private Dictionary<Sha256, string> _membership = [];
    private string _fingerprint = "";
    private long _scan, _reading;

    public long BeginScan(string fingerprint)
    {
        lock (_gate)
        {
            if (_scan == 0 || fingerprint != _fingerprint) _reading++;
            _fingerprint = fingerprint;
            _visits.Clear();
            return ++_scan;
        }
    }

    public bool Add(MessagePlace place, KeptMessage message)
    {
        lock (_gate)
        {
            Visit(place.Source).Sightings[place.Ordinal] = (place, message.Id);
            if (_dropped.Contains(message.Id) || _parted.Contains(message.Id)) return false;
            var kept = _messages.TryGetValue(message.Id, out var before);
            if (!kept || before.Reading != _reading) _messages[message.Id] = (message, _reading);
            _kept.TryAdd(message.Id, Today);
            return !kept;
        }
    }

    public void Add(Unreadable unreadable)
    {
        lock (_gate) Visit(unreadable.Place.Source).Unreadable[(unreadable.Place.Ordinal, unreadable.Place.Offset)] = unreadable;
    }

    public void Save(SourceProgress progress)
    {
        lock (_gate) Visit(progress.File.Path).Progress = progress;
    }

    public SourceProgress? Find(SourceFile file)
    {
        lock (_gate)
        {
            if (_scan == 0) throw NoScan();
            if (file.Path == SourceFile.StandardInput || !_files.TryGetValue(file.Path, out var stored)) return null;
            if (stored.Reading != _reading || stored.Progress is not { } progress) return null;
            if (progress.File.Length != file.Length || progress.File.Modified != file.Modified) return null;
            stored.FoundBy = _scan;
            return progress with { File = file };
        }
    }

    public void Recall(SourceFile file)
    {
        lock (_gate)
        {
            if (Find(file) is not { Complete: true }) throw new InvalidOperationException("Only a file that was read whole and has not changed can be recalled.");
            Visit(file.Path);
        }
    }

    public Task CommitAsync(CancellationToken cancellation) => Task.CompletedTask;

    public long CountMessages()
    {
        lock (_gate) return _messages.Count;
    }

    public KeptMessage? Find(Sha256 message)
    {
        lock (_gate) return _messages.TryGetValue(message, out var kept) ? kept.Message : null;
    }

    public IEnumerable<KeptMessage> ReadAll()
    {
        lock (_gate) return [.. _messages.Values.Select(kept => kept.Message).OrderBy(message => message.Date ?? DateTimeOffset.MaxValue).ThenBy(message => message.Date is null).ThenBy(message => message.Id)];
    }

    public IEnumerable<(MessagePlace Place, KeptMessage Message)> ReadScan()
    {
        lock (_gate) return [.. _visits.SelectMany(file => file.Sightings.Values).Where(sighting => _messages.ContainsKey(sighting.Message)).Select(sighting => (sighting.Place, _messages[sighting.Message].Message))];
    }

    public long CountDropped()
    {
        lock (_gate) return _visits.SelectMany(file => file.Sightings.Values).LongCount(sighting => !_messages.ContainsKey(sighting.Message));
    }

    public IEnumerable<Unreadable> ReadUnreadable()
    {
        lock (_gate) return [.. _visits.SelectMany(file => file.Unreadable.Values)];
    }

    public IReadOnlyDictionary<Sha256, string> ReadMembership()
    {
        lock (_gate)
        {
            var all = new Dictionary<Sha256, string>(_former);
            foreach (var (message, campaign) in _membership) all[message] = campaign;
            return all;
        }
    }

    public IReadOnlyList<(string Old, string Into, DateTimeOffset At)> ReadMerges()
    {
        lock (_gate) return [.. _merges];
    }

    public void Save(IEnumerable<(string Campaign, Sha256 Message)> membership, IEnumerable<(string Old, string Into)> merges, DateTimeOffset at)
    {
        lock (_gate)
        {
            var members = new Dictionary<Sha256, string>();
            foreach (var (campaign, message) in membership) members[message] = campaign;
            _membership = members;
            foreach (var (old, into) in merges)
            {
                foreach (var message in _former.Where(m => m.Value == old).Select(m => m.Key).ToList()) _former[message] = into;
                foreach (var standing in _standings.Values.Where(s => s.Campaign == old && _dropped.Contains(s.Message)).ToList()) _standings[standing.Message] = standing with { Campaign = into };
                if (!_merges.Exists(merge => merge.Old == old && merge.Into == into)) _merges.Add((old, into, at.ToUniversalTime()));
            }
        }
    }

    public void Dispose()
    {
        // Nothing is held but memory.
    }

    private StoredFile Visit(string path)
    {
        if (_scan == 0) throw NoScan();
        if (!_files.TryGetValue(path, out var file)) _files[path] = file = new() { Reading = _reading };
        if (file.VisitedBy == _scan) return file;
        file.VisitedBy = _scan;
        _visits.Add(file);
        if (file.FoundBy == _scan) return file;
        file.Reading = _reading;
        file.Progress = null;
        file.Sightings.Clear();
        file.Unreadable.Clear();
        return file;
    }

    private static InvalidOperationException NoScan() => new("Begin a scan first.");

    private sealed class StoredFile
    {
        public SortedDictionary<int, (MessagePlace Place, Sha256 Message)> Sightings { get; } = [];

        public SortedDictionary<(int Ordinal, long Offset), Unreadable> Unreadable { get; } = [];

        public SourceProgress? Progress { get; set; }

        public long Reading { get; set; }

        public long FoundBy { get; set; }

        public long VisitedBy { get; set; }
    }
}
