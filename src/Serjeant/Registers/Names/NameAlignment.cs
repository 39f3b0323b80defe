using System.Numerics;

namespace Serjeant.Registers.Names;

/// <summary>What the comparison of a text with one registered name gave.</summary>
internal record struct NameOutcome(double Score, double Information, NameStrength Strength, bool Exact, bool Matches);

/// <summary>Lays a text and one registered name side by side and weighs what agrees. One instance belongs to one thread.</summary>
internal sealed class NameAlignment(NameIndex index, NameText text)
{
    private readonly sbyte[] _unitOf = new sbyte[NameText.MaximumAtoms]; // by atom of the text: unit of the entry, or -1
    private readonly VariantKind[] _kindOf = new VariantKind[NameText.MaximumAtoms];
    private uint _textUsed, _entryUsed;
    private double _given, _middle, _family, _swapped, _loss;
    private bool _givenAgrees, _familyAgrees, _turned, _allExact;
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
        (_givenAgrees, _familyAgrees, _turned, _allExact, _firstFamily, _firstGiven) = (false, false, false, true, -1, -1);
        foreach (var hit in hits) Take(hit, units);
        if (_textUsed == 0) return default;
        Initials(entry, units, atoms);
        Missing(entry, units);
        Extra(entry, atoms);
        if (_firstFamily >= 0 && _firstGiven > _firstFamily && atoms[_firstFamily].Region == atoms[_firstGiven].Region && atoms[_firstFamily].Commas == atoms[_firstGiven].Commas) Turned(units, atoms);
        if (joined) _loss += NameWeights.Joined;
        // Which is the family name nobody can tell for certain: the order that makes the name more common counts.
        var pair = Math.Min(_given, NameWeights.MostOfOnePart) + Math.Min(_family, NameWeights.MostOfOnePart);
        if (_givenAgrees && _familyAgrees) pair = Math.Min(pair, _swapped);
        var information = pair + Math.Min(_middle, 25);
        var score = information + _loss;
        var both = _givenAgrees && _familyAgrees;
        if ((entry.Marks & NameEntryMarks.Unspaced) != 0) both = true;
        if ((entry.Marks & NameEntryMarks.Body) != 0) both = BitOperations.PopCount(_entryUsed) * 3 >= entry.Atoms * 2 && entry.Atoms > 1;
        var strength = both && score >= NameWeights.Strong ? NameStrength.Strong : both && score >= NameWeights.Fair ? NameStrength.Fair : NameStrength.Weak;
        var exact = _allExact && BitOperations.PopCount(_entryUsed) == entry.Atoms && !joined && (entry.Marks & NameEntryMarks.Read) == 0;
        return new(score, information, strength, exact, score >= NameWeights.Weak && (both || IsClaimed(entry, atoms)));
    }

    // Less than given and family name names somebody only by a title or office beside it, or by two parts that agree in some way.
    private bool IsClaimed(in NameEntry entry, ReadOnlySpan<NameAtom> atoms)
    {
        if (BitOperations.PopCount(_textUsed) + BitOperations.PopCount(_entryUsed) > 3) return true;
        if (!_familyAgrees && entry.Atoms > 1) return false;
        foreach (var atom in atoms)
            if (atom.Is(WordKinds.Title | WordKinds.Office)) return true;
        return false;
    }

    private void Take(in NameHit hit, ReadOnlySpan<NameUnit> units)
    {
        var mask = Mask(hit.First, hit.Count);
        if ((_textUsed & mask) != 0) return;
        for (var u = 0; u < units.Length; u++)
        {
            if (units[u].Token != hit.Token || (_entryUsed & Mask(units[u].First, units[u].Count)) != 0) continue;
            _textUsed |= mask;
            _entryUsed |= Mask(units[u].First, units[u].Count);
            for (var i = hit.First; i < hit.First + hit.Count; i++) (_unitOf[i], _kindOf[i]) = ((sbyte)u, hit.Kind);
            Agree(hit, units, units[u]);
            return;
        }
    }

    private void Agree(in NameHit hit, ReadOnlySpan<NameUnit> units, in NameUnit unit)
    {
        var loss = Loss(hit);
        _loss += loss;
        if (hit.Kind > VariantKind.Spelling) _allExact = false;
        var letter = unit.Count == 1 && index.Tokens[unit.Token].Length == 1;
        for (var a = unit.First; a < unit.First + unit.Count; a++) Inform(units[a]);
        if (letter) return;
        if (unit.Role is NameRole.Family && loss > NameWeights.EditToAnotherName) (_familyAgrees, _firstFamily) = (true, _firstFamily < 0 ? hit.First : _firstFamily);
        if (unit.Role is NameRole.Given && loss > NameWeights.EditToAnotherName) (_givenAgrees, _firstGiven) = (true, _firstGiven < 0 ? hit.First : _firstGiven);
        if (unit.Role is NameRole.Place) _givenAgrees |= _familyAgrees;
    }

    private void Inform(in NameUnit unit)
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
                _family += index.FamilyWeights[unit.Token];
                _swapped += index.GivenWeights[unit.Token];
                break;
            case NameRole.Given:
                _given += index.GivenWeights[unit.Token];
                _swapped += index.FamilyWeights[unit.Token];
                break;
            case NameRole.Particle: _middle += 1; break;
            case NameRole.Generation: _middle += 5; break;
            default: _middle += Math.Min(index.GivenWeights[unit.Token], 15); break;
        }
    }

    private double Loss(in NameHit hit)
    {
        if (hit.Kind != VariantKind.Edit)
            return hit.Kind switch { VariantKind.Spelling => NameWeights.Spelling, VariantKind.Nickname => NameWeights.Nickname, VariantKind.Loose => NameWeights.Loose, VariantKind.LookAlike => NameWeights.LookAlike, _ => 0 };
        ref var atom = ref text.Atoms[hit.First];
        if (index.Words.Contains(NameHash.Key(atom.Hash, 1))) return NameWeights.EditToAnotherName;
        return atom.Length < 7 ? NameWeights.EditOfShort : NameWeights.Edit;
    }

    private void Initials(in NameEntry entry, ReadOnlySpan<NameUnit> units, ReadOnlySpan<NameAtom> atoms)
    {
        for (var i = 0; i < atoms.Length; i++)
        {
            if ((_textUsed >> i & 1) != 0) continue;
            var letters = text.Letters(atoms[i]);
            // "JR Smith": as many names as letters, each beginning with its own.
            var several = atoms[i].Has(AtomMarks.Capitals) && letters.Length <= 4 && !atoms[i].Has(AtomMarks.Unspaced);
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
        if (unit.Role == NameRole.Given) _given += NameWeights.Initial;
        else if (unit.Role == NameRole.Family) _family += NameWeights.Initial;
        else _middle += NameWeights.Initial / 2;
    }

    private void Missing(in NameEntry entry, ReadOnlySpan<NameUnit> units)
    {
        for (var e = 0; e < entry.Atoms; e++)
            if (!Agrees(e))
                _loss += units[e].Role switch
                {
                    NameRole.Family or NameRole.Given => NameWeights.MissingFamilyPart,
                    NameRole.Middle => NameWeights.MissingMiddle,
                    NameRole.Generation => NameWeights.MissingGeneration,
                    _ => NameWeights.MissingLittle,
                };
    }

    private void Extra(in NameEntry entry, ReadOnlySpan<NameAtom> atoms)
    {
        uint regions = 0;
        var lastCommas = 0;
        for (var i = 0; i < atoms.Length; i++)
            if (_unitOf[i] >= 0)
            {
                regions |= 1u << (atoms[i].Region & 31);
                lastCommas = Math.Max(lastCommas, atoms[i].Commas);
            }
        var (extra, beside) = (0, 0);
        for (var i = 0; i < atoms.Length; i++)
        {
            if (_unitOf[i] >= 0 || (atoms[i].Is(WordKinds.Title | WordKinds.Office | WordKinds.Suffix) && !atoms[i].Is(WordKinds.Concern))) continue;
            if ((regions >> (atoms[i].Region & 31) & 1) == 0) beside++;
            else if (atoms[i].Is(WordKinds.Concern) && (entry.Marks & NameEntryMarks.Body) == 0 && atoms[i].Commas <= lastCommas) _loss += NameWeights.Concern;
            else if (atoms[i].Commas > lastCommas) beside++;
            else if (atoms[i].Is(WordKinds.Particle | WordKinds.Break)) _allExact = false;
            else if (atoms[i].Length == 1) _loss += MissesMiddle(entry) ? NameWeights.OtherInitial : NameWeights.ExtraInitial;
            else
            {
                _loss += extra++ == 0 ? NameWeights.ExtraWord : NameWeights.ExtraMore;
                _allExact = false;
                // Anne-Marie is not Marie; Smith-Jones may be Smith.
                if (i + 1 < atoms.Length && atoms[i + 1].Has(AtomMarks.Linked) && IsGiven(entry, i + 1)) _loss += NameWeights.ExtraMore;
                if (i > 0 && atoms[i].Has(AtomMarks.Linked) && IsGiven(entry, i - 1)) _loss += NameWeights.ExtraMore;
            }
        }
        _loss += Math.Max(-3, beside * NameWeights.Beside);
        if (text.HasAnd && extra > 0) _loss += NameWeights.ExtraMore;
    }

    private bool IsGiven(in NameEntry entry, int atom) => _unitOf[atom] >= 0 && index.UnitsOf(entry)[_unitOf[atom]].Role == NameRole.Given;

    private bool MissesMiddle(in NameEntry entry)
    {
        var units = index.UnitsOf(entry);
        for (var e = 0; e < entry.Atoms; e++)
            if (!Agrees(e) && units[e].Role is NameRole.Middle or NameRole.Patronymic) return true;
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
