namespace Serjeant.Campaigns;

/// <summary>A linked pair, the earlier message first.</summary>
internal readonly record struct MessageLink(int First, int Second, float Weight);

/// <summary>
/// Joins linked messages into groups that hold together. A message joins a group when two of its members know it, and two groups become
/// one when several members of each know members of the other: no single hub, bridge or chain joins what does not belong together.
/// </summary>
internal sealed class Cohesion
{
    /// <summary>Different members that must stand behind a union, on each side that has as many.</summary>
    private const int Witnesses = 2, WitnessesOfLargeGroups = 3, LargeGroup = 8;

    private readonly int[] _parents;
    private readonly int[] _sizes;
    private readonly Dictionary<int, Dictionary<int, Bridge>> _bridges = [];
    private readonly Stack<(int, int)> _waiting = [];

    private Cohesion(int count)
    {
        _parents = new int[count];
        _sizes = new int[count];
        for (var i = 0; i < count; i++) (_parents[i], _sizes[i]) = (i, 1);
    }

    /// <param name="links">In any order; the result depends only on which there are.</param>
    /// <returns>For each message the smallest member of its group; itself where it is alone.</returns>
    public static int[] Join(int count, List<MessageLink> links, CancellationToken cancellation)
    {
        // The strongest first, so that cores form before what is doubtful is looked at.
        links.Sort((a, b) => a.Weight != b.Weight ? b.Weight.CompareTo(a.Weight) : a.First != b.First ? a.First.CompareTo(b.First) : a.Second.CompareTo(b.Second));
        var cohesion = new Cohesion(count);
        for (var i = 0; i < links.Count; i++)
        {
            if ((i & 0xffff) == 0) cancellation.ThrowIfCancellationRequested();
            cohesion.Add(links[i]);
        }
        var smallest = new int[count];
        Array.Fill(smallest, -1);
        var result = new int[count];
        for (var i = 0; i < count; i++)
        {
            var root = cohesion.Find(i);
            if (smallest[root] < 0) smallest[root] = i;
            result[i] = smallest[root];
        }
        return result;
    }

    private void Add(MessageLink link)
    {
        var (a, b) = (Find(link.First), Find(link.Second));
        if (a == b) return;
        var bridge = Between(a, b);
        bridge.Add(a, link.First);
        bridge.Add(b, link.Second);
        if (!IsFirm(a, b, bridge)) return;
        _waiting.Push((a, b));
        while (_waiting.TryPop(out var pair))
        {
            var (x, y) = (Find(pair.Item1), Find(pair.Item2));
            if (x != y) Unite(x, y);
        }
    }

    private bool IsFirm(int a, int b, Bridge bridge) => bridge.Of(a) >= Needed(a) && bridge.Of(b) >= Needed(b);

    private int Needed(int root) => Math.Min(_sizes[root], _sizes[root] >= LargeGroup ? WitnessesOfLargeGroups : Witnesses);

    private void Unite(int a, int b)
    {
        var (into, from) = BridgesOf(a).Count >= BridgesOf(b).Count ? (a, b) : (b, a);
        _parents[from] = into;
        _sizes[into] += _sizes[from];
        _bridges.Remove(from, out var moved);
        var own = BridgesOf(into);
        own.Remove(from);
        if (moved is null) return;
        foreach (var (neighbour, bridge) in moved)
        {
            if (neighbour == into) continue;
            bridge.Rename(from, into);
            var theirs = BridgesOf(neighbour);
            theirs.Remove(from);
            if (own.TryGetValue(neighbour, out var known)) known.Add(bridge);
            else
            {
                own[neighbour] = known = bridge;
                theirs[into] = bridge;
            }
            if (IsFirm(into, neighbour, known)) _waiting.Push((into, neighbour));
        }
    }

    private Dictionary<int, Bridge> BridgesOf(int root)
    {
        if (!_bridges.TryGetValue(root, out var bridges)) _bridges[root] = bridges = [];
        return bridges;
    }

    private Bridge Between(int a, int b)
    {
        var bridges = BridgesOf(a);
        if (bridges.TryGetValue(b, out var bridge)) return bridge;
        bridge = new(a, b);
        bridges[b] = bridge;
        BridgesOf(b)[a] = bridge;
        return bridge;
    }

    private int Find(int message)
    {
        while (_parents[message] != message) message = _parents[message] = _parents[_parents[message]];
        return message;
    }

    /// <summary>Links between two groups: up to three different members on each side.</summary>
    private sealed class Bridge(int left, int right)
    {
        private (int A, int B, int C) _left = (-1, -1, -1), _right = (-1, -1, -1);
        private int _leftRoot = left, _rightRoot = right;

        public int Of(int root) => Count(root == _leftRoot ? _left : _right);

        public void Add(int root, int member)
        {
            if (root == _leftRoot) _left = With(_left, member);
            else _right = With(_right, member);
        }

        public void Add(Bridge other)
        {
            Add(_leftRoot, other.SideOf(_leftRoot));
            Add(_rightRoot, other.SideOf(_rightRoot));
        }

        public void Rename(int from, int into)
        {
            if (_leftRoot == from) _leftRoot = into;
            else if (_rightRoot == from) _rightRoot = into;
        }

        private (int A, int B, int C) SideOf(int root) => root == _leftRoot ? _left : _right;

        private void Add(int root, (int A, int B, int C) members)
        {
            if (members.A >= 0) Add(root, members.A);
            if (members.B >= 0) Add(root, members.B);
            if (members.C >= 0) Add(root, members.C);
        }

        private static int Count((int A, int B, int C) side) => side.C >= 0 ? 3 : side.B >= 0 ? 2 : side.A >= 0 ? 1 : 0;

        private static (int A, int B, int C) With((int A, int B, int C) side, int member)
        {
            if (side.A == member || side.B == member || side.C == member) return side;
            if (side.A < 0) return (member, -1, -1);
            if (side.B < 0) return (side.A, member, -1);
            return side.C < 0 ? (side.A, side.B, member) : side;
        }
    }
}
