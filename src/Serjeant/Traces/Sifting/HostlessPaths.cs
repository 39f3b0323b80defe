using Serjeant.Hunts;
using Serjeant.Traces.Formats;
using Serjeant.Values;

namespace Serjeant.Traces.Sifting;

/// <summary>
/// A web server's log seldom says whose it is. A path with a token of the form that mail has is tried on the hosts that mail names together with that
/// form: where it stands in mail with one of them, that is the host.
/// </summary>
internal sealed class HostlessPaths(IIndexStore index, HostWatch watch, TraceOptions options)
{
    private const int LongestPath = 2_048;

    private readonly SelectorKeys _keys = new(index.Keys);
    private readonly Dictionary<string, string?> _tried = new(StringComparer.Ordinal);
    private Dictionary<string, List<string>?>? _shapes;
    private List<(string Host, HashSet<uint> Messages)> _hosts = [];
    private long _trials;

    /// <summary>Lines of a form that mail has which could not be tried any more.</summary>
    public long Untried { get; private set; }

    /// <returns>Host, path and query, or null.</returns>
    public string? Find(LogEvent line)
    {
        var path = line[LogField.Path];
        var query = line[LogField.Query];
        // A path that says nothing stands in everybody's mail.
        if (path.Length + query.Length is < 8 or > LongestPath) return null;
        var text = query.IsEmpty ? WebParts.Text(path) : $"{WebParts.Text(path)}?{WebParts.Text(query)}";
        if (_tried.TryGetValue(text, out var known)) return known;
        var found = Try(text);
        if (_tried.Count < options.MaximumTraces) _tried[text] = found;
        return found;
    }

    private string? Try(string path)
    {
        if (_shapes is null)
        {
            _shapes = [];
            foreach (var listed in index.ReadListed(SelectorKind.UrlShape)) _shapes[listed] = null;
            _hosts = [.. watch.ReadHosts(options.MaximumHosts).Select(h => (h, MessagesOf(DomainName.TryParse(h, out var name) ? Selector.Host(name) : default)))];
        }
        var shape = Selector.UrlShape(WebAddress.Parse("http://host.invalid" + path));
        if (!_shapes.TryGetValue(shape.Value, out var hosts)) return null;
        if (hosts is null)
        {
            var messages = MessagesOf(shape);
            _shapes[shape.Value] = hosts = [.. _hosts.Where(h => h.Messages.Count > messages.Count ? h.Messages.Overlaps(messages) : messages.Overlaps(h.Messages)).Select(h => h.Host)];
        }
        foreach (var host in hosts)
        {
            if (_trials >= options.MaximumTrials)
            {
                Untried++;
                return null;
            }
            _trials++;
            var address = WebAddress.Parse($"http://{host}{path}");
            foreach (var key in _keys.All(Selector.Url(address)))
                if (index.Count(key) > 0) return host + path;
        }
        return null;
    }

    /// <summary>The messages in which it is called or linked.</summary>
    private HashSet<uint> MessagesOf(Selector selector) => selector.Value is null ? [] :
        [.. index.Find([.. _keys.All(selector).Order()], CancellationToken.None).Where(p => (p.Role & (SelectorRole.Callback | SelectorRole.Link)) != 0).Select(p => p.Number)];
}
