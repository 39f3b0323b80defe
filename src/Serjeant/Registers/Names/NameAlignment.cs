using System.Numerics;

namespace Serjeant.Registers.Names;

/// <summary>What the comparison of a text with one registered name gave.</summary>
/// <param name="Plain">Nothing but the register's own words agreed: no nickname, other sound or misspelling.</param>
internal record struct NameOutcome(double Score, double Information, NameStrength Strength, bool Exact, bool Plain, bool Matches);

/// <summary>Lays a text and one registered name side by side and weighs what agrees. One instance belongs to one thread.</summary>
internal sealed class NameAlignment(NameIndex index, NameRarity rarity, NameText text)
{
    private readonly sbyte[] _unitOf = new sbyte[NameText.MaximumAtoms]; // by atom of the text: unit of the entry, or -1
    private readonly VariantKind[] _kindOf = new VariantKind[NameText.MaximumAtoms];
    private uint _textUsed, _entryUsed;
    private double _given, _middle, _family, _swapped, _loss;
    private bool _givenAgrees, _familyAgrees, _turned, _allExact, _conflicts, _givenPartly, _givenInitial, _familyInitial, _familySurely, _givenSurely, _placeAgrees, _concerns, _plain;
    private int _extra;
    private int _firstFamily, _firstGiven;

    /// <summary>Which unit of the entry an atom of the text agreed with, or -1.</summary>
    public int UnitOf(int atom) => _unitOf[atom];

    public VariantKind KindOf(int atom) => _kindOf[atom];

    public bool Agrees(int entryAtom) => (_entryUsed >> entryAtom & 1) != 0;

    public NameOutcome Weigh(in NameEntry entry, ReadOnlySpan<NameHit> hits, bool joined)
    {
        var units = index.UnitsOf(entry);
        var atoms = text.Atoms;
        _unitOf.AsSpan().Fill(-1);
        (_textUsed, _entryUsed, _given, _middle, _family, _swapped, _loss) = (0, 0, 0, 0, 0, 0, 0);
        _givenPartly = _givenInitial = _familyInitial = _familySurely = _givenSurely = _placeAgrees = _concerns = false;
        _extra = 0;
        (_givenAgrees, _familyAgrees, _turned, _allExact, _plain, _conflicts, _firstFamily, _firstGiven) = (false, false, false, true, true, false, -1, -1);
        var foreign = (index.Scripts[entry.Subject] & Script) == 0;
        foreach (var hit in hits)
            if (hit.Kind != VariantKind.Sound || foreign) Take(hit, units, entry.Marks);
        if (_textUsed == 0) return default;
        Initials(entry, units, atoms);
        Missing(entry, units);
        Extra(entry, atoms);
        if (_firstFamily >= 0 && _firstGiven > _firstFamily && atoms[_firstFamily].Region == atoms[_firstGiven].Region && atoms[_firstFamily].Commas == atoms[_firstGiven].Commas) Turned(units, atoms);
        if (joined)
        {
            _loss += NameWeights.Joined;
            _conflicts |= _familyAgrees && _givenAgrees && MissesName(entry) && (entry.Marks & NameEntryMarks.Read) != 0;
        }
        // Which is the family name nobody can tell for certain: the order that makes the name more common counts.
        var pair = Math.Min(_given, NameWeights.MostOfOnePart) + Math.Min(_family, NameWeights.MostOfOnePart);
        if (_givenAgrees && _familyAgrees) pair = Math.Min(pair, _swapped);
        var information = pair + Math.Min(_middle, 25);
        var score = information + _loss;
        var both = (_givenAgrees || _placeAgrees) && _familyAgrees && !_conflicts;
        if ((entry.Marks & NameEntryMarks.Unspaced) != 0) both = true;
        if ((entry.Marks & NameEntryMarks.Body) != 0) both = BitOperations.PopCount(_entryUsed) * 3 >= entry.Atoms * 2 && entry.Atoms > 1;
        var strength = _concerns ? NameStrength.Weak : both && score >= NameWeights.Strong ? NameStrength.Strong : both && score >= NameWeights.Fair ? NameStrength.Fair : NameStrength.Weak;
        var exact = _allExact && !_concerns && BitOperations.PopCount(_entryUsed) == entry.Atoms && !joined && (entry.Marks & NameEntryMarks.Read) == 0;
        return new(score, information, strength, exact, _plain, score >= NameWeights.Weak && (both || (!_conflicts && !_concerns && _extra == 0 && IsHint(entry, atoms))));
    }

    // Less than given and family name hints at somebody by one of them with the first letter or a part of the other, or beside a title or office.
    private bool IsHint(in NameEntry entry, ReadOnlySpan<NameAtom> atoms)
    {
        if ((_familySurely && (_givenInitial || _givenPartly)) || (_givenSurely && _givenAgrees && _familyInitial && _given + _family > NameWeights.GivenAndInitial)) return true;
        if (!_familySurely && entry.Atoms > 1) return false;
        foreach (var atom in atoms)
            if (atom.Is(WordKinds.Title | WordKinds.Office)) return true;
        return false;
    }

    private void Take(in NameHit hit, ReadOnlySpan<NameUnit> units, NameEntryMarks marks)
    {
        var mask = Mask(hit.First, hit.Count);
        if ((_textUsed & mask) != 0 || IsChance(hit, marks)) return;
        var taken = -1;
        for (var u = 0; u < units.Length; u++)
        {
            if (units[u].Token != hit.Token || (hit.Kind == VariantKind.Nickname && units[u].Role == NameRole.Family) || (_entryUsed & Mask(units[u].First, units[u].Count)) != 0) continue;
            // Of Tsvetan Kostov Kostov people write one Kostov, and mean the family name.
            if (taken < 0 || units[u].Role is not (NameRole.Middle or NameRole.Patronymic)) taken = u;
            if (units[taken].Role is not (NameRole.Middle or NameRole.Patronymic)) break;
        }
        if (taken < 0) return;
        _textUsed |= mask;
        _entryUsed |= Mask(units[taken].First, units[taken].Count);
        var agreed = hit.Kind == VariantKind.Loose && IsTranscribed(hit, units[taken]) ? hit with { Kind = VariantKind.Spelling } : hit;
        for (var i = hit.First; i < hit.First + hit.Count; i++) (_unitOf[i], _kindOf[i]) = ((sbyte)taken, agreed.Kind);
        Agree(agreed, units, units[taken], marks);
    }

    // Two letters that sound alike say something only where the register's spelling is our own reading.
    private bool IsChance(in NameHit hit, NameEntryMarks marks) =>
        hit.Kind == VariantKind.Loose && (marks & NameEntryMarks.Read) == 0 && Math.Min(index.Tokens[hit.Token].Length, text.Atoms[hit.First].Length) < NameVariants.ShortestLoose;

    private void Agree(in NameHit hit, ReadOnlySpan<NameUnit> units, in NameUnit unit, NameEntryMarks marks)
    {
        var (loss, same) = Loss(hit, unit, marks);
        _loss += loss;
        if (hit.Kind > VariantKind.Spelling) _allExact = _plain = false;
        var most = MostOf(hit, unit);
        for (var a = unit.First; a < unit.First + unit.Count; a++) Inform(units[a], most);
        if (!same) return;
        _givenInitial |= units[unit.First].Role == NameRole.Given && index.Tokens[units[unit.First].Token].Length == 1;
        var sure = hit.Kind <= VariantKind.Nickname || hit.Kind == VariantKind.LookAlike;
        for (var a = unit.First; a < unit.First + unit.Count; a++)
            switch (index.Tokens[units[a].Token].Length > 1 ? units[a].Role : NameRole.Particle)
            {
                case NameRole.Family:
                    (_familyAgrees, _firstFamily) = (true, _firstFamily < 0 ? hit.First : _firstFamily);
                    _familySurely |= sure;
                    break;
                case NameRole.Given:
                    (_givenAgrees, _firstGiven) = (true, _firstGiven < 0 ? hit.First : _firstGiven);
                    _givenSurely |= sure;
                    _givenPartly = true;
                    break;
                case NameRole.Middle: _givenPartly = true; break;
                case NameRole.Place: _placeAgrees = true; break;
            }
    }

    // Of two spellings the commoner one says how many people bear the name.
    private double MostOf(in NameHit hit, in NameUnit unit)
    {
        if (hit.Kind == VariantKind.Sound) return NameWeights.SoundSign * SoundKey.Signs(text.Letters(text.Atoms[hit.First]));
        if (hit.Kind is not (VariantKind.Nickname or VariantKind.Loose or VariantKind.Consonants or VariantKind.Edit)) return NameWeights.MostOfOnePart;
        var word = text.Word(text.Atoms[hit.First]);
        var weight = 10 * Math.Log10(1e6 / (unit.Role == NameRole.Family ? rarity.FamilyPerMillion(word) : rarity.GivenPerMillion(word)));
        return Math.Min(weight, hit.Kind == VariantKind.Consonants ? NameWeights.MostOfConsonants : NameWeights.MostOfOnePart);
    }

    // Nikolaj Aleksandrow for Nikolay Aleksandrov: the same letters of another script, written by another table; Smyth is a name beside Smith.
    private bool IsTranscribed(in NameHit hit, in NameUnit unit)
    {
        var token = index.Tokens[unit.Token];
        var letters = text.Letters(text.Atoms[hit.First]);
        if (letters.Length != token.Length || letters.Length < NameWeights.ShortestTranscribed) return false;
        for (var i = 0; i < letters.Length; i++)
            if (letters[i] != token[i] && Written(letters[i]) != Written(token[i])) return false;
        return !IsKnownName(text.Atoms[hit.First], unit.Role);
    }

    private static char Written(char c) => c switch { 'y' or 'j' => 'i', 'w' => 'v', 'c' => 'k', _ => c };

    private bool IsKnownName(in NameAtom atom, NameRole role)
    {
        var word = text.Word(atom);
        return rarity.FamilyPerMillion(word) > NameWeights.KnownPerMillion || (role != NameRole.Family && rarity.GivenPerMillion(word) > NameWeights.KnownPerMillion);
    }

    private void Inform(in NameUnit unit, double most)
    {
        if (index.Tokens[unit.Token].Length == 1)
        {
            if (unit.Role == NameRole.Given) _given += NameWeights.Initial;
            else _middle += NameWeights.Initial;
            return;
        }
        switch (unit.Role)
        {
            case NameRole.Family:
                _family += Math.Min(most, index.FamilyWeights[unit.Token]);
                _swapped += Math.Min(most, index.GivenWeights[unit.Token]);
                break;
            case NameRole.Given:
                _given += Math.Min(most, index.GivenWeights[unit.Token]);
                _swapped += Math.Min(most, index.FamilyWeights[unit.Token]);
                break;
            case NameRole.Particle: _middle += 1; break;
            case NameRole.Generation: _middle += 5; break;
            default: _middle += Math.Min(index.GivenWeights[unit.Token], 15); break;
        }
    }

    /// <returns>What is taken away, and whether it can be called the same name.</returns>
    private (double Loss, bool Same) Loss(in NameHit hit, in NameUnit unit, NameEntryMarks marks)
    {
        ref var atom = ref text.Atoms[hit.First];
        switch (hit.Kind)
        {
            case VariantKind.Spelling: return (NameWeights.Spelling, true);
            case VariantKind.Nickname: return (NameWeights.Nickname, true);
            case VariantKind.LookAlike: return (NameWeights.LookAlike, true);
            case VariantKind.Consonants: return (NameWeights.Consonants, true);
            case VariantKind.Sound: return (NameWeights.Sound, true);
            case VariantKind.Edit when index.Words.Contains(NameHash.Key(atom.Hash, 1)) || IsKnownName(atom, unit.Role): return (NameWeights.EditToAnotherName, false);
            case VariantKind.Edit: return (atom.Length < 7 ? NameWeights.EditOfShort : NameWeights.Edit, true);
            case VariantKind.Loose:
                var token = index.Tokens[unit.Token];
                var longer = Math.Max(token.Length, atom.Length);
                var differing = (double)Distance(text.Letters(atom), token) / longer;
                var loss = NameWeights.Loose + (NameWeights.LooseLetters * differing);
                if (Read || (marks & NameEntryMarks.Read) != 0) return (loss, differing <= (longer <= NameWeights.LongestSyllable ? NameWeights.LooseSyllableLimit : NameWeights.LooseReadLimit));
                if (unit.Role == NameRole.Family && longer > 4 && IsKnownName(atom, unit.Role)) return (loss + NameWeights.EditToAnotherName, false);
                return (loss, differing <= (longer < 5 || unit.Role == NameRole.Given ? NameWeights.LooseShortLimit : NameWeights.LooseLimit));
            default: return (0, true);
        }
    }

    /// <summary>The text is a reading of one in another script: its spelling is ours.</summary>
    public bool Read { get; set; }

    /// <summary>The script that the text was read from: a subject with a name in it is not found by sound alone.</summary>
    public ushort Script { get; set; }

    private static int Distance(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        Span<int> row = stackalloc int[NameHash.MaximumWord + 1];
        for (var j = 0; j <= b.Length; j++) row[j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
                (row[j], diagonal) = (Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + (a[i - 1] == b[j - 1] ? 0 : 1)), row[j]);
        }
        return row[b.Length];
    }

    private void Initials(in NameEntry entry, ReadOnlySpan<NameUnit> units, ReadOnlySpan<NameAtom> atoms)
    {
        uint regions = 0;
        for (var i = 0; i < atoms.Length; i++)
            if (_unitOf[i] >= 0) regions |= 1u << (atoms[i].Region & 31);
        for (var i = 0; i < atoms.Length; i++)
        {
            if ((_textUsed >> i & 1) != 0 || (regions >> (atoms[i].Region & 31) & 1) == 0) continue;
            var letters = text.Letters(atoms[i]);
            // "JR Smith": as many names as letters, each beginning with its own.
            var several = atoms[i].MayBeInitials;
            if (letters.Length == 1 || several) TakeInitials(i, letters, entry, units);
            else if (!atoms[i].Is(WordKinds.Title | WordKinds.Office | WordKinds.Particle | WordKinds.Break))
                for (var e = 0; e < entry.Atoms; e++)
                    if (!Agrees(e) && index.Tokens[units[e].Token] is [var only] && only == letters[0])
                    {
                        TakeInitial(i, e, units[e]);
                        break;
                    }
        }
    }

    private void TakeInitials(int atom, ReadOnlySpan<char> letters, in NameEntry entry, ReadOnlySpan<NameUnit> units)
    {
        foreach (var letter in letters)
            for (var e = 0; e < entry.Atoms; e++)
            {
                if (Agrees(e) || units[e].Role is NameRole.Particle or NameRole.Generation || index.Tokens[units[e].Token][0] != letter) continue;
                TakeInitial(atom, e, units[e]);
                break;
            }
    }

    private void TakeInitial(int atom, int entryAtom, in NameUnit unit)
    {
        _textUsed |= 1u << atom;
        _entryUsed |= 1u << entryAtom;
        (_unitOf[atom], _kindOf[atom], _allExact) = ((sbyte)entryAtom, VariantKind.Initial, false);
        _givenInitial |= unit.Role == NameRole.Given;
        _familyInitial |= unit.Role == NameRole.Family;
        if (unit.Role == NameRole.Given) _given += NameWeights.Initial;
        else if (unit.Role == NameRole.Family) _family += NameWeights.Initial;
        else _middle += NameWeights.Initial / 2;
    }

    private void Missing(in NameEntry entry, ReadOnlySpan<NameUnit> units)
    {
        var first = true;
        for (var e = 0; e < entry.Atoms; e++)
        {
            var given = units[e].Role == NameRole.Given;
            if (!Agrees(e))
            {
                // Jean may be Jean-Pierre; of Wei-Cher neither Wei nor Cher is the name.
                if (given && (first || (entry.Marks & NameEntryMarks.Read) != 0 || index.Tokens[units[0].Token].Length < 4 || index.Tokens[units[e].Token].Length < 4)) _givenAgrees = false;
                _loss += units[e].Role switch
                {
                    NameRole.Family => NameWeights.MissingFamilyPart,
                    NameRole.Given => NameWeights.MissingGivenPart,
                    NameRole.Middle => NameWeights.MissingMiddle,
                    NameRole.Generation => NameWeights.MissingGeneration,
                    _ => NameWeights.MissingLittle,
                };
            }
            first &= !given;
        }
    }

    private void Extra(in NameEntry entry, ReadOnlySpan<NameAtom> atoms)
    {
        uint regions = 0;
        var (lastCommas, first, last) = (0, -1, -1);
        for (var i = 0; i < atoms.Length; i++)
            if (_unitOf[i] >= 0)
            {
                (first, last) = (first < 0 ? i : first, i);
                regions |= 1u << (atoms[i].Region & 31);
                lastCommas = Math.Max(lastCommas, atoms[i].Commas);
            }
        var beside = 0;
        for (var i = 0; i < atoms.Length; i++)
        {
            if (_unitOf[i] >= 0 || (atoms[i].Is(WordKinds.Title | WordKinds.Office | WordKinds.Suffix) && !atoms[i].Is(WordKinds.Concern))) continue;
            if ((regions >> (atoms[i].Region & 31) & 1) == 0) beside++;
            else if (atoms[i].Is(WordKinds.Concern) && (entry.Marks & NameEntryMarks.Body) == 0 && atoms[i].Commas <= lastCommas) (_loss, _concerns) = (_loss + (_concerns ? 0 : NameWeights.Concern), true);
            else if (atoms[i].Commas > lastCommas) beside++;
            else if (atoms[i].Is(WordKinds.Particle | WordKinds.Break)) _allExact = false;
            else if (atoms[i].Length == 1) _loss += MissesMiddle(entry) ? NameWeights.OtherInitial : NameWeights.ExtraInitial;
            else
            {
                _loss += _extra++ == 0 ? NameWeights.ExtraWord : NameWeights.ExtraMore;
                // Another name where the register has one of its own: Jane Mary is not Jane Ann.
                if (i > first && i < last && atoms[i].Region == atoms[first].Region && MissesName(entry)) _conflicts = true;
                _allExact = false;
                // Anne-Marie is not Marie; Smith-Jones may be Smith.
                if (i + 1 < atoms.Length && atoms[i + 1].Has(AtomMarks.Linked) && IsGiven(entry, i + 1)) _loss += NameWeights.ExtraMore;
                if (i > 0 && atoms[i].Has(AtomMarks.Linked) && IsGiven(entry, i - 1)) _loss += NameWeights.ExtraMore;
            }
        }
        _loss += Math.Max(-3, beside * NameWeights.Beside);
        if (text.HasAnd && _extra > 0) _loss += NameWeights.ExtraMore;
    }

    private bool IsGiven(in NameEntry entry, int atom) => _unitOf[atom] >= 0 && index.UnitsOf(entry)[_unitOf[atom]].Role == NameRole.Given;

    private bool MissesMiddle(in NameEntry entry) => Misses(entry, NameRole.Middle, NameRole.Patronymic);

    private bool MissesName(in NameEntry entry) => Misses(entry, NameRole.Middle, NameRole.Given) || Misses(entry, NameRole.Family, NameRole.Family);

    private bool Misses(in NameEntry entry, NameRole role, NameRole other)
    {
        var units = index.UnitsOf(entry);
        for (var e = 0; e < entry.Atoms; e++)
            if (!Agrees(e) && (units[e].Role == role || units[e].Role == other)) return true;
        return false;
    }

    // "James Thomas" is not "Thomas James".
    private void Turned(ReadOnlySpan<NameUnit> units, ReadOnlySpan<NameAtom> atoms)
    {
        _turned = true;
        var family = units[_unitOf[_firstFamily]];
        _loss += index.GivenWeights[family.Token] + 6 < index.FamilyWeights[family.Token] && !atoms[_firstFamily].Has(AtomMarks.Capitals) ? NameWeights.TurnedGivenNames : NameWeights.Turned;
    }

    /// <summary>Whether the family name stands before the given name.</summary>
    public bool IsTurned => _turned;

    private static uint Mask(int first, int count) => ((1u << count) - 1) << first;
}
