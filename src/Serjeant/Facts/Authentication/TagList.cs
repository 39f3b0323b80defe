namespace Serjeant.Facts.Authentication;

/// <summary>The "tag=value;" lists of DKIM and ARC fields (RFC 6376 section 3.2), walked once, without making strings.</summary>
internal ref struct TagList(ReadOnlySpan<char> text)
{
    private ReadOnlySpan<char> _rest = text;

    public ReadOnlySpan<char> Tag { get; private set; }

    public ReadOnlySpan<char> Value { get; private set; }

    public bool Next()
    {
        while (!_rest.IsEmpty)
        {
            var end = _rest.IndexOf(';');
            var item = end < 0 ? _rest : _rest[..end];
            _rest = end < 0 ? [] : _rest[(end + 1)..];
            var equals = item.IndexOf('=');
            if (equals <= 0) continue;
            Tag = item[..equals].Trim(' ');
            Value = item[(equals + 1)..].Trim(' ');
            return true;
        }
        return false;
    }
}
