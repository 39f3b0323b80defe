using Serjeant.Facts.Unwrapping;
using Serjeant.Values;

namespace Serjeant.Facts.Html;

/// <summary>Gathers the URLs of one message within its bounds, undoing the wrapping of security gateways and redirectors.</summary>
internal sealed class LinkCollector(FactsLimits limits, LinkUnwrapper unwrapper, List<Link> links)
{
    /// <summary>A link was left out because of the bound.</summary>
    public bool BoundReached { get; private set; }

    /// <summary>Adds a URL as it stands; returns its index, or -1 where it is none or the bound is reached.</summary>
    public int Add(string url, LinkPlace place, LinkFire fires, bool visible, string text = "")
    {
        if (url.Length == 0 || url[0] == '#') return -1;
        if (links.Count >= limits.Links)
        {
            BoundReached = true;
            return -1;
        }
        if (url.Length > limits.UrlCharacters) url = url[..limits.UrlCharacters];
        if (url.AsSpan().IndexOfAny('\r', '\n', '\t') >= 0)
            url = url.Replace("\r", "", StringComparison.Ordinal).Replace("\n", "", StringComparison.Ordinal).Replace("\t", "", StringComparison.Ordinal);
        var (bare, wrapper) = unwrapper.Unwrap(url);
        var address = WebAddress.Parse(bare);
        if (address.Scheme is "cid" or "about") return -1;
        if (address.Scheme == "unc") place = LinkPlace.UncPath;
        else if (address.Scheme == "file") place = LinkPlace.FilePath;
        links.Add(new(address, place, fires, visible, text, wrapper));
        return links.Count - 1;
    }

    /// <summary>Gives a link the text that was found inside it.</summary>
    public void SetText(int index, string text, bool visible) =>
        links[index] = links[index] with { Text = text, Visible = visible };
}
