using Serjeant.Hunts;
using Serjeant.Hunts.Watches;
using Serjeant.Judgement;
using Serjeant.Values;

namespace Serjeant.Storage;

public sealed partial class MemoryStore
{
    private readonly List<Hunt> _hunts = [];
    private readonly List<Watch> _watches = [];
    private readonly List<WatchSighting> _sightings = [];
    private readonly HashSet<SelectorKey> _hunted = [];
    private readonly Dictionary<string, CampaignNote> _notes = new(StringComparer.Ordinal);

    public long Record(Hunt hunt)
    {
        lock (_gate)
        {
            _hunts.Add(hunt with { Number = _hunts.Count + 1, At = hunt.At.ToUniversalTime() });
            return _hunts.Count;
        }
    }

    public bool NeedsReason { get; private set; } = true;

    public void RequireReason(bool needed) => NeedsReason = needed;

    public IReadOnlyList<Hunt> ReadHunts()
    {
        lock (_gate) return [.. _hunts];
    }

    public long Add(Watch watch)
    {
        lock (_gate)
        {
            _watches.Add(watch with { Number = _watches.Count + 1, Since = watch.Since.ToUniversalTime() });
            return _watches.Count;
        }
    }

    public bool EndWatch(long number, string by, DateTimeOffset at)
    {
        lock (_gate)
        {
            var place = _watches.FindIndex(w => w.Number == number && w.Ended is null);
            if (place < 0) return false;
            _watches[place] = _watches[place] with { Ended = at.ToUniversalTime(), EndedBy = by, Tips = [] };
            _sightings.RemoveAll(s => s.Watch == number);
            return true;
        }
    }

    public IReadOnlyList<Watch> ReadWatches()
    {
        lock (_gate) return [.. _watches];
    }

    public bool Add(WatchSighting sighting)
    {
        lock (_gate)
        {
            if (_sightings.Exists(s => (s.Watch, s.Message, s.Sought) == (sighting.Watch, sighting.Message, sighting.Sought))) return false;
            _sightings.Add(sighting);
            return true;
        }
    }

    public IReadOnlyList<WatchSighting> ReadSightings()
    {
        lock (_gate) return [.. _sightings.OrderBy(s => s.Watch)];
    }

    public IReadOnlySet<SelectorKey> ReadHunted()
    {
        lock (_gate) return new HashSet<SelectorKey>(_hunted);
    }

    public void NoteHunted(IEnumerable<SelectorKey> keys)
    {
        lock (_gate) _hunted.UnionWith(keys);
    }

    public void NoteCampaigns(IEnumerable<CampaignNote> notes)
    {
        lock (_gate)
        {
            _notes.Clear();
            foreach (var note in notes) _notes[note.Id] = note;
        }
    }

    public CampaignNote? FindNote(string campaign)
    {
        lock (_gate) return _notes.GetValueOrDefault(campaign);
    }

    public Finding FindFinding(Sha256 message)
    {
        lock (_gate) return _standings.TryGetValue(message, out var standing) ? standing.Finding : Finding.Ordinary;
    }

    public string? FindCampaign(Sha256 message)
    {
        lock (_gate) return _membership.GetValueOrDefault(message) ?? _former.GetValueOrDefault(message);
    }

    public IReadOnlyList<Sha256> FindMembers(string campaign, int most)
    {
        lock (_gate) return [.. _membership.Concat(_former).Where(m => m.Value == campaign).Select(m => m.Key).Take(most)];
    }
}
