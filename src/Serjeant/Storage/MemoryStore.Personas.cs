using Serjeant.Campaigns;
using Serjeant.Personas;
using Serjeant.Values;

namespace Serjeant.Storage;

public sealed partial class MemoryStore
{
    /// <summary>The reading of what was handed in: older than any scan's.</summary>
    private const long Handed = 0;

    private readonly List<Testimony> _testimonies = [];
    private readonly SortedDictionary<Sha256, Guise> _guises = [];
    private readonly List<SpoofedRow> _spoofed = [];
    private readonly List<AddressDecision> _decisions = [];
    private string? _roster;

    public bool Keep(KeptMessage message)
    {
        lock (_gate)
        {
            if (_dropped.Contains(message.Id) || _parted.Contains(message.Id)) return false;
            var kept = _messages.TryGetValue(message.Id, out var before);
            _kept.TryAdd(message.Id, Today);
            if (!kept || before.Reading == Handed) _messages[message.Id] = (message, Handed);
            return !kept;
        }
    }

    public bool Add(Testimony testimony)
    {
        lock (_gate)
        {
            var at = _testimonies.FindIndex(t => t.Message == testimony.Message && t.Reporter == testimony.Reporter);
            if (at < 0) _testimonies.Add(testimony);
            else if (_testimonies[at].Grade != testimony.Grade || _testimonies[at].Note != testimony.Note) _testimonies[at] = testimony;
            return at < 0;
        }
    }

    public void Add(Guise guise)
    {
        lock (_gate) _guises[guise.Message] = guise;
    }

    public bool Add(SpoofedRow row)
    {
        lock (_gate)
        {
            if (_spoofed.Exists(r => (r.Reporter, r.Report, r.Domain, r.Source?.ToString(), r.Disposition, r.Reason) == (row.Reporter, row.Report, row.Domain, row.Source?.ToString(), row.Disposition, row.Reason))) return false;
            _spoofed.Add(row);
            return true;
        }
    }

    public void Add(AddressDecision decision)
    {
        lock (_gate) _decisions.Add(decision);
    }

    public void NoteRoster(string path)
    {
        lock (_gate) _roster = path;
    }

    public string? ReadRoster()
    {
        lock (_gate) return _roster;
    }

    public IReadOnlyList<Testimony> ReadTestimonies()
    {
        lock (_gate) return [.. _testimonies];
    }

    public IReadOnlyList<Guise> ReadGuises()
    {
        lock (_gate) return [.. _guises.Values];
    }

    public IReadOnlyList<SpoofedRow> ReadSpoofed()
    {
        lock (_gate) return [.. _spoofed];
    }

    public IReadOnlyList<AddressDecision> ReadDecisions()
    {
        lock (_gate) return [.. _decisions];
    }
}
