namespace Serjeant.Facts.Html;

/// <summary>What relative URLs of a page are read against (HTML, "the base element"): the first base counts, later ones do not.</summary>
internal sealed class PageAddress
{
    private string _folder = "";
    private string _host = "";
    private string _scheme = "";

    public void Set(string url)
    {
        if (_folder.Length > 0) return;
        var authority = url.IndexOf("//", StringComparison.Ordinal);
        if (authority < 0) return;
        var end = url.AsSpan().IndexOfAny('?', '#');
        if (end >= 0) url = url[..end];
        if (url.Length < authority + 3) return;
        var path = url.IndexOf('/', authority + 2);
        _host = path < 0 ? url : url[..path];
        _folder = path < 0 ? url + "/" : url[..(url.LastIndexOf('/') + 1)];
        _scheme = url[..authority];
    }

    public string Resolve(string url)
    {
        url = url.Trim();
        if (_folder.Length == 0 || url.Length == 0 || url[0] is '#' or '\\' || HasScheme(url)) return url;
        if (url.StartsWith("//", StringComparison.Ordinal)) return _scheme + url;
        return url[0] == '/' ? _host + url : _folder + url;
    }

    private static bool HasScheme(string url)
    {
        for (var i = 0; i < url.Length; i++)
        {
            var c = url[i];
            if (c == ':') return i > 0;
            if (!char.IsAsciiLetterOrDigit(c) && c is not ('+' or '-' or '.' or '\t' or '\r' or '\n')) return false;
        }
        return false;
    }
}
