namespace Serjeant.Registers.Names;

/// <summary>What an atom is to the person.</summary>
internal enum NameRole : byte
{
    Given,
    Middle,
    Patronymic,
    Particle,
    Family,
    /// <summary>Of which somebody is lord: "of Aikwood".</summary>
    Place,
    /// <summary>Jr, III.</summary>
    Generation,
    Title,
    Office,
    /// <summary>No part of a person's name: what stands in brackets, after bars, after "via".</summary>
    Outside,
}

/// <summary>Gives every atom of a text its role, as far as the text and the names of the world tell.</summary>
internal static class NameParts
{
    private static readonly string[] PatronymicEndings =
        ["ovich", "evich", "ovna", "evna", "ovic", "evic", "ovych", "yovych", "ivna", "ovitch", "evitch", "ilyich", "ович", "евич", "овна", "евна", "ична", "івна", "йович", "ичич"];

    // Of three names, the one in the middle: Bulgarian and Macedonian fathers' names look like family names.
    private static readonly string[] MiddlePatronymicEndings = ["ov", "ev", "ova", "eva", "ski", "ska", "ов", "ев", "ова", "ева"];

    /// <returns>Whether this reads as a firm or body rather than a person.</returns>
    public static bool Read(NameText text, NameRarity rarity, Span<NameRole> roles)
    {
        var atoms = text.Atoms;
        var region = CoreRegion(atoms);
        Span<int> core = stackalloc int[NameText.MaximumAtoms];
        var count = 0;
        var (concern, office, title) = (false, false, false);
        for (var i = 0; i < atoms.Length; i++)
        {
            ref var atom = ref atoms[i];
            roles[i] = atom.Region != region ? NameRole.Outside
                : atom.Is(WordKinds.Office) ? NameRole.Office
                : atom.Is(WordKinds.Title) ? NameRole.Title
                : atom.Is(WordKinds.Break) ? NameRole.Outside
                : NameRole.Middle;
            concern |= roles[i] == NameRole.Middle && atom.Is(WordKinds.Concern);
            office |= roles[i] == NameRole.Office;
            title |= roles[i] == NameRole.Title;
            if (roles[i] == NameRole.Middle) core[count++] = i;
        }
        KeepTitlesThatAreNames(atoms, roles, core, ref count, region);
        if (count == 0) return concern;
        GiveRoles(text, rarity, roles, core[..count], title);
        return concern && !office;
    }

    /// <summary>Gives roles to what was read from a name that puts the family first: a word for it, the rest is one given name.</summary>
    public static void ReadSyllables(NameText text, Span<NameRole> roles)
    {
        for (var i = 0; i < text.Atoms.Length; i++) roles[i] = i == 0 ? NameRole.Family : NameRole.Given;
    }

    // The region with most letters of names; of equals the first.
    private static byte CoreRegion(ReadOnlySpan<NameAtom> atoms)
    {
        var (best, most) = ((byte)0, 0);
        for (var i = 0; i < atoms.Length;)
        {
            var (region, letters) = (atoms[i].Region, 0);
            for (; i < atoms.Length && atoms[i].Region == region; i++)
                if (!atoms[i].Is(WordKinds.Title | WordKinds.Office | WordKinds.Break | WordKinds.Concern) || atoms[i].Is(WordKinds.Both)) letters += 100;
                else letters++;
            if (letters > 200) letters = 200 + (letters % 100 / 50);
            if (letters > most) (best, most) = (region, letters);
        }
        return best;
    }

    // "Dean Smith" has no title, "Bishop John Smith" has.
    private static void KeepTitlesThatAreNames(ReadOnlySpan<NameAtom> atoms, Span<NameRole> roles, Span<int> core, ref int count, byte region)
    {
        var sure = 0;
        for (var i = 0; i < atoms.Length; i++)
            if (atoms[i].Region == region && roles[i] == NameRole.Middle && !atoms[i].Is(WordKinds.Particle | WordKinds.Suffix)) sure++;
        if (sure >= 2) return;
        count = 0;
        for (var i = 0; i < atoms.Length; i++)
        {
            if (atoms[i].Region != region) continue;
            if (roles[i] == NameRole.Title && atoms[i].Is(WordKinds.Both) && sure < 2) (roles[i], sure) = (NameRole.Middle, sure + 1);
            if (roles[i] == NameRole.Middle) core[count++] = i;
        }
    }

    private static void GiveRoles(NameText text, NameRarity rarity, Span<NameRole> roles, Span<int> core, bool title)
    {
        var atoms = text.Atoms;
        while (core.Length > 2 && atoms[core[^1]].Is(WordKinds.Suffix) && !atoms[core[^1]].Has(AtomMarks.Linked))
        {
            roles[core[^1]] = NameRole.Generation;
            core = core[..^1];
        }
        for (var i = 1; i + 1 < core.Length; i++)
            if (title && text.Letters(atoms[core[i]]) is "of")
            {
                roles[core[i]] = NameRole.Particle;
                foreach (var j in core[(i + 1)..]) roles[j] = NameRole.Place;
                core = core[..i];
                break;
            }
        if (core.Length == 1)
        {
            roles[core[0]] = NameRole.Family;
            return;
        }
        if (Comma(atoms, roles, core) || Capitals(atoms, roles, core)) return;
        var familyFirst = FamilyFirst(text, rarity, core);
        var last = core.Length - 1;
        var familyStart = familyFirst ? 0 : last;
        var familyEnd = familyFirst ? 1 : core.Length;
        if (!familyFirst)
        {
            while (familyStart > 1 && atoms[core[familyStart]].Has(AtomMarks.Linked)) familyStart--;
            for (var i = familyStart - 1; i >= 1 && (atoms[core[i]].Is(WordKinds.Particle) || IsFamily(text, rarity, atoms[core[i]], core.Length > 3 && i == last - 1)); i--) familyStart = i;
        }
        else while (familyEnd < last && atoms[core[familyEnd]].Has(AtomMarks.Linked)) familyEnd++;
        Run(atoms, roles, core[familyStart..familyEnd], NameRole.Family);
        Run(atoms, roles, familyFirst ? core[familyEnd..] : core[..familyStart], NameRole.Given);
        Patronymics(text, roles, core);
    }

    private static bool Comma(ReadOnlySpan<NameAtom> atoms, Span<NameRole> roles, ReadOnlySpan<int> core)
    {
        var split = 1;
        while (split < core.Length && atoms[core[split]].Commas == atoms[core[0]].Commas) split++;
        if (split == core.Length) return false;
        var end = split;
        while (end < core.Length && atoms[core[end]].Commas == atoms[core[split]].Commas) end++;
        foreach (var i in core[end..]) roles[i] = NameRole.Outside;
        Run(atoms, roles, core[..split], NameRole.Family);
        Run(atoms, roles, core[split..end], NameRole.Given);
        return true;
    }

    private static bool Capitals(ReadOnlySpan<NameAtom> atoms, Span<NameRole> roles, ReadOnlySpan<int> core)
    {
        var (some, all) = (false, true);
        foreach (var i in core) (some, all) = (some | (atoms[i].Has(AtomMarks.Capitals) && atoms[i].Length > 2), all & (atoms[i].Has(AtomMarks.Capitals) || atoms[i].Length == 1));
        if (!some || all) return false;
        var first = true;
        // PARK Soo Hyun: two short words are one given name where the family name is as short.
        var syllables = core.Length == 3 && atoms[core[0]].Has(AtomMarks.Capitals) && !atoms[core[1]].Has(AtomMarks.Capitals) && atoms[core[0]].Length <= 5 && atoms[core[1]].Length <= 5 && atoms[core[2]].Length <= 5;
        foreach (var i in core)
        {
            var family = atoms[i].Has(AtomMarks.Capitals) && atoms[i].Length > 1;
            roles[i] = family ? atoms[i].Is(WordKinds.Particle) ? NameRole.Particle : NameRole.Family : first || syllables || atoms[i].Has(AtomMarks.Linked) ? NameRole.Given : NameRole.Middle;
            if (!family) first = false;
        }
        return true;
    }

    // The first name of a run, with what is linked to it, has the role; what follows is less: middle names, or second family names.
    private static void Run(ReadOnlySpan<NameAtom> atoms, Span<NameRole> roles, ReadOnlySpan<int> run, NameRole role)
    {
        for (var k = 0; k < run.Length; k++)
        {
            var i = run[k];
            var particle = atoms[i].Is(WordKinds.Particle) && k + 1 < run.Length && (role == NameRole.Family || k > 0);
            roles[i] = particle ? NameRole.Particle : role == NameRole.Given && k > 0 && !atoms[i].Has(AtomMarks.Linked) ? NameRole.Middle : role;
        }
    }

    private static bool FamilyFirst(NameText text, NameRarity rarity, ReadOnlySpan<int> core)
    {
        var atoms = text.Atoms;
        var (first, last) = (atoms[core[0]], atoms[core[^1]]);
        if (first.Has(AtomMarks.Unspaced)) return text.Letters(first)[0] is not (>= '\u30a0' and <= '\u30ff'); // katakana writes foreign names in their order
        if (first.Is(WordKinds.Particle) && core.Length > 2) return false;
        if (atoms[core[1]].Has(AtomMarks.Linked) && core.Length > 1 && core.Length == 2) return false;
        var asWritten = rarity.GivenPerMillion(text.Word(first)) * rarity.FamilyPerMillion(text.Word(last));
        var turned = rarity.FamilyPerMillion(text.Word(first)) * rarity.GivenPerMillion(text.Word(last));
        return turned > asWritten * 8;
    }

    // Of four names the third is a family name unless it is known as a given name: two of each is how Spanish and Portuguese names are made.
    private static bool IsFamily(NameText text, NameRarity rarity, in NameAtom atom, bool third)
    {
        if (atom.Length < 3) return false;
        var word = text.Word(atom);
        var (family, given) = (rarity.FamilyPerMillion(word), rarity.GivenPerMillion(word));
        return family > 6 * given || (third && given < 50);
    }

    private static void Patronymics(NameText text, Span<NameRole> roles, ReadOnlySpan<int> core)
    {
        var atoms = text.Atoms;
        for (var k = 1; k < core.Length; k++)
        {
            var word = text.Letters(atoms[core[k]]);
            if (k + 1 < core.Length && word is "bin" or "ibn" or "bint" or "binti" or "binte" or "ben" or "ould" or "kyzy" or "oglu" or "uly" or "anak")
                (roles[core[k]], roles[core[k + 1]]) = (NameRole.Particle, core.Length > k + 2 ? NameRole.Patronymic : NameRole.Family);
            else if (core.Length == 3 && k == 1 && (EndsWith(word, PatronymicEndings) || (EndsWith(word, MiddlePatronymicEndings) && word.Length > 4)))
            {
                roles[core[1]] = NameRole.Patronymic;
                return;
            }
            else if (core.Length == 3 && k == 2 && EndsWith(word, PatronymicEndings)) // the family name first, as in files
                (roles[core[0]], roles[core[1]], roles[core[2]]) = (NameRole.Family, NameRole.Given, NameRole.Patronymic);
        }
    }

    private static bool EndsWith(ReadOnlySpan<char> word, string[] endings)
    {
        foreach (var ending in endings)
            if (word.Length > ending.Length + 1 && word.EndsWith(ending, StringComparison.Ordinal)) return true;
        return false;
    }
}
