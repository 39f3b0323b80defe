namespace Serjeant.Traces.Matching;

/// <summary>
/// Finds which of many texts stand in a line, in one pass whatever the case of ASCII letters, and with a plus as good as a space (Aho and Corasick, 1975, as a table of states). A line
/// that holds none costs one look-up a byte.
/// </summary>
internal sealed class LiteralAutomaton
{
    private readonly byte[] _classes = new byte[256];
    private readonly int _shift;
    private readonly int[] _next;
    private readonly int _firstWithEnd;
    private readonly int[][] _ends;

    /// <param name="texts">In lower case, with spaces and no plus, none empty; each with what it stands for.</param>
    public LiteralAutomaton(IEnumerable<(byte[] Text, int Meaning)> texts)
    {
        var all = texts.ToArray();
        var used = 1;
        foreach (var (text, _) in all)
            foreach (var b in text)
                if (_classes[b] == 0) _classes[b] = (byte)Math.Min(used++, 255);
        for (var c = 'A'; c <= 'Z'; c++) _classes[c] = _classes[c | 0x20];
        // A plus stands for a space in many logs.
        _classes['+'] = _classes[' '];
        while (1 << _shift < used) _shift++;
        var states = new List<State> { new() };
        foreach (var (text, meaning) in all)
        {
            var at = 0;
            foreach (var b in text)
            {
                if (!states[at].Next.TryGetValue(_classes[b], out var next))
                {
                    next = states.Count;
                    states.Add(new());
                    states[at].Next.Add(_classes[b], next);
                }
                at = next;
            }
            states[at].Ends.Add(meaning);
        }
        var order = Link(states);
        // States where something ends come last, so that one comparison tells them.
        var sorted = order.OrderBy(s => states[s].Ends.Count > 0).ToArray();
        var place = new int[states.Count];
        for (var i = 0; i < sorted.Length; i++) place[sorted[i]] = i;
        _firstWithEnd = sorted.TakeWhile(s => states[s].Ends.Count == 0).Count() << _shift;
        _ends = [.. sorted.Skip(_firstWithEnd >> _shift).Select(s => states[s].Ends.Order().ToArray())];
        _next = new int[states.Count << _shift];
        foreach (var s in order)
            for (var c = 0; c < 1 << _shift; c++)
                _next[(place[s] << _shift) + c] = place[Step(states, s, c)] << _shift;
    }

    public int States => _next.Length >> _shift;

    /// <summary>Marks what the texts that were found stand for.</summary>
    /// <param name="found">Gets each meaning once.</param>
    /// <param name="seen">As long as the highest meaning; false where it is not in <paramref name="found"/>.</param>
    public void Find(ReadOnlySpan<byte> line, List<int> found, bool[] seen)
    {
        var state = 0;
        var next = _next;
        var classes = _classes;
        foreach (var b in line)
        {
            state = next[state + classes[b]];
            if (state < _firstWithEnd) continue;
            foreach (var meaning in _ends[(state - _firstWithEnd) >> _shift])
                if (!seen[meaning])
                {
                    seen[meaning] = true;
                    found.Add(meaning);
                }
        }
    }

    /// <summary>Whether any of the texts stands there.</summary>
    public bool FindsAny(ReadOnlySpan<byte> text)
    {
        var state = 0;
        foreach (var b in text)
        {
            state = _next[state + _classes[b]];
            if (state >= _firstWithEnd) return true;
        }
        return false;
    }

    /// <summary>Sets each state's fall-back and gives them to the ends; returns the states from the root outwards.</summary>
    private static List<int> Link(List<State> states)
    {
        var order = new List<int> { 0 };
        for (var i = 0; i < order.Count; i++)
            foreach (var (c, child) in states[order[i]].Next)
            {
                var fall = order[i] == 0 ? 0 : Step(states, states[order[i]].Fall, c);
                states[child].Fall = fall;
                states[child].Ends.UnionWith(states[fall].Ends);
                order.Add(child);
            }
        return order;
    }

    private static int Step(List<State> states, int state, int c)
    {
        if (c == 0) return 0;
        for (; ; state = states[state].Fall)
        {
            if (states[state].Next.TryGetValue((byte)c, out var next)) return next;
            if (state == 0) return 0;
        }
    }

    private sealed class State
    {
        public Dictionary<byte, int> Next { get; } = [];

        public HashSet<int> Ends { get; } = [];

        public int Fall { get; set; }
    }
}
