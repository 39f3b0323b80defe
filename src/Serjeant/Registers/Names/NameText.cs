using System.Text;
using Serjeant.Values;

namespace Serjeant.Registers.Names;

/// <summary>A text taken apart into atoms. One instance is filled again and again by one thread; nothing is kept of a text but its first letters.</summary>
internal sealed class NameText
{
    public const int MaximumAtoms = 28;

    private const int MaximumLetters = 320;

    private readonly char[] _letters = new char[MaximumLetters];
    private readonly NameAtom[] _atoms = new NameAtom[MaximumAtoms];
    private string _plain = "";
    private int _used, _count;
    private byte _region, _commas;

    /// <summary>"&amp;" or "+" between words: two people, or a firm.</summary>
    public bool HasAnd { get; private set; }

    /// <summary>Longer than what is read: it may be about a person, it names none.</summary>
    public bool Overflows { get; private set; }

    /// <summary>Whether there are letters outside ASCII.</summary>
    public bool IsForeign { get; private set; }

    public Span<NameAtom> Atoms => _atoms.AsSpan(0, _count);

    public ReadOnlySpan<char> Letters(in NameAtom atom) => _letters.AsSpan(atom.Start, atom.Length);

    public string Word(in NameAtom atom) => Letters(atom).ToString();

    /// <summary>The letters of neighbouring atoms, as they were folded, without anything between.</summary>
    public string Words(int first, int count) => _letters.AsSpan(_atoms[first].Start, _atoms[first + count - 1].Start + _atoms[first + count - 1].Length - _atoms[first].Start).ToString();

    /// <summary>One atom as it was written.</summary>
    public string WrittenAtom(in NameAtom atom)
    {
        var end = atom.At;
        while (end < _plain.Length && end - atom.At < NameHash.MaximumWord && IsLetter(_plain, end)) end++;
        return _plain[atom.At..end];
    }

    /// <summary>As it was written, for showing.</summary>
    public string Written(int first, int count)
    {
        var start = _atoms[first].At;
        var end = start;
        var last = first + count < _count ? _atoms[first + count].At : _plain.Length;
        for (var i = start; i < last; i++)
            if (char.IsLetterOrDigit(_plain[i]) || char.IsSurrogate(_plain[i])) end = i + 1;
        return end - start > 60 ? _plain.Substring(start, 60) : _plain[start..end];
    }

    /// <param name="mailbox">The text is the part of an address before the @: digits at the end are numbers, not letters.</param>
    public void Read(string text, bool mailbox = false)
    {
        (_used, _count, _region, _commas, HasAnd) = (0, 0, 0, 0, false);
        Overflows = text.Length > Lettering.MaximumLength;
        IsForeign = Overflows || !Ascii.IsValid(text);
        _plain = IsForeign ? Lettering.Plain(text) : text;
        for (var i = 0; i < _plain.Length;)
        {
            if (IsLetter(_plain, i)) i = Word(i, mailbox);
            else i = Between(i, mailbox);
            if (_count == MaximumAtoms || _used > MaximumLetters - NameHash.MaximumWord - 8)
            {
                Overflows |= i < _plain.Length;
                break;
            }
        }
        if (_count > 3) JoinSpaced();
        Mark();
    }

    /// <summary>Puts two atoms in the place of one, for a word that may be two written together.</summary>
    public bool Split(int atom, NameSplit split)
    {
        if (_count == MaximumAtoms) return false;
        var whole = _atoms[atom];
        _atoms.AsSpan(atom + 1, _count - atom - 1).CopyTo(_atoms.AsSpan(atom + 2));
        _count++;
        _atoms[atom] = Piece(whole, split.Start, split.FirstLength);
        _atoms[atom + 1] = Piece(whole, split.SecondStart, split.SecondLength) with { Marks = whole.Marks | AtomMarks.Linked };
        return true;
    }

    private NameAtom Piece(in NameAtom whole, int start, int length) => whole with
    {
        Start = whole.Start + start, Length = length, Hash = NameHash.Of(_letters.AsSpan(whole.Start + start, length)), LookHash = 0, Kinds = WordKinds.None, At = Math.Min(whole.At + start, _plain.Length),
    };

    /// <summary>Takes back the last <see cref="Split"/>.</summary>
    public void Unsplit(int atom, NameAtom whole)
    {
        _atoms.AsSpan(atom + 2, _count - atom - 2).CopyTo(_atoms.AsSpan(atom + 1));
        _count--;
        _atoms[atom] = whole;
    }

    private int Between(int i, bool mailbox)
    {
        var c = _plain[i];
        switch (c)
        {
            case ',' or '\uff0c' or '\u060c' or '\u3001':
                if (_count > 0) _atoms[_count - 1].Marks |= AtomMarks.Comma;
                _commas++;
                break;
            case '&' or '+' when !mailbox:
                HasAnd = true;
                break;
            case '@' when i > 0 && IsLetter(_plain, i - 1) && i + 1 < _plain.Length && IsLetter(_plain, i + 1): // an address: its host is no name
                while (i + 1 < _plain.Length && _plain[i + 1] > ' ' && _plain[i + 1] is not ('>' or ')' or ']' or ',' or ';' or '"')) i++;
                NextRegion();
                break;
            case '-' when i + 1 < _plain.Length && _plain[i + 1] != ' ' && i > 0 && _plain[i - 1] != ' ':
            case '.' or ' ' or '_' or '\t' or '\r' or '\n' or '"' or '\'' or '`' or '\u00a0' or '*' or '\u30fb' or '\u00b7' or '\u00b4' or '\u2019' or '\u2018' or '\u201c' or '\u201d' or '\u201e' or '\u00ab' or '\u00bb' or '\u05f4' or '\u05f3' or '\u2010' or '\u2011':
                break;
            default:
                NextRegion();
                break;
        }
        return i + 1;
    }

    private void NextRegion()
    {
        if (_count == 0 || _atoms[_count - 1].Region != _region) return;
        if (_region < 200) _region++;
        _commas = 0;
    }

    private int Word(int start, bool mailbox)
    {
        int end = start, upper = 0, lower = 0;
        var marks = AtomMarks.None;
        for (; end < _plain.Length && IsLetter(_plain, end); end++)
        {
            var c = _plain[end];
            if (c >= 0x80) marks |= IsUnspaced(c) ? AtomMarks.Foreign | AtomMarks.Unspaced : AtomMarks.Foreign;
            if (char.IsAsciiDigit(c)) marks |= AtomMarks.Digits;
            else if (char.IsUpper(c))
            {
                var next = end + 1 < _plain.Length ? _plain[end + 1] : ' ';
                if (end > start && (lower > 0 || (upper > 0 && char.IsLower(next))) && end - start >= 1) break; // JaneHartwell, JHartwell
                upper++;
            }
            else if (char.IsLower(c)) lower++;
        }
        if (upper > 1 && lower == 0) marks |= AtomMarks.Capitals;
        if (start > 0 && _count > 0)
        {
            var before = _plain[start - 1];
            if (IsLetter(_plain, start - 1) || (before is '-' or '\u2010' or '\u2011' && start > 1 && IsLetter(_plain, start - 2))) marks |= AtomMarks.Linked;
            else if (before is '\'' or '\u2019' or '\u02bc' or '`' or '\u00b4' or '\u2018' or '\u05f4' or '\u05f3' && start > 1 && IsLetter(_plain, start - 2)) marks |= AtomMarks.Linked | AtomMarks.Apostrophe;
        }
        Add(start, end, marks, mailbox);
        return end;
    }

    private void Add(int start, int end, AtomMarks marks, bool mailbox)
    {
        var letters = _letters.AsSpan(_used);
        var length = 0;
        var digits = 0;
        ulong look = 0;
        if ((marks & AtomMarks.Foreign) == 0)
            for (; start + length < end && length < NameHash.MaximumWord; length++)
            {
                letters[length] = char.ToLowerInvariant(_plain[start + length]);
                if (char.IsAsciiDigit(letters[length])) digits++;
            }
        else
        {
            var word = _plain[start..Math.Min(end, start + NameHash.MaximumWord)];
            var folded = Folding.Fold(word);
            foreach (var c in folded)
                if (length < NameHash.MaximumWord && c is not ('\'' or '-' or ' ')) letters[length++] = c;
            look = NameLook.HashOfWritten(word);
        }
        if (digits == length) return;
        if (digits > 0 && mailbox)
        {
            while (char.IsAsciiDigit(letters[length - 1])) length--;
            if (letters[..length].IndexOfAnyInRange('0', '9') < 0) marks &= ~AtomMarks.Digits;
        }
        if ((marks & AtomMarks.Unspaced) != 0 && NameAffixes.Around(letters[..length]) is var (before, name, joint) && (before > 0 || before + name < length))
        {
            var at = start;
            foreach (var piece in (ReadOnlySpan<int>)[before, name, joint, length - before - name - joint])
            {
                if (piece > 0 && _count < MaximumAtoms) _atoms[_count++] = new(_used, piece, NameHash.Of(_letters.AsSpan(_used, piece)), marks, _region, _commas) { At = Math.Min(at, end) };
                _used += piece;
                at += piece;
            }
            return;
        }
        _atoms[_count++] = new(_used, length, NameHash.Of(letters[..length]), marks, _region, _commas) { LookHash = look, At = start };
        _used += length;
    }

    // "J a n e  H a r t w e l l": three single letters in a row and more are a word with gaps; a wider gap ends it.
    private void JoinSpaced()
    {
        var kept = 0;
        for (var i = 0; i < _count;)
        {
            var end = i;
            while (end < _count && _atoms[end].Length == 1 && _atoms[end].Region == _atoms[i].Region && (end == i || (_atoms[end].At - _atoms[end - 1].At == 2 && _plain[_atoms[end].At - 1] == ' '))) end++;
            if (end - i < 3)
            {
                _atoms[kept++] = _atoms[i++];
                continue;
            }
            var length = end - i;
            _atoms[kept++] = _atoms[i] with { Length = length, Hash = NameHash.Of(_letters.AsSpan(_atoms[i].Start, length)), Marks = _atoms[i].Marks | (_atoms[end - 1].Marks & AtomMarks.Comma), LookHash = 0 };
            i = end;
        }
        _count = kept;
    }

    private void Mark()
    {
        byte added = 0;
        for (var i = 0; i < _count;)
        {
            var length = NameWords.Shipped.Longest(_atoms.AsSpan(i, _count - i), out var kinds);
            // "via" begins another name; at the very beginning it is only a word before this one.
            if ((kinds & WordKinds.Break) != 0 && i > 0) added++;
            for (var end = i + Math.Max(1, length); i < end; i++)
            {
                _atoms[i].Region += added;
                _atoms[i].Kinds = _atoms[i].Has(AtomMarks.Apostrophe) && _letters[_atoms[i].Start] == 's' && _atoms[i].Length == 1 ? WordKinds.Title : kinds;
            }
        }
    }

    private static bool IsLetter(string text, int i)
    {
        var c = text[i];
        if (c < 0x80) return char.IsAsciiLetterOrDigit(c);
        if (char.IsLetterOrDigit(c)) return true;
        if (char.IsLowSurrogate(c)) return i > 0 && char.IsHighSurrogate(text[i - 1]) && IsLetter(text, i - 1);
        if (char.IsHighSurrogate(c)) return Rune.TryGetRuneAt(text, i, out var rune) && Rune.IsLetter(rune);
        return char.GetUnicodeCategory(c) is System.Globalization.UnicodeCategory.NonSpacingMark or System.Globalization.UnicodeCategory.SpacingCombiningMark;
    }

    /// <summary>Han, Hangul and Kana.</summary>
    private static bool IsUnspaced(char c) => c is >= '\u3040' and <= '\u30ff' and not '\u30fb' or >= '\u3400' and <= '\u9fff' or >= '\uac00' and <= '\ud7af' or >= '\uf900' and <= '\ufaff' or >= '\ud840' and <= '\ud8ff';
}
