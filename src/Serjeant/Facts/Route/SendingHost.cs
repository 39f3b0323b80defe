using System.Net;

namespace Serjeant.Facts.Route;

/// <summary>
/// What a "from" clause tells of the sending host. Postfix and Sendmail write HELO (name [address]), Exim name ([address]
/// helo=HELO), qmail name (HELO HELO) (address), Exchange HELO (address); each piece is taken for what its surroundings say.
/// </summary>
internal ref struct SendingHost
{
    private ReadOnlySpan<char> _name;
    private bool _explicitHelo;
    private bool _strong;

    public ReadOnlySpan<char> Helo { get; private set; }

    public ReadOnlySpan<char> ReverseName { get; private set; }

    public IPAddress? Address { get; private set; }

    public bool Authenticated { get; private set; }

    public void AddWord(ReadOnlySpan<char> word)
    {
        if (_name.IsEmpty)
        {
            var bracket = word.IndexOf('[');
            if (bracket > 0) TakeAddress(word[bracket..], strong: true);
            _name = bracket > 0 ? word[..bracket] : word;
            TakeAddress(_name, strong: false);
            return;
        }
        if (word[0] == '[') TakeAddress(word, strong: true);
    }

    public void AddComment(ReadOnlySpan<char> comment)
    {
        if (comment.Begins("envelope-") || comment.Begins("using ") || comment.Begins("proxying")) return;
        if (comment.Has("authenticated") || comment.Begins("account ") || comment.Has("Authenticated sender")) Authenticated = true;
        var rest = comment;
        var first = true;
        while (true)
        {
            var word = FieldText.NextWord(ref rest);
            if (word.IsEmpty) return;
            if (word[0] is '(') return;
            if (word[0] == '[') TakeAddress(word, strong: true);
            else if (word.Begins("helo=") || word.Begins("ehlo=")) TakeHelo(word[5..]);
            else if (word.Trim('"').Same("HELO") || word.Trim('"').Same("EHLO")) TakeHelo(FieldText.NextWord(ref rest).Trim('"'));
            else if (first) TakeFirst(word, rest);
            first = false;
        }
    }

    /// <summary>Decides at the end of the field whether the name in front was HELO or found by the receiving host.</summary>
    public void Settle(bool exim)
    {
        if (_name.Same("unknown") && (_explicitHelo || _strong)) _name = [];
        if (!_explicitHelo)
        {
            Helo = _name;
            if (exim && ReverseName.IsEmpty && _name is not [] && _name[0] != '[') ReverseName = _name;
        }
        else if (ReverseName.IsEmpty && _name is not [] && !NetworkAddress.Is(_name))
            ReverseName = _name;
        if (NetworkAddress.Is(ReverseName)) ReverseName = [];
    }

    private void TakeFirst(ReadOnlySpan<char> word, ReadOnlySpan<char> rest)
    {
        var bracket = word.IndexOf('[');
        if (bracket > 0)
        {
            TakeAddress(word[bracket..], strong: true);
            word = word[..bracket].TrimEnd('?');
        }
        var at = word.LastIndexOf('@');
        if (at >= 0) word = word[(at + 1)..]; // ident or the authenticated user
        if (TakeAddress(word, strong: true)) return;
        if (word.Same("unknown") || word.Same("unverified") || word.Same("unresolved") || word.IsEmpty) return;
        if ((bracket > 0 || rest.TrimStart(' ').StartsWith("[")) && ReverseName.IsEmpty) ReverseName = word;
    }

    private void TakeHelo(ReadOnlySpan<char> helo)
    {
        if (_explicitHelo || helo.IsEmpty) return;
        _explicitHelo = true;
        Helo = helo.Trim("?\"");
    }

    private bool TakeAddress(ReadOnlySpan<char> text, bool strong)
    {
        if (!NetworkAddress.TryRead(text, out var address)) return false;
        if (Address is null || strong && !_strong) Address = address;
        _strong |= strong;
        return true;
    }
}
