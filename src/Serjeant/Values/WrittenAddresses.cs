namespace Serjeant.Values;

/// <summary>Mail addresses written in a running text, in order, each with its place. Whatever stands round an @ is tried, a bounded number of times.</summary>
/// <param name="text">Cut to what is worth reading by the caller.</param>
/// <param name="maximum">How many @ are looked at.</param>
internal ref struct WrittenAddresses(ReadOnlySpan<char> text, int maximum)
{
    // RFC 5321 section 4.5.3.1: octets of a mailbox name, and of a domain without its end.
    private const int LongestLocal = 64, LongestDomain = 254;

    private readonly ReadOnlySpan<char> _text = text;
    private int _left = maximum;

    public EmailAddress Current { get; private set; }

    /// <summary>Where the address begins.</summary>
    public int Start { get; private set; }

    /// <summary>Behind its last character, a full stop that ends the sentence included.</summary>
    public int End { get; private set; }

    public bool MoveNext()
    {
        while (_left-- > 0 && End < _text.Length && _text[End..].IndexOf('@') is >= 0 and var hit)
        {
            var at = End + hit;
            int start = at, end = at + 1;
            while (start > 0 && at - start < LongestLocal && (char.IsLetterOrDigit(_text[start - 1]) || _text[start - 1] is '.' or '_' or '-' or '+')) start--;
            while (end < _text.Length && end - at < LongestDomain && (char.IsLetterOrDigit(_text[end]) || _text[end] is '.' or '-')) end++;
            (Start, End) = (start, end);
            if (start == at || !EmailAddress.TryParse(_text[start..end].TrimEnd('.'), out var address)) continue;
            Current = address;
            return true;
        }
        return false;
    }
}
