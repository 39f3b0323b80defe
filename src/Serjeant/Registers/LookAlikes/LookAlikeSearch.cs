using System.Numerics;
using Serjeant.Values;
using static Serjeant.Registers.LookAlikes.SearchBounds;

namespace Serjeant.Registers.LookAlikes;

/// <summary>The search for one name, on the stack.</summary>
internal ref struct LookAlikeSearch
{
    private readonly LookAlikeIndex _index;
    private readonly ReadOnlySpan<char> _name;
    private readonly ReadOnlySpan<char> _suffix;

    /// <summary>All letters before the suffix, with the dots; where the registered label begins there.</summary>
    private readonly ReadOnlySpan<byte> _letters;
    private readonly int _registered;
    private readonly Scripts _scripts;

    private readonly SearchScratch _room;
    private readonly Span<int> _compared;
    private int _count;
    private double _labelBits;
    private ulong _mask;

    /// <summary>Letters of a suffix that is joined to the label now compared; they lie in the room for ends. 0 where there is none.</summary>
    private int _tail;
    private double _best;
    private int _target;
    private LookAlikeKind _kind;
    private bool _within;

    private LookAlikeSearch(LookAlikeIndex index, ReadOnlySpan<char> name, ReadOnlySpan<char> suffix, ReadOnlySpan<byte> letters, int registered, Scripts scripts, SearchScratch room)
    {
        _index = index;
        _name = name;
        _suffix = suffix;
        _letters = letters;
        _registered = registered;
        _scripts = scripts;
        _room = room;
        _compared = room.Compared;
        _target = -1;
        _best = FewestBits;
        _labelBits = -1;
    }

    public static LookAlike? Find(LookAlikeIndex index, ReadOnlySpan<char> given)
    {
        var room = SearchScratch.Own;
        var text = room.Name.AsSpan();
        var length = HostText.Normalise(given, text);
        if (length == 0) return null;
        var name = (ReadOnlySpan<char>)text[..length];
        var suffix = PublicSuffixes.Shared.SuffixLength(name);
        if (suffix >= length) return null;
        var letters = room.Letters.AsSpan();
        var registered = HostText.Read(name[..(length - suffix - 1)], letters, out var count, out var scripts);
        var search = new LookAlikeSearch(index, name, name[(length - suffix)..], letters[..count], registered, scripts, room);
        search.CompareLabel();
        search.LookWithin();
        search.CompareFragments();
        if (search._registered > 0 || search._suffix.Contains('.')) search.CompareJoined();
        if (index.HasShort) search.LookForWords();
        return search.Told();
    }

    /// <summary>The registered label as a whole: the same one elsewhere, or some changes away.</summary>
    private void CompareLabel()
    {
        var label = _letters[_registered..];
        if (label.Length > HostText.LongestLabel) label = label[..HostText.LongestLabel];
        CompareLabel(label);
        // One letter of a label changed, and its suffix joined to it: hambleyton-gov.uk of hambleton.gov.uk.
        for (var (hyphen, seen) = (label.LastIndexOf((byte)'-'), 0); hyphen > ShortWord && seen < MostTails; hyphen = label[..hyphen].LastIndexOf((byte)'-'), seen++)
        {
            var tail = _room.Ends.AsSpan(0, 64);
            tail = tail[..LookKeys.Squeeze(label[(hyphen + 1)..], tail)];
            if (tail.IsEmpty || !_index.IsTail(tail)) continue;
            (_tail, _mask, _labelBits, _count) = (tail.Length, 0, -1, 0);
            CompareLabel(label[..hyphen]);
            (_tail, _mask, _labelBits) = (0, 0, -1);
        }
    }

    private void CompareLabel(scoped ReadOnlySpan<byte> label)
    {
        Span<byte> squeezed = _room.Squeezed, form = _room.Form;
        var keys = _room.Keys.AsSpan();
        squeezed = squeezed[..LookKeys.Squeeze(label, squeezed)];
        if (squeezed.Length < 2) return;
        if (squeezed.Length <= _index.Longest + 1)
            foreach (var key in keys[..LookKeys.Deletions(squeezed, LookKeys.Letter, keys)])
                if (_index.Keys.MayHold(key)) Compare(_index.Keys, key, label);
        var glance = form[..LookKeys.AtAGlance(label, form)];
        if (glance.Length > 1)
            foreach (var key in keys[..(glance.Length >= LookAlikeIndex.ShortGlance - 1 ? LookKeys.Deletions(glance, LookKeys.Glance, keys) : LookKeys.Only(glance, LookKeys.Glance, keys))])
                if (_index.Keys.MayHold(key)) Compare(_index.Keys, key, label);
        var consonants = form[..LookKeys.Consonants(label, form)];
        if (consonants.Length > 3 && LookKeys.Key(consonants, LookKeys.Consonant) is var one && _index.Forms.MayHold(one)) Compare(_index.Forms, one, label);
        if (squeezed.Length < LookAlikeIndex.LongLabel - 2 || squeezed.Length > _index.LongestBody + 2) return;
        // Two edits leave one of three parts as it was (Li, Deng, Wang, Feng: Pass-Join, 2011).
        for (var part = Math.Max(LookAlikeIndex.LongLabel, squeezed.Length - 2) / 3; part <= (squeezed.Length + 2) / 3; part++)
        {
            ComparePart(squeezed[..part], LookKeys.Part, label);
            ComparePart(squeezed[^part..], LookKeys.Part + 2, label);
            for (var start = part - 1; start <= part + 1 && start + part <= squeezed.Length; start++) ComparePart(squeezed.Slice(start, part), LookKeys.Part + 1, label);
        }
    }

    private void ComparePart(scoped ReadOnlySpan<byte> part, ulong family, scoped ReadOnlySpan<byte> label)
    {
        if (LookKeys.Key(part, family) is var key && _index.Forms.MayHold(key)) Compare(_index.Forms, key, label);
    }

    private void Compare(KeyTable table, ulong key, scoped ReadOnlySpan<byte> label)
    {
        if (_mask == 0) _mask = LookKeys.Mask(label);
        for (var place = table.First(key); place != 0; place = table.Next(place))
        {
            var target = table.Value(place);
            ref readonly var shape = ref _index.Shapes[target];
            if (BitOperations.PopCount(_mask ^ shape.Mask) <= shape.Apart && Math.Abs(label.Length - shape.Length) <= MostLonger) Compare(target, label);
        }
    }

    private void Compare(int target, scoped ReadOnlySpan<byte> label)
    {
        if (_count == MostCompared || _compared[.._count].Contains(target)) return;
        _compared[_count++] = target;
        var known = _index.Labels[target];
        if (_tail > 0 && !known.SuffixWords.AsSpan().StartsWith(_room.Ends.AsSpan(0, _tail))) return;
        var elsewhere = _tail > 0 ? Math.Min(MostTailBits, known.SuffixBits) : Elsewhere(known);
        if (_labelBits < 0) _labelBits = _scripts >= Scripts.Cyrillic ? _index.Odds.Letters(label, bounded: true) : _index.Odds.Bits(label);
        // Every label of three letters is somebody's.
        var labelBits = known.Text.Length < ShortWord && _scripts <= Scripts.Latin ? Math.Min(_labelBits, LettersOfAny * known.Text.Length) : _labelBits;
        // More changes than this would not make it the best that was found, or worth telling.
        var most = labelBits - known.TargetBits + elsewhere + (_scripts > Scripts.Latin ? ForeignBits : 0) - _best;
        var script = EditScript.Between(known.Text.AsSpan(), label, (int)Math.Clamp(Math.Ceiling(2 * most), 0, 1000));
        if (_tail > 0 && script.Edits == 0) return; // the label itself and its suffix: looked for within
        if (known.Suffix.Length > 0 && _tail == 0 && !_suffix.SequenceEqual(known.Suffix) && !MayBeImitation(script)) return;
        // Two changes of a short word make any other; two of a person's name make somebody else's.
        if (script.Plain > (known.IsPerson || known.Text.Length < ShortLabel ? 1 : MostEdits)) return;
        // A word of four letters has a neighbour under every suffix.
        if (known.Text.Length <= ShortWord && elsewhere < 0 && script.Edits > 0 && _scripts <= Scripts.Latin) return;
        var same = script.Edits == 0;
        var bits = (same ? known.WholeBits : labelBits) - known.TargetBits - script.Bits + elsewhere - (elsewhere < 0 && script.Plain > 0 && known.Text.Length < ShortLabel ? 3 : 0);
        var kind = script.Kind;
        if (_scripts > Scripts.Latin)
        {
            // Hardly any honest label reads as one of another script; letters with marks are honest in many languages.
            bits += _scripts >= Scripts.Cyrillic ? ForeignBits : 2;
            kind = script.Edits > 1 && kind == LookAlikeKind.Several ? kind : _scripts == Scripts.Cyrillic ? LookAlikeKind.Cyrillic : LookAlikeKind.Homoglyph;
        }
        // The very same label is no chance, however many are protected; a frequent one is told with little weight.
        if (same && !known.IsPerson && known.Text.Length > ShortWord && kind == LookAlikeKind.TldSwap) bits = Math.Max(bits, FewestBits + 0.1);
        Keep(target, bits, kind, within: false);
    }

    /// <summary>
    /// Under another suffix: two changes of the label are a third beside it, and where the registry asks who somebody is, a namesake
    /// is one (leeds.ac.uk). The same label under .gov and .edu is told nevertheless: it reads as the true name to most people.
    /// </summary>
    private readonly bool MayBeImitation(EditScript script) =>
        script.Plain < 2 && (_scripts > Scripts.Latin || !HostText.IsChecked(_suffix) || (script.Edits == 0 && !_suffix.Contains('.')));

    /// <summary>What the suffix adds: the same rare suffix is no chance; another one is a second change.</summary>
    private readonly double Elsewhere(ProtectedLabel known) =>
        known.Suffix.Length == 0 ? 0 : _suffix.SequenceEqual(known.Suffix) ? Math.Min(12, known.SuffixBits - 1) : -1;

    /// <summary>The protected label within a longer label, or as one of the labels below another's domain.</summary>
    private void LookWithin()
    {
        Span<byte> sight = _room.Sight, ends = _room.Ends;
        var length = LookKeys.Sight(_letters, sight, ends);
        var padded = sight; // a head may be read beyond the last letter
        sight = sight[..length];
        uint code = 0;
        for (var end = 0; end < length; end++)
        {
            code = LabelPrefixes.Roll(code, sight[end]);
            var start = end - LabelPrefixes.Letters + 1;
            if (start < 0 || !_index.Prefixes.MayBegin(code)) continue;
            for (var i = _index.Prefixes.First(code); i != 0; i = _index.Prefixes.Next(i))
            {
                if (!_index.Prefixes.HasHead(i, padded[start..])) continue;
                var label = _index.Labels[i - 1].Sight.AsSpan();
                if (!sight[start..].StartsWith(label)) continue;
                var from = start == 0 ? 0 : ends[start - 1];
                while (from < _letters.Length && _letters[from] is (byte)'-' or (byte)'.') from++;
                Weigh(i - 1, from, ends[start + label.Length - 1]);
            }
        }
    }

    /// <summary>Labels too short to be looked for anywhere: as words between hyphens and dots, joined to their suffix, or beside a lure.</summary>
    private void LookForWords()
    {
        var begin = 0;
        for (var i = 0; i <= _letters.Length; i++)
        {
            if (i < _letters.Length && _letters[i] is not ((byte)'-' or (byte)'.')) continue;
            if (i - begin is > 1 and <= 32) Word(begin, i, joined: false);
            begin = i + 1;
        }
        var label = _letters[_registered..];
        for (var length = 2; length < LabelPrefixes.Letters && length < label.Length; length++)
        {
            Word(_registered, _registered + length, joined: true);
            Word(_letters.Length - length, _letters.Length, joined: true);
        }
        if (label.IndexOf((byte)'-') < 0) return;
        var squeezed = _room.Squeezed.AsSpan();
        squeezed = squeezed[..LookKeys.Squeeze(label, squeezed)];
        var key = LookKeys.Key(squeezed, LookKeys.Whole);
        if (!_index.Forms.MayHold(key)) return;
        for (var place = _index.Forms.First(key); place != 0; place = _index.Forms.Next(place)) Weigh(_index.Forms.Value(place), _registered, Math.Min(_letters.Length, _registered + _index.Labels[_index.Forms.Value(place)].Text.Length));
    }

    private void Word(int begin, int end, bool joined)
    {
        var key = LookKeys.Key(_letters[begin..end], LookKeys.Whole);
        if (!_index.Forms.MayHold(key)) return;
        for (var place = _index.Forms.First(key); place != 0; place = _index.Forms.Next(place))
        {
            var target = _index.Forms.Value(place);
            var own = _index.Labels[target].Text.Length;
            if (joined && !HostWords.AreAll(begin == _registered ? _letters[end..] : _letters[_registered..begin], offices: false)) continue;
            Weigh(target, begin, Math.Min(end, begin + own));
        }
    }

    /// <summary>The whole protected name with a dot more in it.</summary>
    private void CompareJoined()
    {
        var joined = _room.Squeezed.AsSpan();
        var count = 0;
        foreach (var c in _letters)
            if (c is not ((byte)'-' or (byte)'.')) joined[count++] = c;
        foreach (var c in _suffix)
            if (c is not '.' and < '\x80') joined[count++] = (byte)c;
        var key = LookKeys.Key(joined[..Math.Min(count, 255)], LookKeys.Joined);
        if (!_index.Forms.MayHold(key)) return;
        for (var place = _index.Forms.First(key); place != 0; place = _index.Forms.Next(place))
        {
            var target = _index.Forms.Value(place);
            var known = _index.Labels[target];
            var dots = _letters.Count((byte)'.') + _suffix.Count('.') - known.Suffix.AsSpan().Count('.');
            // Its letters and its suffix in this order and nothing else: the label's bits, and where the dot is.
            if (dots > 0) Keep(target, known.WholeBits + Math.Min(12, known.SuffixBits) - known.TargetBits - 4, LookAlikeKind.Subdomain, within: true);
        }
    }

    /// <summary>Another word in the place of the first or the last of a label of several: only under the very same suffix.</summary>
    private void CompareFragments()
    {
        var label = _letters[_registered..];
        var (first, final) = (label.IndexOf((byte)'-'), label.LastIndexOf((byte)'-'));
        if (first <= 0 || final == label.Length - 1) return;
        Fragment(label[..final], label[(final + 1)..], LookKeys.Head);
        Fragment(label[(first + 1)..], label[..first], LookKeys.Tail);
    }

    private void Fragment(ReadOnlySpan<byte> kept, ReadOnlySpan<byte> word, ulong family)
    {
        var key = LookKeys.Key(kept, family);
        if (!_index.Forms.MayHold(key) || !HostWords.AreAll(word, offices: false)) return;
        for (var place = _index.Forms.First(key); place != 0; place = _index.Forms.Next(place))
        {
            var target = _index.Forms.Value(place);
            var known = _index.Labels[target];
            if (_suffix.SequenceEqual(known.Suffix))
                Keep(target, Math.Min(_index.Odds.Bits(kept), known.WholeBits) - known.TargetBits + Math.Min(12, known.SuffixBits - 1) + 6, LookAlikeKind.Dictionary, within: true);
        }
    }

    /// <summary>A label found at a place of the letters.</summary>
    private void Weigh(int target, int from, int to)
    {
        var known = _index.Labels[target];
        var found = _letters[from..to];
        if (from == _registered && to == _letters.Length && _registered == 0) return; // the whole label: compared already
        var left = from == 0 || _letters[from - 1] is (byte)'-' or (byte)'.';
        var right = to == _letters.Length || _letters[to] is (byte)'-' or (byte)'.';
        if (found.Contains((byte)'.')) return; // by chance: with a dot, only the whole name is meant
        var bits = known.WithinBits - known.TargetBits + Math.Clamp(Elsewhere(known), -1, 8);
        if (!left || !right) bits -= left || right ? 1.5 : Math.Log2(_letters.Length - found.Length) + WithinWordBits;
        // Before anything dear: nothing that could still be found would make it enough.
        if (bits + MostLure + (known.IsPerson ? 0 : MostWhole) < FewestBits || (known.IsFamilyName && !left && !right)) return;
        if (!found.SequenceEqual(known.Text.AsSpan())) bits -= EditScript.Between(known.Text.AsSpan(), found).Bits;
        var kind = LookAlikeKind.Combination;
        var before = Before(from);
        var after = _letters[to..].Trim("-."u8);
        var whole = SuffixFollows(known, to, out var behind) || SuffixPrecedes(known, before);
        if (whole)
        {
            kind = LookAlikeKind.WholeName;
            bits += Math.Clamp(known.SuffixBits + 2, 4, MostWhole);
            after = _letters[Math.Min(behind, _letters.Length)..];
        }
        if (!whole && known.Text.Length <= ShortWord && !_suffix.SequenceEqual(known.Suffix)) return;
        if (whole && before.IsEmpty && after.IsEmpty) bits = Math.Max(bits, FewestBits + 0.2); // label and suffix, and nothing else
        var (lureBefore, lureAfter) = known.IsFamilyName
            ? (HostWords.AreOffices(before), HostWords.AreOffices(after))
            : (HostWords.AreAll(before, known.IsPerson), HostWords.AreAll(after, known.IsPerson));
        var lured = lureBefore | lureAfter;
        var only = (before.IsEmpty || lureBefore) && (after.IsEmpty || lureAfter);
        if (lured && only)
        {
            bits += MostLure;
            if (!whole) kind = LookAlikeKind.Dictionary;
        }
        else if (known.IsFamilyName)
        {
            return;
        }
        // One letter is no word: it is another word that the label stands in (brother), or a change that was weighed above.
        if (!whole && !(lured && only) && (IsRest(found: before, left) || IsRest(Behind(to), right))) return;
        // A name below somebody else's domain costs nothing, and honest services name their customers so.
        if (to < _registered && !whole) bits -= 3;
        Keep(target, bits, kind, within: true);
    }

    /// <summary>What stands before the label: within its own label, or within all where it lies below the registered one.</summary>
    private readonly ReadOnlySpan<byte> Before(int from) => (from >= _registered ? _letters[_registered..from] : _letters[..from]).Trim((byte)'-');

    /// <summary>What is joined to its end.</summary>
    private readonly ReadOnlySpan<byte> Behind(int to) => _letters[to..].IndexOfAny((byte)'-', (byte)'.') is var end and >= 0 ? _letters.Slice(to, end) : _letters[to..];

    /// <param name="found">Letters on one side of a label.</param>
    /// <param name="parted">Whether something stands between.</param>
    private static bool IsRest(ReadOnlySpan<byte> found, bool parted) => !parted && found.Length < FewestOfWord;

    /// <summary>parliament-uk, parliament.example.other, kentgovuk.</summary>
    private readonly bool SuffixFollows(ProtectedLabel known, int to, out int behind)
    {
        behind = to;
        var words = known.SuffixWords.AsSpan();
        if (words.IsEmpty) return false;
        var at = 0;
        while (at < words.Length && behind < _letters.Length)
        {
            var c = _letters[behind];
            if (c is (byte)'-' or (byte)'.') behind++;
            else if (c == words[at]) (at, behind) = (at + 1, behind + 1);
            else break;
        }
        // Of gov.uk either word will do.
        var whole = at == words.Length || (at > 1 && known.Suffix.Split('.')[0].Length == at);
        return whole && (behind == _letters.Length || _letters[behind] is (byte)'-' or (byte)'.' || at > 3);
    }

    private static bool SuffixPrecedes(ProtectedLabel known, ReadOnlySpan<byte> before)
    {
        if (known.SuffixWords.IsEmpty || before.IsEmpty) return false;
        Span<byte> squeezed = stackalloc byte[256];
        squeezed = squeezed[..LookKeys.Squeeze(before, squeezed)];
        return squeezed.SequenceEqual(known.SuffixWords.AsSpan()) || (known.Suffix.LastIndexOf('.') is > 0 and var dot && squeezed.SequenceEqual(known.SuffixWords.AsSpan()[^(known.Suffix.Length - dot - 1)..]));
    }

    private void Keep(int target, double bits, LookAlikeKind kind, bool within)
    {
        // Between equals the one that is a body's stands before a person's, and the first named before later ones.
        if (bits < _best || (bits == _best && _target >= 0 && target >= _target)) return;
        _best = bits;
        _target = target;
        _kind = kind;
        _within = within;
    }

    private readonly LookAlike? Told()
    {
        if (_target < 0 || _index.IsOwn(_name)) return null;
        var registrable = _name[(_name[..^(_suffix.Length + 1)].LastIndexOf('.') + 1)..];
        if (_index.Odds.IsKnown(registrable)) return null;
        var known = _index.Labels[_target];
        return new(known.Name, _kind, new(Math.Round(Math.Min(_best, MostBits) * BitsToDecibans, 1)), Explanation.Of(_kind, known, _letters[_registered..], _suffix, _within));
    }
}
