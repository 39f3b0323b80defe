using Serjeant.Campaigns;
using Serjeant.Hunts;
using Serjeant.Traces.Formats;
using Serjeant.Values;

namespace Serjeant.Traces.Sifting;

/// <summary>
/// A web server's log seldom says whose it is. A path with a token of the form that mail has is tried on every host that mail names: where it stands
/// in mail with one of them, that is the host.
/// </summary>
internal sealed class HostlessPaths(IIndexStore index, HostWatch watch, TraceOptions options)
{
    private const int LongestPath = 2_048;

    private readonly SelectorKeys _keys = new(index.Keys);
    private readonly Dictionary<string, string?> _tried = new(StringComparer.Ordinal);
    private HashSet<string>? _shapes;
    private List<string> _hosts = [];
    private long _trials;

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
            _shapes = [.. index.ReadListed(SelectorKind.UrlShape)];
            _hosts = watch.ReadHosts(options.MaximumHosts);
        }
        if (!_shapes.Contains(UrlShape.Of(WebAddress.Parse("http://host.invalid" + path)).Text)) return null;
        foreach (var host in _hosts)
        {
            if (_trials++ >= options.MaximumTrials) return null;
            var address = WebAddress.Parse($"http://{host}{path}");
            foreach (var key in _keys.All(Selector.Url(address)))
                if (index.Count(key) > 0) return host + path;
        }
        return null;
    }
}
