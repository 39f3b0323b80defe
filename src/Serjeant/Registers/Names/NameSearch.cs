using System.Collections.Immutable;

namespace Serjeant.Registers.Names;

/// <summary>One search after another in one thread: atoms, tokens, candidates, the best of them.</summary>
internal sealed class NameSearch
{
    /// <summary>Names compared under one key, where one subject is asked for.</summary>
    private const int FewestCompared = 24;

    /// <summary>
    /// Work done for one text, in looked-up keys; laying names side by side counts as twenty. A name of mail takes a few hundred, so that only text
    /// made to be slow meets it.
    /// </summary>
    private const int MostWork = 20_000;

    private const int WorkOfWeighing = 20;

    private readonly NameIndex _index;
    private readonly IReadOnlyList<NamedSubject> _subjects;
    private readonly NameText _text = new();
    private readonly NameHits _hits;
    private readonly NameAlignment _alignment;
    private readonly HashSet<int> _tried = [];
    private readonly Dictionary<int, Found> _found = [];
    private int _most;
    private int _work;
    private double _best;
    private string? _reading; // where the text is compared in Latin letters

    public NameSearch(NameIndex index, IReadOnlyList<NamedSubject> subjects)
    {
        (_index, _subjects) = (index, subjects);
        _hits = new(index, _text);
        _alignment = new(index, new NameRarity(), _text);
    }

    private readonly record struct Found(int Entry, NameOutcome Outcome, NameMatch Match);

    /// <param name="mailbox">The part of an address before the @.</param>
    /// <param name="maximum">Subjects to give; names that are compared are bounded by it.</param>
    public ImmutableArray<NameMatch> Run(string text, bool mailbox, int maximum)
    {
        _found.Clear();
        _work = MostWork + (WorkOfWeighing * 2 * maximum);
        (_most, _best, _reading) = (maximum == 1 ? FewestCompared : FewestCompared + (2 * maximum), 0, null);
        _alignment.Read = false;
        _text.Read(text, mailbox);
        if (_text.Atoms.IsEmpty) return [];
        Search(mailbox, vowelless: false);
        if (_best < NameWeights.Fair && _text.IsForeign && NameIndexMaker.IsOtherScript(text)) OtherScript(text, mailbox);
        if (_found.Count == 0) return [];
        return [.. _found.Values.Select(f => f.Match).OrderByDescending(m => m.Strength).ThenByDescending(m => m.Exact).ThenByDescending(m => m.Score.Value).ThenBy(m => m.Subject).Take(maximum)];
    }

    private void Search(bool mailbox, bool vowelless)
    {
        _tried.Clear();
        _hits.Find();
        Compare(joined: false);
        if (_best < NameWeights.Fair) SplitWords(mailbox);
        var known = _hits.All.Length;
        if (_best < NameWeights.Fair && _hits.FindLoose(vowelless)) Compare(joined: false, known);
        var before = _hits.All.Length;
        if (_best < NameWeights.Fair && !vowelless && _hits.FindEdits()) Compare(joined: false, before, known);
    }

    private void OtherScript(string text, bool mailbox)
    {
        if (MixedLetters.Unmixed(text) is { } unmixed)
        {
            _text.Read(text = unmixed, mailbox);
            if (!_text.Atoms.IsEmpty) Search(mailbox, vowelless: false);
            if (_best >= NameWeights.Fair) return;
        }
        var vowelless = Romanisation.OmitsVowels(text);
        var readings = Romanisation.Of(text);
        _alignment.Read = true;
        foreach (var reading in readings)
        {
            if (_work <= 0) return;
            _text.Read(_reading = reading);
            if (!_text.Atoms.IsEmpty) Search(mailbox: false, vowelless);
            if (_best >= NameWeights.Fair) return;
        }
        if (SoundKey.Of(text) is not { } sounds) return;
        _alignment.Script = SubjectScripts.Of(text);
        foreach (var reading in readings)
        {
            if (_work <= 0) return;
            _text.Read(_reading = reading);
            if (_text.Atoms.IsEmpty) continue;
            _tried.Clear();
            _hits.Find();
            var known = _hits.All.Length;
            if (_hits.FindSounds(sounds)) Compare(joined: false, known);
            if (_best >= NameWeights.Fair) return;
        }
    }

    /// <param name="from">Where the hits that have not been compared yet begin.</param>
    /// <param name="partners">How many of the hits they are paired with: a misspelling needs something certain beside it.</param>
    private void Compare(bool joined, int from = 0, int partners = int.MaxValue)
    {
        var hits = _hits.All;
        for (var b = Math.Max(1, from); b < hits.Length; b++)
            for (var a = 0; a < b && a < partners; a++)
                if (MayMeet(hits[a].Kind, hits[b].Kind) && (hits[b].First >= hits[a].First + hits[a].Count || hits[a].First >= hits[b].First + hits[b].Count)) Try(NameIndex.PairKey(hits[a].Token, hits[b].Token), joined, again: from > 0);
        if (from > 0) return;
        Initials(joined);
        Solo(joined);
    }

    // One part may be uncertain, both only in the same way: a whole name in another spelling.
    private static bool MayMeet(VariantKind a, VariantKind b) =>
        IsCertain(a) || IsCertain(b) || (IsSound(a) && IsSound(b));

    private static bool IsSound(VariantKind kind) => kind is VariantKind.Loose or VariantKind.Consonants or VariantKind.Sound;

    private static bool IsCertain(VariantKind kind) => kind is VariantKind.Exact or VariantKind.Spelling or VariantKind.LookAlike;

    private void Initials(bool joined)
    {
        var atoms = _text.Atoms;
        foreach (var hit in _hits.All)
        {
            if (hit.Kind is VariantKind.Edit or VariantKind.Sound or VariantKind.Loose or VariantKind.Consonants) continue;
            for (var i = 0; i < atoms.Length; i++)
            {
                if (i >= hit.First && i < hit.First + hit.Count || atoms[i].Is(WordKinds.Title) && !atoms[i].Is(WordKinds.Both) && atoms[i].Length > 1) continue;
                var letter = _text.Letters(atoms[i])[0];
                if (atoms[i].Region != atoms[hit.First].Region) continue;
                if (atoms[i].Length == 1 || atoms[i].MayBeInitials) Try(NameIndex.InitialKey(letter, hit.Token), joined);
                else Try(NameIndex.BareInitialKey(letter, hit.Token), joined);
            }
        }
    }

    // One name alone names somebody only beside a title or an office, or where a whole name is written in one.
    private void Solo(bool joined)
    {
        var atoms = _text.Atoms;
        var (names, claimed) = (0, false);
        foreach (var atom in atoms)
            if (atom.Is(WordKinds.Title | WordKinds.Office) && !atom.Is(WordKinds.Both)) claimed = true;
            else if (!atom.Is(WordKinds.Particle | WordKinds.Break)) names++;
        foreach (var hit in _hits.All)
            if (hit.Kind <= VariantKind.LookAlike && ((claimed && names <= hit.Count) || atoms[hit.First].Has(AtomMarks.Unspaced))) Try(NameIndex.SoloKey(hit.Token), joined);
    }

    // janehartwell, hartwellj, jhartwell.mp: every place where a word can be two of the register's.
    private void SplitWords(bool mailbox)
    {
        var count = _text.Atoms.Length;
        if (count > (mailbox ? 6 : 3)) return;
        for (var i = 0; i < count && _work > 0; i++)
        {
            var whole = _text.Atoms[i];
            if (whole.Length < 5 && !(whole.Has(AtomMarks.Unspaced) && whole.Length > 2) || whole.Is(WordKinds.Title | WordKinds.Office)) continue;
            var splits = NameSplits.Of(_index, _text.Letters(whole), initials: mailbox || count == 1);
            foreach (var split in splits)
            {
                if (!_text.Split(i, split)) break;
                _hits.Find();
                Compare(joined: true);
                _text.Unsplit(i, whole);
                if (_best >= NameWeights.Fair) break;
            }
            if (splits.Count > 0) _hits.Find();
        }
    }

    private void Try(ulong key, bool joined, bool again = false)
    {
        if (--_work <= 0) return;
        var cursor = -1;
        for (var n = 0; _work > 0 && n < _most && _tried.Count < 4 * _most; n++)
        {
            var entry = _index.Pairs.Next(key, ref cursor);
            if (entry < 0) return;
            if (!_tried.Add(entry) && !joined && !again) continue;
            _work -= WorkOfWeighing;
            var outcome = _alignment.Weigh(_index.Entries[entry], _hits.All, joined);
            if (!outcome.Matches) continue;
            if (_reading is not null) outcome = outcome with { Exact = false };
            var subject = _index.Entries[entry].Subject;
            if (_found.TryGetValue(subject, out var known) && !IsBetter(outcome, known.Outcome)) continue;
            // Where one is asked for, what is not the best so far need not be put into words.
            if (_most == FewestCompared && _found.Count > 0 && !_found.Values.All(f => IsBetter(outcome, f.Outcome))) continue;
            if (_most == FewestCompared) _found.Clear();
            _found[subject] = new(entry, outcome, NameExplanation.Of(_index, _text, _alignment, _index.Entries[entry], outcome, _subjects[subject], _reading));
            _best = Math.Max(_best, outcome.Strength == NameStrength.Weak ? 0 : outcome.Score);
        }
    }

    // Who bears the very name is meant, however much rarer the name is of which it is a nickname.
    private static bool IsBetter(in NameOutcome outcome, in NameOutcome known) =>
        outcome.Plain != known.Plain && outcome.Strength != NameStrength.Weak && known.Strength != NameStrength.Weak ? outcome.Plain
        : outcome.Strength != known.Strength ? outcome.Strength > known.Strength : outcome.Exact != known.Exact ? outcome.Exact : outcome.Score > known.Score;
}
